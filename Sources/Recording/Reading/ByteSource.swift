// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of a file, piece by piece.
package struct ByteSource {
    /// Returns the next piece, empty at the end, or `nil` if it cannot be read.
    package var next: () -> [UInt8]?

    package init(_ next: @escaping () -> [UInt8]?) { self.next = next }

    /// Creates a source of bytes at hand, given out in pieces of a size.
    package init(_ bytes: [UInt8], by size: Int = 65_536) {
        var at = 0
        self.init {
            defer { at = min(at + size, bytes.count) }
            return Array(bytes[at..<min(at + size, bytes.count)])
        }
    }

    /// Calls a function with the bytes of a file, or with `nil` if it cannot be opened.
    package static func open<Made, Failure: Error>(
        _ path: String, _ body: (ByteSource?) throws(Failure) -> Made
    ) throws(Failure) -> Made {
        #if canImport(Glibc)
            let descriptor = unsafe Glibc.open(path, O_RDONLY)
        #else
            let descriptor = unsafe Darwin.open(path, O_RDONLY)
        #endif
        guard descriptor >= 0 else { return try body(nil) }
        defer { close(descriptor) }
        return try body(
            ByteSource {
                var piece = [UInt8](repeating: 0, count: 65_536)
                let count = unsafe read(descriptor, &piece, piece.count)
                guard count >= 0 else { return nil }
                piece.removeLast(piece.count - count)
                return piece
            })
    }
}
