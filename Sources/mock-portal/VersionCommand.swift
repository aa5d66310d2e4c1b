import MockPortal

enum VersionCommand {
    static let number = MockEnterprise.version
}
