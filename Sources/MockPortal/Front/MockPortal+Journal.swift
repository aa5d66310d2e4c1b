import Enterprise
import Trust

extension MockPortal {
    /// The requests that match and are still kept, oldest first.
    ///
    /// - Parameter pattern: Which ones; all unless given.
    /// - Returns: Requests with their answers. What was no request is in ``journal``.
    public func requests(_ pattern: RequestPattern = .any) -> [Exchange] {
        live.withLock { $0.journal }.exchanges(pattern)
    }

    /// All that is kept, oldest first: also what was no request, and handshakes that failed.
    public var journal: [Exchange] { live.withLock { $0.journal }.exchanges }

    /// How many requests match, those among them that the journal dropped.
    ///
    /// - Parameter pattern: Which ones; all unless given.
    /// - Returns: The exact count.
    /// - Throws: ``JournalIncomplete`` if dropped exchanges leave it open.
    public func count(_ pattern: RequestPattern = .any) throws(JournalIncomplete) -> Int {
        let journal = live.withLock { $0.journal }
        let count = journal.count(pattern)
        guard count.lowerBound == count.upperBound else {
            throw JournalIncomplete(dropped: journal.dropped, count: count, pattern: pattern)
        }
        return count.lowerBound
    }

    /// Whether as many requests came as expected.
    ///
    /// ```swift
    /// #expect(try portal.verify(.post("/portal/sharing/rest/generateToken"), times: 1).passed)
    /// ```
    ///
    /// - Parameters:
    ///   - pattern: Which requests.
    ///   - times: How many of them.
    /// - Returns: The verdict; its description tells what came, and what came near.
    /// - Throws: ``JournalIncomplete`` if exchanges that the journal dropped could change the verdict.
    public func verify(
        _ pattern: RequestPattern, times: RequestPattern.Times = .atLeast(1)
    ) throws(JournalIncomplete) -> Verification {
        try live.withLock { $0.journal }.verify(pattern, times: times)
    }

    /// The requests that nothing here answers, each with what it may have meant: `did you mean
    /// /portal/sharing/rest/generateToken?`
    public var unmatched: [Exchange] {
        journal.filter { $0.door == nil && $0.method != nil && $0.because.contains { $0.rule.id == "http.not-found" } }
    }

    /// Forgets what came so far; numbers are not given again.
    public func clearJournal() { live.withLock { $0.journal.clear() } }
}
