// SPDX-License-Identifier: Apache-2.0

internal import CZlib

/// A format of compressed bytes.
package enum Compression: Sendable {
    /// RFC 1952: `Content-Encoding: gzip` and the SVGZ file format.
    case gzip
    /// RFC 1951, without a header: the SAML HTTP-Redirect binding.
    case deflate

    /// Returns the compressed bytes.
    package func compress(_ bytes: [UInt8]) -> [UInt8] {
        // The header and the trailer take 18 bytes, and each incompressible block takes five more.
        compress(bytes, within: bytes.count + bytes.count / 1000 + 64) ?? []
    }

    /// Returns the compressed bytes, or `nil` if there are more than `room`.
    package func compress(_ bytes: [UInt8], within room: Int) -> [UInt8]? {
        var out = [UInt8](repeating: 0, count: room)
        let length = unsafe mp_compress(bytes, UInt(bytes.count), &out, UInt(room), window, level)
        guard length >= 0 else { return nil }
        out.removeLast(room - length)
        return out
    }

    /// Returns the expanded bytes, or `nil` if the bytes are not of this format or expand to more than `limit`.
    package func expand(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        var room = min(limit, max(4096, bytes.count * 8))
        while true {
            var out = [UInt8](repeating: 0, count: room)
            let length = unsafe mp_expand(bytes, UInt(bytes.count), &out, UInt(room), window)
            if length >= 0 { return Array(out.prefix(length)) }
            guard length == -2, room < limit else { return nil }
            room = min(limit, room * 4)
        }
    }

    /// zlib's `windowBits`.
    private var window: Int32 {
        switch self {
        case .gzip: 31
        case .deflate: -15
        }
    }

    private var level: Int32 {
        switch self {
        case .gzip: 5
        case .deflate: Z_DEFAULT_COMPRESSION
        }
    }
}
