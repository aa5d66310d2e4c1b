// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Facts
import Trust

extension MockEnterprise {
    /// A fault that is set, and how often it struck.
    public struct ActiveFault: Sendable, Hashable, Identifiable {
        /// Its id: `f1`.
        public let id: String
        /// How many requests it was held against and all else held.
        public let matches: Int
        /// How often it struck.
        public let strikes: Int
    }

    /// Sets a fault from now on.
    ///
    /// - Parameter fault: What is done, and to which requests.
    /// - Returns: Its id.
    /// - Throws: ``MockEnterpriseError`` if it makes no sense, as a delay of less than nothing or an event that cannot happen.
    @discardableResult
    public func inject(_ fault: Fault) throws(MockEnterpriseError) -> String {
        let findings = ScenarioLoader.findings(in: fault)
        guard findings.isEmpty else { throw MockEnterpriseError(.invalidFault, findings) }
        do throws(Event.Impossible) {
            return try instance.edit(.faults) { state throws(Event.Impossible) in
                try state.deployment.check([fault])
                let id = state.faults.add(fault)
                return (id, ControlEdit.told([id], [fault]))
            }
        } catch {
            throw MockEnterpriseError(
                .invalidFault,
                [
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

    /// Removes a fault.
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

    /// Removes all faults, also the scenario's.
    public func removeFaults() {
        instance.edit(.faults) { state in
            state.faults.removeAll()
            return ((), ControlEdit.told(removed: nil))
        }
    }
}
