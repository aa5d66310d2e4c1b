// SPDX-License-Identifier: Apache-2.0

/// A careless habit of a client that works all the same, until it does not: checked only where asked for.
public enum Hygiene: String, Sendable, Hashable, CaseIterable {
    /// A token stands in a URL, which proxies log and browsers keep.
    case tokenInURL = "token-in-url"
    /// A name and a password were sent again although the token they had brought was still good.
    case passwordAgain = "password-again"
    /// More than three tokens for one user within a minute of the deployment's clock.
    case refreshStorm = "refresh-storm"
    /// The same request refused with 498 or 499 three times in a row, with a fresh token each time or none.
    case endlessAuthentication = "endless-authentication"
    /// Some requests with a token have a Referer and others have none: a token bound to it fails where it is missing.
    case refererMissing = "referer-missing"
    /// A token, a password or a code went over plain HTTP.
    case plainHTTP = "plain-http"

    /// What a client should do.
    public var advice: String {
        switch self {
        case .tokenInURL: "Send the token in a POST body or in X-Esri-Authorization."
        case .passwordAgain: "Keep the token until shortly before it expires."
        case .refreshStorm: "Let all requests of a user share one token, and one renewal."
        case .endlessAuthentication: "Give up after one renewal, and tell the user."
        case .refererMissing: "Send the Referer of the token with every request, or bind the token to nothing."
        case .plainHTTP: "Use https."
        }
    }

    /// What was found: the habit, and the exchanges that show it.
    public struct Remark: Sendable, CustomStringConvertible {
        /// The habit.
        public let check: Hygiene
        /// What was seen, in one sentence, without secrets.
        public let message: String
        /// The exchanges that show it, oldest first; one at least.
        public let exchanges: [Exchange]

        /// The habit, what was seen, what to do, and the first five exchanges.
        public var description: String {
            (["\(check.rawValue): \(message). \(check.advice)"]
                + exchanges.prefix(5).map { "  #\($0.number) \($0.line())" }).joined(separator: "\n")
        }
    }
}

extension MockEnterprise {
    /// What careless habits the journal shows, as far as it is kept.
    ///
    /// - Parameter checks: Which habits are looked for; all unless given.
    /// - Returns: A remark for each habit that was seen; empty if none was.
    public func hygiene(_ checks: Set<Hygiene> = Set(Hygiene.allCases)) -> [Hygiene.Remark] {
        Hygiene.remarks(journal, checks)
    }
}
