// SPDX-License-Identifier: Apache-2.0

public import Enterprise
public import Facts
import Trust

extension MockEnterprise {
    /// A fault that is set.
    public struct ActiveFault: Sendable, Hashable {
        /// Its id: `f1`.
        public let id: String
        /// How many requests it was held against and all else held.
        public let matches: Int
        /// How often it struck.
        public let strikes: Int
    }

    /// Why a fault cannot be set.
    public struct FaultFailure: Error, Sendable, CustomStringConvertible {
        /// What is wrong, each at the line where the fault was written.
        public let findings: [Finding]
        /// In a line each.
        public var description: String { findings.map(\.description).joined(separator: "\n") }
    }

    /// Sets a fault from now on.
    ///
    /// - Parameter fault: What is done, and to which requests.
    /// - Returns: Its id.
    /// - Throws: ``FaultFailure`` if it makes no sense, as a delay of less than nothing or an event that cannot happen.
    @discardableResult
    public func inject(_ fault: Fault) throws(FaultFailure) -> String {
        let findings = ScenarioLoader.findings(in: fault)
        guard findings.isEmpty else { throw FaultFailure(findings: findings) }
        do throws(Event.Impossible) {
            return try instance.edit(.faults) { state throws(Event.Impossible) in
                try state.deployment.check([fault])
                let id = state.faults.add(fault)
                return (id, ControlEdit.told([id], [fault]))
            }
        } catch {
            throw FaultFailure(
                findings: [
                    Finding(
                        file: fault.place.file, position: fault.place.position, message: error.message,
                        suggestion: error.suggestion)
                ])
        }
    }

    /// The faults that are set, those of the scenario first.
    public var faults: [ActiveFault] {
        state.withLock { $0.faults.list }.map { ActiveFault(id: $0.id, matches: $0.matches, strikes: $0.strikes) }
    }

    /// Takes a fault away.
    ///
    /// - Parameter id: As ``inject(_:)`` gave it.
    /// - Returns: Whether there was one.
    @discardableResult
    public func removeFault(_ id: String) -> Bool {
        instance.edit(.faults) { state in
            let hit = state.faults.remove(id)
            return (hit, hit ? ControlEdit.told(removed: id) : nil)
        }
    }

    /// Takes all faults away, also the scenario's.
    public func removeFaults() {
        instance.edit(.faults) { state in
            state.faults.removeAll()
            return ((), ControlEdit.told(removed: nil))
        }
    }
}
