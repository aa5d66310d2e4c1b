// SPDX-License-Identifier: Apache-2.0

import Facts
import Trust

/// Passwords of six digits that follow the clock (RFC 6238, with the SHA-1 and the thirty seconds that authenticators use).
enum OneTimePassword {
    /// Returns the number of the half minute.
    static func step(at now: Instant) -> Int64 { now.milliseconds / 30_000 }

    /// Returns the password of a half minute (RFC 4226 section 5.3).
    static func code(secret: [UInt8], step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let digest = Digest.hmacSHA1(key: secret, counter)
        let at = Int(digest[19] & 15)
        let number = digest[at..<at + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - text.count) + text
    }

    /// Returns the half minute that a password belongs to: the one of now, or the one before or after, for clocks differ.
    static func step(of text: String, secret: [UInt8], at now: Instant) -> Int64? {
        let now = step(at: now)
        return [now, now - 1, now + 1].first { code(secret: secret, step: $0) == text }
    }
}
