// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Trust

extension MockEnterprise {
    /// The requests that are still kept, with their answers, oldest first. What was no request is in ``journal``.
    public var requests: [Exchange] { state.withLock { $0.journal }.exchanges(.any) }

    /// Returns the requests that match and are still kept, oldest first.
    ///
    /// - Parameter pattern: Which ones.
    /// - Returns: Requests with their answers.
    /// - Throws: ``MockEnterpriseError`` if the pattern names what does not exist.
    public func requests(_ pattern: RequestPattern) throws(MockEnterpriseError) -> [Exchange] {
        try check(pattern)
        return state.withLock { $0.journal }.exchanges(pattern)
    }

    /// All that is kept, oldest first: also what was no request, and handshakes that failed.
    public var journal: [Exchange] { state.withLock { $0.journal }.exchanges }

    /// What was changed since the start, oldest first: the clock, keys, faults.
    ///
    /// The numbers of the edits stand between those of the ``journal``. As many are kept as exchanges.
    public var edits: [ControlEdit] { state.withLock { $0.journal.edits } }

    /// Returns the whole story for a person to read: the transcripts of all exchanges that are kept, and between them what
    /// was changed.
    ///
    /// - Parameter secrets: As in ``Exchange/transcript(secrets:bodyLimit:)``.
    /// - Returns: Many lines.
    public func transcript(secrets: Bool = false) -> String {
        let journal = state.withLock { $0.journal }
        let entries =
            journal.exchanges.map { ($0.number, $0.transcript(secrets: secrets)) }
            + journal.edits.map { ($0.number, $0.description) }
        return entries.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n\n")
    }

    /// Returns how many requests match, those among them that the journal dropped.
    ///
    /// - Parameter pattern: Which ones; all unless given.
    /// - Returns: The exact count.
    /// - Throws: ``MockEnterpriseError`` if the pattern names what does not exist, or if dropped exchanges leave the count
    ///   open.
    public func count(_ pattern: RequestPattern = .any) throws(MockEnterpriseError) -> Int {
        try check(pattern)
        let journal = state.withLock { $0.journal }
        let count = journal.count(pattern)
        guard count.lowerBound == count.upperBound else {
            throw MockEnterpriseError(JournalIncomplete(dropped: journal.dropped, count: count, pattern: pattern))
        }
        return count.lowerBound
    }

    /// Returns whether as many requests came as expected, and what came near.
    ///
    /// - Parameters:
    ///   - pattern: Which requests.
    ///   - times: How many of them.
    /// - Returns: The verdict; its description tells what came, and what came near.
    /// - Throws: ``MockEnterpriseError`` if the pattern names what does not exist, or if exchanges that the journal dropped
    ///   could change the verdict.
    public func verify(
        _ pattern: RequestPattern, times: RequestPattern.Times = .atLeast(1)
    ) throws(MockEnterpriseError) -> Verification {
        try check(pattern)
        do throws(JournalIncomplete) {
            return try state.withLock { $0.journal }.verify(pattern, times: times)
        } catch {
            throw MockEnterpriseError(error)
        }
    }

    /// The requests that nothing here answers, each with what it may have meant: `did you mean
    /// /portal/sharing/rest/generateToken?`
    public var unmatched: [Exchange] {
        journal.filter { $0.door == nil && $0.method != nil && $0.verdict.contains { $0.rule.id == "http.not-found" } }
    }

    /// Forgets what came so far; numbers are not given again.
    public func clearJournal() { state.withLock { $0.journal.clear() } }

    /// Refuses a pattern that no request can ever match, as it names what does not exist.
    func check(_ pattern: RequestPattern) throws(MockEnterpriseError) {
        try pattern.check(against: state.withLock { $0.deployment.callerNames })
    }
}
