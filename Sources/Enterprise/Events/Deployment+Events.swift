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

    /// Sets by how many milliseconds a server's clock is ahead of the deployment's.
    ///
    /// - Throws: `Event.Impossible` if there is no server of that name.
    package mutating func skew(server name: String, by milliseconds: Int64) throws(Event.Impossible) {
        servers[try index(server: name)].skew = milliseconds
    }

    /// The server of that name; without a name the only one.
    func index(server name: String?) throws(Event.Impossible) -> Int { try knownNames.server(name) }

    func index(portal name: String?) throws(Event.Impossible) -> Int { try knownNames.portal(name) }
}
