// SPDX-License-Identifier: Apache-2.0

extension Deployment {
    /// Returns whether nothing has changed since `before` was copied, other than what is remembered for speed.
    ///
    /// The state is made of values. As long as the copy holds their storage, a change to any of them, however deep,
    /// has to make new storage for all that it lies in: what still is the same storage is unchanged. The reverse does
    /// not hold; a value that was written over itself counts as changed. `UnchangedTests` holds the fields against
    /// this list, and every route against a digest of the whole state.
    package func isUnchanged(since before: Deployment) -> Bool {
        ValueStorage.isShared(portals, before.portals) && ValueStorage.isShared(servers, before.servers)
            && ValueStorage.isShared(sites, before.sites) && bindings.isUnchanged(since: before.bindings)
            && generator == before.generator && ValueStorage.isShared(allowedOrigins, before.allowedOrigins)
            && explains == before.explains && ValueStorage.isShared(ports, before.ports)
            && ValueStorage.isShared(serverPorts, before.serverPorts) && sharedPorts == before.sharedPorts
            && ValueStorage.isShared(exports, before.exports) && ValueStorage.isShared(pending, before.pending)
            && ValueStorage.isShared(oidcCodes, before.oidcCodes)
            && ValueStorage.isShared(handshakes, before.handshakes)
            && idpKey == before.idpKey
    }

    /// The fields that `isUnchanged` compares.
    static let compared: Set<String> = [
        "portals", "servers", "sites", "bindings", "generator", "allowedOrigins", "explains", "ports", "serverPorts",
        "sharedPorts", "exports", "pending", "oidcCodes", "handshakes", "idpKey",
    ]

    /// The fields that are remembered for speed or taken out after each answer: no answer depends on them.
    static let remembered: Set<String> = ["recentRoutes", "recentServices", "date", "sideNotes"]

    /// Takes back what has changed since `before`, and keeps what is remembered for speed.
    package mutating func takeBack(to before: Deployment) {
        var before = before
        (before.recentRoutes, before.recentServices, before.date) = (recentRoutes, recentServices, date)
        self = before
    }
}
