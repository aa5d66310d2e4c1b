// SPDX-License-Identifier: Apache-2.0

extension Deployment {
    /// Whether all of these can happen, each as things are now; the first that cannot is told.
    package func check(_ faults: [Fault]) throws(Event.Impossible) {
        let names = knownNames
        for event in faults.compactMap(\.effect.event) {
            var after = names
            try after.happen(event)
        }
    }
}
