// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The content of a token before it is sealed. With 20 bytes, checking one costs the same however many were issued.
package struct Token: Sendable, Hashable {
    package enum Kind: UInt8, Sendable {
        /// Issued by a portal for a member.
        case member = 1
        /// Issued by a portal for an app by client_credentials.
        case app = 2
        /// Issued by a portal for a member at one server.
        case exchangedMember = 3
        /// Issued by a portal for an app at one server.
        case exchangedApp = 4
        /// Issued by a standalone server for a user of its own store.
        case storeUser = 5
        /// Issued by a server for its primary site administrator.
        case siteAdmin = 6
        /// Issued by a portal for a server URL under which none of its servers is registered.
        case exchangedElsewhere = 7
    }

    package var kind: Kind
    /// The index of the account or app in its site's list, of which 24 bits are kept.
    package var subject: UInt32
    /// The account's epoch when the token was issued.
    package var epoch: UInt16
    package var binding: Binding
    /// The time of issue in whole minutes since 1970.
    package var issuedMinute: UInt32
    package var expires: Instant

    package static let size = 20

    /// What no layout is longer than.
    private static let padding = [UInt8](repeating: 0, count: 256)

    /// Appends the record, padded with zeros to `length`.
    package func append(length: Int = Token.size, to bytes: inout [UInt8]) {
        // 1, 2, 3, 4, 4 and 6 bytes in big-endian order, appended as three words: every token is written by this.
        let kinds = UInt64(kind.rawValue << 4 | binding.kind.rawValue)
        let (number, milliseconds) = (UInt64(binding.number), UInt64(bitPattern: expires.milliseconds))
        append(kinds << 56 | UInt64(epoch) << 40 | UInt64(subject & 0xFF_FFFF) << 16 | number >> 16, to: &bytes)
        append(number << 48 | UInt64(issuedMinute) << 16 | milliseconds >> 32 & 0xFFFF, to: &bytes)
        append(UInt32(truncatingIfNeeded: milliseconds), to: &bytes)
        bytes += Token.padding[..<(length - Token.size)]
    }

    /// Reads a record, or returns `nil` if it is invalid.
    package init?(record bytes: [UInt8]) {
        guard bytes.count >= Token.size, let kind = Kind(rawValue: bytes[0] >> 4),
            let bound = Binding.Kind(rawValue: bytes[0] & 15)
        else { return nil }
        func number(_ at: Int, _ count: Int) -> UInt64 {
            bytes[at..<at + count].reduce(0) { $0 << 8 | UInt64($1) }
        }
        self.kind = kind
        epoch = UInt16(number(1, 2))
        subject = UInt32(number(3, 3))
        binding = Binding(kind: bound, number: UInt32(number(6, 4)))
        issuedMinute = UInt32(number(10, 4))
        expires = Instant(milliseconds: Int64(number(14, 6)))
    }

    package init(kind: Kind, subject: Int, epoch: UInt16, binding: Binding, issued: Instant, expires: Instant) {
        self.kind = kind
        self.subject = UInt32(truncatingIfNeeded: subject)
        self.epoch = epoch
        self.binding = binding
        issuedMinute = UInt32(clamping: issued.milliseconds / 60_000)
        self.expires = expires
    }

    private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        unsafe withUnsafeBytes(of: number.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }
}
