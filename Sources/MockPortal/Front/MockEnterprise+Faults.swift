// SPDX-License-Identifier: Apache-2.0

import Enterprise
public import Facts
import Formats
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
        var data: [String: [UInt8]] = [:]
        var findings: [Finding] = []
        let node = fault.node(&findings, &data)
        let (faults, found) = ScenarioLoader.faults(JSONWriter.json(node.json), file: fault.location.file)
        guard let known = faults.first, found.isEmpty else {
            throw FaultFailure(
                findings: found.map {
                    Finding(
                        file: fault.location.file, position: fault.location.position, message: $0.message,
                        suggestion: $0.suggestion)
                })
        }
        do throws(Event.Impossible) {
            return try instance.edit(.faults) { state throws(Event.Impossible) in
                try state.deployment.check([known])
                let id = state.faults.add(known)
                return (id, ControlEdit.told([id], [known]))
            }
        } catch {
            throw FaultFailure(
                findings: [
                    Finding(
                        file: fault.location.file, position: fault.location.position, message: error.message,
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
