import MockPortal

enum Version {
    static let number = MockPortal.version
}
