// SPDX-License-Identifier: Apache-2.0

/// The verdict on a request: the rule that refused it, the facts it looked at, and what would have passed.
public struct Verdict: Sendable, Hashable, Codable {
    /// A fact that the rule looked at: `boundTo` = `https://app.example`.
    public struct Fact: Sendable, Hashable, Codable {
        /// The name, in camelCase.
        public package(set) var name: String
        /// The value in this request.
        public package(set) var value: String

        /// Creates a fact.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The rule.
    public package(set) var rule: Rule
    /// The facts that it looked at.
    public package(set) var facts: [Fact]
    /// The change that would have passed, in one sentence.
    public package(set) var wouldPass: String
    /// The evidence: the rule's own unless the release has better.
    public package(set) var evidence: Evidence

    /// Creates a verdict; `evidence` defaults to the rule's own.
    package init(_ rule: Rule, facts: [Fact] = [], wouldPass: String, evidence: Evidence? = nil) {
        self.rule = rule
        self.facts = facts
        self.wouldPass = wouldPass
        self.evidence = evidence ?? rule.evidence
    }
}
