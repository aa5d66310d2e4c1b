// SPDX-License-Identifier: Apache-2.0

/// A rule by which real systems refuse, or the double shapes, a response; its id is what the header carries.
public struct Rule: Sendable, Hashable {
    /// `<slice>.<reason>` in kebab-case: `token.other-referer`.
    public let id: String
    /// What the rule says, in one sentence.
    public let summary: String
    /// What a client should do.
    public let advice: String
    /// What shipping clients make of it, where that is known.
    public let clients: String?
    /// How we know that real systems have it.
    public let evidence: Evidence

    /// Makes a rule.
    public init(_ id: String, _ summary: String, advice: String, clients: String? = nil, evidence: Evidence) {
        self.id = id
        self.summary = summary
        self.advice = advice
        self.clients = clients
        self.evidence = evidence
    }
}
