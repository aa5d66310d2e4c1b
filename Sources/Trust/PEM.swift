// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// Conversion from and to PEM by OpenSSL.
enum PEM {
    /// Returns a BIO that holds a copy of the text; the caller frees it. `BIO_new_mem_buf` would point into an array
    /// that Swift may free after the call, its last use.
    static func bio(_ text: String) -> OpaquePointer? {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { return nil }
        let bytes = Array(text.utf8)
        guard unsafe BIO_write(bio, bytes, Int32(bytes.count)) == Int32(bytes.count) else {
            unsafe BIO_free(bio)
            return nil
        }
        return unsafe bio
    }

    /// Returns the text that `write` puts into a BIO.
    static func text(_ write: (OpaquePointer) -> Int32) throws(OpenSSLFailure) -> String {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { throw OpenSSLFailure("no memory") }
        defer { unsafe BIO_free(bio) }
        var bytes: UnsafeMutablePointer<CChar>?
        guard unsafe write(bio) > 0 else { throw OpenSSLFailure("cannot write PEM") }
        let count = unsafe mp_bio_bytes(bio, &bytes)
        guard let start = unsafe bytes else { throw OpenSSLFailure("no PEM") }
        let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
        return unsafe String(decoding: buffer.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
