// SPDX-License-Identifier: Apache-2.0

/// The verdict on one request: the rule that refused it, what the rule looked at, and what would have passed.
public struct Verdict: Sendable, Hashable {
    /// Something the rule looked at: `boundTo` = `https://app.example`.
    public struct Fact: Sendable, Hashable {
        /// What it is, in camelCase.
        public var name: String
        /// What it was in this request.
        public var value: String

        /// Makes a fact.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The rule.
    public var rule: Rule
    /// What it looked at.
    public var facts: [Fact]
    /// The change that would have passed, in one sentence.
    public var wouldPass: String
    /// How we know; the rule's own evidence unless the release says better.
    public var evidence: Evidence

    /// Makes a verdict; `evidence` is the rule's own unless given.
    public init(_ rule: Rule, facts: [Fact] = [], wouldPass: String, evidence: Evidence? = nil) {
        self.rule = rule
        self.facts = facts
        self.wouldPass = wouldPass
        self.evidence = evidence ?? rule.evidence
    }
}
