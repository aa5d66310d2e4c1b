// SPDX-License-Identifier: Apache-2.0

import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reading and writing of small files.
package enum Files {
    /// The reason that a file cannot be written, in one line.
    package struct Failure: Error, Sendable {
        package var description: String
    }

    private static let asides = Lock(0)

    package static func read(_ path: String) -> String? {
        DiskFiles().read(path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes to a temporary file and renames it, so that nobody reads half a file. With `isSecret`, only the owner may
    /// read it.
    package static func replace(_ path: String, with text: String, isSecret: Bool = false) throws(Failure) {
        try replace(path, with: Array(text.utf8), isSecret: isSecret)
    }

    static func replace(_ path: String, with bytes: [UInt8], isSecret: Bool = false) throws(Failure) {
        // Of its own, whoever else of this process writes it now.
        let number = asides.withLock { asides in
            asides += 1
            return asides
        }
        let aside = "\(path).\(getpid()).\(number)"
        let descriptor = unsafe open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isSecret ? 0o600 : 0o644)
        guard descriptor >= 0 else { throw Failure(description: "cannot write \(path): \(reason)") }
        let count = unsafe Platform.write(descriptor, bytes, bytes.count)
        close(descriptor)
        guard count == bytes.count, unsafe rename(aside, path) == 0 else {
            let why = reason
            unsafe unlink(aside)
            throw Failure(description: "cannot write \(path): \(why)")
        }
    }

    package static func remove(_ path: String) { unsafe _ = unlink(path) }

    /// Makes an empty folder that only the owner may enter, and returns its path.
    static func makeFolder() throws(Failure) -> String {
        var path = Array("\(temporary)/mock-portal-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&path) != nil else {
            throw Failure(description: "cannot make a folder in \(temporary): \(reason)")
        }
        return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes an empty folder.
    static func removeFolder(_ path: String) { unsafe _ = rmdir(path) }

    /// The folder for temporary files, without a trailing slash.
    package static var temporary: String {
        guard let value = unsafe getenv("TMPDIR") else { return "/tmp" }
        let path = unsafe String(cString: value)
        return path.isEmpty ? "/tmp" : path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static var reason: String { unsafe String(cString: strerror(errno)) }
}
