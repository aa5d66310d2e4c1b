// SPDX-License-Identifier: Apache-2.0

package import Facts
import Trust

/// The faults, with the number of their matches and strikes. The portal's lock guards it.
package struct FaultBook: Sendable {
    struct Entry: Sendable {
        let id: String
        let fault: Fault
        /// A Boolean value that indicates whether the fault is from the scenario: a reset keeps it and clears its
        /// counts.
        let isWritten: Bool
        var matches = 0
        var strikes = 0
        /// The counts within the period of `per`.
        var recent = Counts()
        var began: Instant?
    }

    struct Counts: Sendable {
        var matches = 0
        var strikes = 0
    }

    /// The effect of a fault on an exchange or a connection.
    package struct Struck: Sendable {
        package var id: String
        package var effect: Fault.Effect
        package var verdict: Verdict
    }

    var entries: [Entry] = []
    var lastID = 0
    private let seed: UInt64
    /// A Boolean value that indicates whether any fault strikes before there is a request.
    package internal(set) var watchesConnections = false

    /// Creates a book; `seed` decides what is left to chance.
    package init(_ written: [Fault] = [], seed: UInt64 = 0) {
        self.seed = seed
        for fault in written { add(fault, isWritten: true) }
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// Returns whether nothing has changed since `before` was copied: no fault, and no count.
    package func isUnchanged(since before: FaultBook) -> Bool { ValueStorage.isShared(entries, before.entries) }

    /// Adds a fault and returns its id.
    package mutating func add(_ fault: Fault) -> String { add(fault, isWritten: false) }

    @discardableResult
    private mutating func add(_ fault: Fault, isWritten: Bool) -> String {
        lastID += 1
        let id = "f\(lastID)"
        entries.append(Entry(id: id, fault: fault, isWritten: isWritten))
        watchesConnections = entries.contains { $0.fault.effect.connectionStage != nil }
        return id
    }

    /// Removes a fault and returns whether there was one with that id.
    package mutating func remove(_ id: String) -> Bool {
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return false }
        entries.remove(at: index)
        watchesConnections = entries.contains { $0.fault.effect.connectionStage != nil }
        return true
    }

    package mutating func removeAll() {
        entries.removeAll()
        watchesConnections = false
    }

    /// The faults, for `GET /_mock/faults`.
    package var list: [(id: String, fault: Fault, matches: Int, strikes: Int)] {
        entries.map { ($0.id, $0.fault, $0.matches, $0.strikes) }
    }

    /// Returns the fault that strikes a connection at a stage before there is a request.
    package mutating func meet(_ stage: Fault.Stage, _ now: Instant) -> Struck? {
        strike(entries.indices.filter { entries[$0].fault.effect.connectionStage == stage }, now)
    }

    /// Those that fit a request as far as it says itself.
    func fitting(_ call: Call, _ door: Door?) -> [Int] {
        let parameters = call.parameters
        return entries.indices.filter { entries[$0].fault.fits(call, parameters, door) }
    }

    /// The user whom a fault is about; `nil`: it is about whoever calls.
    func user(_ index: Int) -> String? { entries[index].fault.user }

    /// Counts a match of each fault and returns the first that strikes.
    mutating func strike(_ fitting: [Int], _ now: Instant) -> Struck? {
        var first: Struck?
        for index in fitting {
            let number = count(index, now)
            let when = entries[index].fault
            guard first == nil, when.nth.map({ $0 == number }) ?? true, when.from.map({ number >= $0 }) ?? true,
                when.times.map({ entries[index].recent.strikes < $0 }) ?? true,
                when.percent.map({ isChosen(index, $0) }) ?? true
            else { continue }
            entries[index].strikes += 1
            entries[index].recent.strikes += 1
            let entry = entries[index]
            first = Struck(
                id: entry.id, effect: entry.fault.effect, verdict: Faults.verdict(entry.id, entry.fault, number))
        }
        return first
    }

    /// Counts a match and returns its number; after the period of `per`, the count restarts.
    private mutating func count(_ index: Int, _ now: Instant) -> Int {
        entries[index].matches += 1
        if let per = entries[index].fault.per?.milliseconds {
            let isOver = entries[index].began.map { now >= $0.advanced(milliseconds: per) || now < $0 } ?? true
            if isOver { (entries[index].recent, entries[index].began) = (Counts(), now) }
        }
        entries[index].recent.matches += 1
        return entries[index].recent.matches
    }

    /// Returns whether the seed selects a match. The same matches of a fault are selected whatever the other faults do.
    private func isChosen(_ index: Int, _ percent: Int) -> Bool {
        var chance = Generator(seed: seed ^ UInt64(index) << 48 ^ UInt64(entries[index].matches))
        return Int.random(in: 0..<100, using: &chance) < percent
    }
}
