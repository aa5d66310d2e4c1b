// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Searches in long runs of bytes by the C library, which is fast in debug builds, too.
@unsafe enum Scan {
    /// Returns the number of bytes before the first quote or backslash.
    static func plain(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        let quote = unsafe memchr(start, 34, bytes.count).map { unsafe UnsafeRawPointer($0) - start } ?? bytes.count
        return unsafe memchr(start, 92, quote).map { unsafe UnsafeRawPointer($0) - start } ?? quote
    }
}
