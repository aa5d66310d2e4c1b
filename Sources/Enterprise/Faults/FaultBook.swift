package import Facts
import Formats

/// The faults that are set, and how often each has matched and struck. Part of what the portal's lock guards.
package struct FaultBook: Sendable {
    private struct Entry: Sendable {
        let id: String
        let fault: Fault
        /// Whether the scenario has it: a reset keeps it and forgets its counts.
        let isWritten: Bool
        var matches = 0
        var strikes = 0
    }

    /// What a fault did to an exchange or a connection.
    package struct Struck: Sendable {
        package var id: String
        package var then: Fault.Then
        package var because: Because
    }

    private var entries: [Entry] = []
    private var lastID = 0
    /// Whether any strikes before there is a request.
    package private(set) var watchesConnections = false

    package init(_ written: [Fault] = []) {
        for fault in written { add(fault, isWritten: true) }
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// Sets a fault, and gives its id.
    package mutating func add(_ fault: Fault) -> String { add(fault, isWritten: false) }

    @discardableResult
    private mutating func add(_ fault: Fault, isWritten: Bool) -> String {
        lastID += 1
        let id = "f\(lastID)"
        entries.append(Entry(id: id, fault: fault, isWritten: isWritten))
        watchesConnections = entries.contains { $0.fault.then.connectionStage != nil }
        return id
    }

    /// Takes a fault away; `false` if there is none of that id.
    package mutating func remove(_ id: String) -> Bool {
        guard let place = entries.firstIndex(where: { $0.id == id }) else { return false }
        entries.remove(at: place)
        watchesConnections = entries.contains { $0.fault.then.connectionStage != nil }
        return true
    }

    package mutating func removeAll() {
        entries.removeAll()
        watchesConnections = false
    }

    /// Those that are set, for `GET /_mock/faults`.
    package var list: [(id: String, fault: Fault, matches: Int, strikes: Int)] {
        entries.map { ($0.id, $0.fault, $0.matches, $0.strikes) }
    }

    /// Answers a call, as the deployment does or as the first fault that strikes wants it.
    package mutating func answer(_ call: Call, _ deployment: inout Deployment) -> (Answer, Struck?) {
        guard !entries.isEmpty else { return (deployment.answer(call), nil) }
        let parameters = Parameters(call.request)
        let door = deployment.door(of: call)
        var fitting = entries.indices.filter { fits(entries[$0].fault, call, parameters, door) }
        // Who calls is known only after the deployment looked: on a copy, for a fault may replace its answer.
        var trial: (deployment: Deployment, answer: Answer)?
        if fitting.contains(where: { entries[$0].fault.when.user != nil }) {
            var copy = deployment
            let answer = copy.answer(call)
            trial = (copy, answer)
            fitting.removeAll { entries[$0].fault.when.user.map { $0 != answer.user } ?? false }
        }
        guard let struck = strike(fitting) else {
            guard let trial else { return (deployment.answer(call), nil) }
            deployment = trial.deployment
            return (trial.answer, nil)
        }
        switch struck.then {
        case .answer(let canned): return (deployment.answer(call, canned, struck.because, door), struck)
        case .error(let code, let message, let details):
            return (deployment.answer(call, code, message, details, struck.because), struck)
        default:
            if let trial { deployment = trial.deployment }
            let answer = trial?.answer ?? deployment.answer(call)
            return (answer.shaped(by: struck.because, explains: deployment.explains), struck)
        }
    }

    /// What happens to a connection at a stage before there is a request.
    package mutating func meet(_ stage: Fault.Stage) -> Struck? {
        strike(entries.indices.filter { entries[$0].fault.then.connectionStage == stage })
    }

    /// Counts a match of each, and finds the first that strikes.
    private mutating func strike(_ fitting: [Int]) -> Struck? {
        var first: Struck?
        for place in fitting {
            entries[place].matches += 1
            let (when, number) = (entries[place].fault.when, entries[place].matches)
            guard first == nil, when.nth.map({ $0 == number }) ?? true, when.from.map({ number >= $0 }) ?? true,
                when.times.map({ entries[place].strikes < $0 }) ?? true
            else { continue }
            entries[place].strikes += 1
            let entry = entries[place]
            first = Struck(
                id: entry.id, then: entry.fault.then, because: Faults.because(entry.id, entry.fault, number))
        }
        return first
    }

    private func fits(_ fault: Fault, _ call: Call, _ parameters: Parameters, _ door: Door?) -> Bool {
        guard fault.then.connectionStage == nil else { return false }
        let when = fault.when
        if let path = when.path, !path.matches(Percent.decode(Substring(call.request.target.path))) { return false }
        if let method = when.method, method != call.request.method { return false }
        if let wanted = when.door, wanted != door { return false }
        return when.query.allSatisfy { wanted in parameters[wanted.name].map(wanted.value.matches) ?? false }
    }
}
