// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// AES-256-GCM over small records. It makes tokens opaque, and unforgeable without the key.
///
/// The cipher contexts keep their key between calls because setting one up costs more than sealing. A seal is used
/// under one lock at a time: that of its portal.
@safe package final class Seal: @unchecked Sendable {
    // Sendable: immutable except for OpenSSL's contexts, which the portal's lock guards.
    private let sealing: OpaquePointer
    private let opening: OpaquePointer

    /// Creates a seal with a key of 32 bytes.
    package init(key: [UInt8]) {
        precondition(key.count == 32, "AES-256 takes a key of 32 bytes")
        guard let sealing = unsafe EVP_CIPHER_CTX_new(), let opening = unsafe EVP_CIPHER_CTX_new() else {
            preconditionFailure("out of memory")
        }
        unsafe self.sealing = sealing
        unsafe self.opening = opening
        let isReady =
            unsafe EVP_EncryptInit_ex(sealing, EVP_aes_256_gcm(), nil, key, nil) == 1
            && EVP_DecryptInit_ex(opening, EVP_aes_256_gcm(), nil, key, nil) == 1
        precondition(isReady, "AES-256-GCM is always there")
    }

    deinit {
        unsafe EVP_CIPHER_CTX_free(sealing)
        unsafe EVP_CIPHER_CTX_free(opening)
    }

    /// The bytes before and after a sealed record.
    package static let (nonceSize, tagSize) = (12, 16)

    private static let tag = [UInt8](repeating: 0, count: tagSize)

    /// Seals in its place a record that follows its nonce (12 bytes), and appends the tag (16 bytes).
    package func seal(_ bytes: inout [UInt8]) {
        let count = bytes.count - Seal.nonceSize
        precondition(count >= 0, "GCM takes a nonce of 12 bytes")
        bytes += Seal.tag
        var length: Int32 = 0
        let isDone = unsafe bytes.withUnsafeMutableBufferPointer { bytes -> Bool in
            guard let start = bytes.baseAddress else { return false }
            // With GCM, finishing the cipher writes nothing; the tag goes to this address.
            let (record, tag) = unsafe (start + Seal.nonceSize, start + Seal.nonceSize + count)
            return unsafe EVP_EncryptInit_ex(sealing, nil, nil, nil, start) == 1
                && EVP_EncryptUpdate(sealing, record, &length, record, Int32(count)) == 1
                && EVP_EncryptFinal_ex(sealing, tag, &length) == 1 && mp_gcm_get_tag(sealing, tag) == 1
        }
        precondition(isDone, "AES-256-GCM seals any record")
    }

    /// Returns the record if this key sealed it and it is unchanged.
    package func open(_ sealed: [UInt8]) -> [UInt8]? {
        let count = sealed.count - 28
        guard count > 0 else { return nil }
        var record = [UInt8](repeating: 0, count: count)
        var length: Int32 = 0
        let isGenuine = unsafe sealed.withUnsafeBufferPointer { bytes -> Bool in
            guard let start = bytes.baseAddress else { return false }
            return unsafe EVP_DecryptInit_ex(opening, nil, nil, nil, start) == 1
                && EVP_DecryptUpdate(opening, &record, &length, start + 12, Int32(count)) == 1
                // OpenSSL only reads the tag.
                && mp_gcm_set_tag(opening, UnsafeMutablePointer(mutating: start + 12 + count)) == 1
                && mp_gcm_is_genuine(opening) == 1
        }
        return isGenuine ? record : nil
    }
}
