// SPDX-License-Identifier: Apache-2.0

import Formats

extension Deployment {
    /// Applies an event.
    ///
    /// - Throws: `Event.Impossible` if it names something that does not exist; then nothing has changed.
    package mutating func happen(_ event: Event) throws(Event.Impossible) {
        for name in event.kind.needs where !Event.table.isGiven(name, in: event) {
            throw .init(message: "\"\(event.kind.rawValue)\" needs \"\(name)\"")
        }
        try event.kind.happens(&self, event)
    }

    /// Checks whether all events of the faults are possible in the current state; reports the first that is not.
    package func check(_ faults: [Fault]) throws(Event.Impossible) {
        for fault in faults {
            guard let event = fault.effect.event else { continue }
            var copy = self
            try copy.happen(event)
        }
    }

    /// Returns the index of the server with that name, or of the only server if there is no name.
    func index(server name: String?) throws(Event.Impossible) -> Int {
        try index(name, servers.map(\.name), "server")
    }

    func index(portal name: String?) throws(Event.Impossible) -> Int {
        try index(name, portals.map(\.name), "portal")
    }

    private func index(_ name: String?, _ names: [String], _ what: String) throws(Event.Impossible) -> Int {
        guard let name else {
            guard names.count == 1 else {
                throw .init(
                    message: names.isEmpty
                        ? "there is no \(what)" : "which \(what)? Name one of \(names.joined(separator: ", "))")
            }
            return 0
        }
        guard let index = names.firstIndex(of: name) else {
            throw .init(
                message: "there is no \(what) \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: names),
                key: what)
        }
        return index
    }
}
