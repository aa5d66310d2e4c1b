// SPDX-License-Identifier: Apache-2.0

/// A careless habit of a client that works all the same, until it does not.
///
/// Habits are checked only where asked for. More may come.
public struct Hygiene: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case tokenInURL = "token-in-url"
        case passwordAgain = "password-again"
        case refreshStorm = "refresh-storm"
        case endlessAuthentication = "endless-authentication"
        case refererMissing = "referer-missing"
        case plainHTTP = "plain-http"
    }

    package let kind: Kind

    private init(_ kind: Kind) { self.kind = kind }

    /// A token in a URL, which proxies log and browsers keep.
    public static let tokenInURL = Hygiene(.tokenInURL)
    /// A name and password sent again although the token that they obtained was still valid.
    public static let passwordAgain = Hygiene(.passwordAgain)
    /// More than three tokens for one user within a minute of the deployment's clock.
    public static let refreshStorm = Hygiene(.refreshStorm)
    /// The same request refused with 498 or 499 three times in a row, each time with a new token or none.
    public static let endlessAuthentication = Hygiene(.endlessAuthentication)
    /// A Referer in some requests with a token but not in others: a token bound to it fails where it is missing.
    public static let refererMissing = Hygiene(.refererMissing)
    /// A token, a password or a code sent over plain HTTP.
    public static let plainHTTP = Hygiene(.plainHTTP)
    /// All habits.
    public static let all = Set(allCases)

    package static let allCases = Kind.allCases.map(Hygiene.init)

    package var rawValue: String { kind.rawValue }

    package init?(rawValue: String) {
        guard let kind = Kind(rawValue: rawValue) else { return nil }
        self.init(kind)
    }

    /// What a client should do instead.
    public var advice: String {
        switch kind {
        case .tokenInURL: "Send the token in a POST body or in X-Esri-Authorization."
        case .passwordAgain: "Keep the token until shortly before it expires."
        case .refreshStorm: "Let all requests of a user share one token, and one renewal."
        case .endlessAuthentication: "Give up after one renewal, and tell the user."
        case .refererMissing: "Send the Referer of the token with every request, or bind the token to nothing."
        case .plainHTTP: "Use https."
        }
    }

    /// A habit that was seen, and the exchanges that show it.
    public struct Remark: Sendable, CustomStringConvertible {
        /// The habit.
        public let check: Hygiene
        /// What was found, in one sentence, without secrets.
        public let message: String
        /// The exchanges that show it, oldest first; at least one.
        public let exchanges: [Exchange]

        /// The habit, the finding, the advice, and the first five exchanges.
        public var description: String {
            (["\(check.rawValue): \(message). \(check.advice)"]
                + exchanges.prefix(5).map { "  #\($0.number) \($0.line())" }).joined(separator: "\n")
        }
    }
}

extension MockEnterprise {
    /// Returns the careless habits that the journal shows, as far as it is kept.
    ///
    /// - Parameter checks: Which habits are looked for; all unless given.
    /// - Returns: A remark for each habit that was seen; empty if none was.
    public func hygiene(_ checks: Set<Hygiene> = Hygiene.all) -> [Hygiene.Remark] {
        Hygiene.remarks(journal, checks)
    }
}
