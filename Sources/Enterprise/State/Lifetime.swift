// SPDX-License-Identifier: Apache-2.0

/// How long tokens live, in minutes. Longer wishes are cut, not refused
/// (docs/reference/server-tokens.md#issuing-tokens).
enum Lifetime {
    /// The largest lifetime of a portal's token, 15 days (Kotlin API, TokenCredential).
    static let portalMaximum: Int64 = 21_600
    /// The default lifetime of a portal's token (Runtime documentation).
    static let portalDefault: Int64 = 120

    static func portal(asked: String?, limit: Int64?) -> Int64 {
        min(wish(asked) ?? portalDefault, limit ?? portalMaximum, portalMaximum)
    }

    static func server(asked: String?, short: Int64, long: Int64) -> Int64 {
        min(wish(asked) ?? short, long)
    }

    /// Returns the requested lifetime; anything but a positive integer counts as absent (inferred).
    static func wish(_ text: String?) -> Int64? {
        guard let text, let minutes = Int64(text), minutes > 0 else { return nil }
        return minutes
    }
}
