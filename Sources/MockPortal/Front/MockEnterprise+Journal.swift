// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Trust

extension MockEnterprise {
    /// The requests that came and are still kept, with their answers, oldest first.
    public var requests: [Exchange] { state.withLock { $0.journal.kept }.exchanges(.any) }

    /// Returns the requests that match and are still kept, oldest first.
    ///
    /// - Parameter pattern: Which ones.
    /// - Returns: Requests with their answers.
    /// - Throws: ``MockEnterpriseError`` if the pattern names what does not exist.
    public func requests(_ pattern: RequestPattern) throws(MockEnterpriseError) -> [Exchange] {
        try check(pattern)
        return state.withLock { $0.journal.kept }.exchanges(pattern)
    }

    /// What came and was no request, oldest first: handshakes that failed, bytes that are not HTTP.
    public var unreadable: [Exchange] { journal.filter { $0.unreadable != nil } }

    /// Counts the requests that came up to now, those that the journal dropped among them, and says whether there are as many
    /// as expected.
    ///
    /// ```swift
    /// import MockPortal
    /// import MockPortalTesting
    /// import Testing
    ///
    /// @Test(.mockEnterprise("start/federated"))
    /// func asksNobody() throws {
    ///     let mock = try MockEnterprise.current
    ///     #expect(mock.verify(.rule("token.expired"), times: .never).passed)
    /// }
    /// ```
    ///
    /// A test that fails shows the verdict's description: what was expected, what came, and what came near.
    ///
    /// - Parameters:
    ///   - pattern: Which requests.
    ///   - times: How many of them.
    /// - Returns: The verdict. It has not passed, whatever `times` says, if the pattern names what does not exist, or if
    ///   exchanges that the journal dropped could change it; its description says so.
    public func verify(_ pattern: RequestPattern, times: RequestPattern.Times = .atLeast(1)) -> Verification {
        do throws(MockEnterpriseError) {
            try check(pattern)
            do throws(JournalIncomplete) {
                return try state.withLock { $0.journal }.verify(pattern, times: times)
            } catch {
                throw MockEnterpriseError(error)
            }
        } catch {
            return Verification(pattern, times: times, impossible: error)
        }
    }

    /// Returns the whole story for a person to read: what is odd about the scenario, the transcripts of all exchanges that are kept, and between them what
    /// the test changed.
    ///
    /// - Parameter secrets: As in ``Exchange/transcript(secrets:bodyLimit:)``.
    /// - Returns: Many lines.
    public func transcript(secrets: Bool = false) -> String {
        let journal = state.withLock { $0.journal }
        let entries =
            journal.exchanges.map { ($0.number, $0.transcript(secrets: secrets)) }
            + journal.edits.map { ($0.number, $0.description) }
        return (warnings.map(\.description) + entries.sorted { $0.0 < $1.0 }.map(\.1)).joined(separator: "\n\n")
    }

    /// Returns the requests that are kept as an HTTP Archive, version 1.2, in JSON, as browsers' developer tools read it.
    ///
    /// - Parameter secrets: Whether to include passwords and tokens; otherwise they appear as `‹password›` and
    ///   `‹token:8 first letters›`.
    /// - Returns: The archive as text.
    public func har(secrets: Bool = false) -> String { journal.har(secrets: secrets) }

    /// Forgets what came so far; numbers are not given again.
    public func clearJournal() { state.withLock { $0.journal.clear() } }

    /// All that is kept, oldest first: also what was no request, and handshakes that failed.
    package var journal: [Exchange] { state.withLock { $0.journal.kept }.exchanges }

    /// What was changed since the start, oldest first. The numbers of the edits stand between those of the `journal`.
    package var edits: [ControlEdit] { state.withLock { $0.journal.edits } }

    /// The requests that nothing here answers, each with what it may have meant.
    package var unmatched: [Exchange] {
        journal.filter { exchange in
            guard exchange.method != nil, let rule = exchange.verdict.first?.rule.id else { return false }
            return rule == "http.not-found" || rule.hasSuffix(".no-resource") || Explanation.isGap(rule)
        }
    }

    /// Refuses a pattern that no request can ever match, as it names what does not exist.
    func check(_ pattern: RequestPattern) throws(MockEnterpriseError) {
        try pattern.check(against: state.withLock { $0.deployment.callerNames })
    }
}
