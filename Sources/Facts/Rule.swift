// SPDX-License-Identifier: Apache-2.0

/// A rule by which a real system refuses a request, or by which the double changes a response. The header carries its
/// id.
public struct Rule: Sendable, Hashable, Codable {
    /// `<slice>.<reason>` in kebab-case: `token.other-referer`.
    public let id: String
    /// The summary in one sentence.
    public let summary: String
    /// What a client should do.
    public let advice: String
    /// What released clients make of it, where that is known.
    public let clients: String?
    /// The evidence that real systems have the rule.
    public let evidence: Evidence

    /// Creates a rule.
    package init(_ id: String, _ summary: String, advice: String, clients: String? = nil, evidence: Evidence) {
        self.id = id
        self.summary = summary
        self.advice = advice
        self.clients = clients
        self.evidence = evidence
    }
}
