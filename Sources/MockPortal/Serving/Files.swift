import MockPortal
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Small files, whole.
enum Files {
    static func read(_ path: String) -> String? {
        DiskFiles().read(path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes aside and renames, so that nobody reads half a file.
    static func replace(_ path: String, with text: String, mode: mode_t) throws(Exit) {
        let aside = "\(path).\(getpid())"
        let descriptor = unsafe open(aside, O_WRONLY | O_CREAT | O_TRUNC, mode)
        guard descriptor >= 0 else { throw Exit(3, "mock-portal: cannot write \(path): \(reason)") }
        let bytes = Array(text.utf8)
        let count = unsafe Platform.write(descriptor, bytes, bytes.count)
        close(descriptor)
        guard count == bytes.count, unsafe rename(aside, path) == 0 else {
            let why = reason
            unsafe unlink(aside)
            throw Exit(3, "mock-portal: cannot write \(path): \(why)")
        }
    }

    static func remove(_ path: String) { unsafe _ = unlink(path) }

    /// The folder for temporary files, without a last slash.
    static var temporary: String {
        guard let value = unsafe getenv("TMPDIR") else { return "/tmp" }
        let path = unsafe String(cString: value)
        return path.isEmpty ? "/tmp" : path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static var reason: String { unsafe String(cString: strerror(errno)) }
}
