// SPDX-License-Identifier: Apache-2.0

extension Deployment {
    /// Checks whether all events of the faults are possible in the current state; reports the first that is not.
    package func check(_ faults: [Fault]) throws(Event.Impossible) {
        let names = knownNames
        for event in faults.compactMap(\.effect.event) {
            var after = names
            try after.happen(event)
        }
    }
}
