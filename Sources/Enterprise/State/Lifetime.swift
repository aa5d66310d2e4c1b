// SPDX-License-Identifier: Apache-2.0

/// How long tokens live, in minutes. Longer wishes are cut, not refused
/// (docs/reference/server-tokens.md#issuing-tokens).
enum Lifetime {
    /// 15 days, the most a portal gives (Kotlin API, TokenCredential).
    static let portalMaximum: Int64 = 21_600
    /// What a portal gives when nothing is asked (Runtime documentation).
    static let portalDefault: Int64 = 120

    static func portal(asked: String?, limit: Int64?) -> Int64 {
        min(wish(asked) ?? portalDefault, limit ?? portalMaximum, portalMaximum)
    }

    static func server(asked: String?, short: Int64, long: Int64) -> Int64 {
        min(wish(asked) ?? short, long)
    }

    /// What is no positive whole number counts as not asked (inferred).
    static func wish(_ text: String?) -> Int64? {
        guard let text, let minutes = Int64(text), minutes > 0 else { return nil }
        return minutes
    }
}
