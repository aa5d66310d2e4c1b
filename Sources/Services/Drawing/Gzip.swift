// SPDX-License-Identifier: Apache-2.0

internal import CZlib

/// The file format gzip (RFC 1952).
enum Gzip {
    static func code(_ bytes: [UInt8]) -> [UInt8] {
        // A header and a trailer of 18 bytes, and five for each block that cannot be made smaller.
        var out = [UInt8](repeating: 0, count: bytes.count + bytes.count / 1000 + 64)
        let length = unsafe Int(mp_gzip(bytes, UInt(bytes.count), &out, UInt(out.count)))
        return Array(out.prefix(length))
    }
}
