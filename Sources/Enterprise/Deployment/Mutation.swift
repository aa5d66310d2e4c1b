#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Spoils one error body by a byte, to see that a test notices: `make mutate`. In debug builds only.
enum Mutation {
    #if DEBUG
        private static let id: String? = unsafe getenv("MOCK_PORTAL_MUTATE").map { unsafe String(cString: $0) }

        static func altered(_ id: String, _ text: String) -> String {
            id == self.id ? "~\(text.dropFirst())" : text
        }
    #else
        static func altered(_ id: String, _ text: String) -> String { text }
    #endif
}
