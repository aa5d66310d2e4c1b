// SPDX-License-Identifier: Apache-2.0

extension Deployment {
    /// Applies an event.
    ///
    /// - Throws: `Event.Impossible` if it names something that does not exist; then nothing has changed.
    package mutating func happen(_ event: Event) throws(Event.Impossible) {
        var names = knownNames
        try names.happen(event)
        try event.kind.happens(&self, event)
    }

    /// Sets the number of milliseconds by which a server's clock is ahead of the deployment's.
    ///
    /// - Throws: `Event.Impossible` if there is no server with that name.
    package mutating func skew(server name: String, by milliseconds: Int64) throws(Event.Impossible) {
        servers[try index(server: name)].skew = milliseconds
    }

    /// Returns the index of the server with that name, or of the only server if there is no name.
    func index(server name: String?) throws(Event.Impossible) -> Int { try knownNames.server(name) }

    func index(portal name: String?) throws(Event.Impossible) -> Int { try knownNames.portal(name) }
}
