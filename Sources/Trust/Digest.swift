// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL
import Formats

/// Digests.
package enum Digest {
    /// Returns the MD4 digest (RFC 1320) for NTLM, or `nil` where OpenSSL's legacy provider is not installed.
    package static func md4(_ bytes: [UInt8]) -> [UInt8]? {
        var digest = [UInt8](repeating: 0, count: 16)
        return unsafe mp_md4(bytes, bytes.count, &digest) == 1 ? digest : nil
    }

    /// Returns the HMAC-MD5 (RFC 2104) for NTLM.
    package static func hmacMD5(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 16)
        var length: UInt32 = 0
        unsafe _ = HMAC(EVP_md5(), key, Int32(key.count), bytes, bytes.count, &digest, &length)
        return digest
    }

    /// Returns the HMAC-SHA-1 (RFC 2104), of which one-time passwords are made (RFC 4226).
    package static func hmacSHA1(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        unsafe _ = HMAC(EVP_sha1(), key, Int32(key.count), bytes, bytes.count, &digest, &length)
        return digest
    }

    /// SHA-256, fetched once: `EVP_sha256` has OpenSSL look for it at each use (crypto(7), "Explicit fetching").
    private nonisolated(unsafe) static let sha256Method = unsafe EVP_MD_fetch(nil, "SHA256", nil)

    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let done = unsafe EVP_Digest(bytes, bytes.count, &digest, &length, sha256Method, nil)
        precondition(done == 1 && length == 32, "SHA-256 is always there")
        return digest
    }

    /// Returns an id of 32 hexadecimal digits that follows from a text.
    package static func id(_ text: String) -> String { Hex.encode(Array(sha256(Array(text.utf8)).prefix(16))) }
}
