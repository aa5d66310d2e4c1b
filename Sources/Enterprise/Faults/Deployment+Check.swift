// SPDX-License-Identifier: Apache-2.0

import Formats

extension Deployment {
    /// Checks whether all events of the faults are possible in the current state, and whether the callers they are for
    /// exist; reports the first that is not.
    package func check(_ faults: [Fault]) throws(Event.Impossible) {
        if let callers = callerNames {
            for name in faults.compactMap(\.user) where !callers.contains(name) {
                throw .init(
                    message: "there is no user or app \"\(name)\"",
                    suggestion: Suggestion.nearest(to: name, among: callers), key: "when.user")
            }
        }
        let names = knownNames
        for event in faults.compactMap(\.effect.event) {
            var after = names
            try after.happen(event)
        }
    }
}
