// SPDX-License-Identifier: Apache-2.0

extension Deployment {
    /// Lets something happen.
    ///
    /// - Throws: `Event.Impossible` if nobody and nothing here is of that name; then nothing has changed.
    package mutating func happen(_ event: Event) throws(Event.Impossible) {
        var names = knownNames
        try names.happen(event)
        try event.kind.happens(&self, event)
    }

    /// Whether all of these can happen, each as things are now; the first that cannot is told.
    package func check(_ faults: [Fault]) throws(Event.Impossible) {
        let names = knownNames
        for event in faults.compactMap(\.effect.event) {
            var after = names
            try after.happen(event)
        }
    }

    /// The server of that name; without a name the only one.
    func index(server name: String?) throws(Event.Impossible) -> Int { try knownNames.server(name) }

    func index(portal name: String?) throws(Event.Impossible) -> Int { try knownNames.portal(name) }
}
