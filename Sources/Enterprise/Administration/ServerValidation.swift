// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What `validate` says of a federated server: that the portal reaches it, and that the releases fit
/// (docs/reference/federation.md#e23). Sentences of failures were never shown.
enum ServerValidation {
    static func json(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        let server = deployment.servers[index]
        let url = server.federation?.adminURL ?? deployment.url(ofServer: index, context)
        // `adminUrl` and the last words are documented of 11.1; older documentation has the others.
        let isNew = context.profile.version >= .v11_1
        let isReached = server.condition == .started && server.hasSite
        // Since 11.1 older servers are compatible; before, the releases had to be the same.
        let fits =
            isNew
            ? server.version <= context.profile.version
            : server.version.name == context.profile.version.name || server.version.isOnline
        let name = "ArcGIS Server '\(url)'"
        var messages = [
            "ArcGIS Server administration URL '\(url)' is \(isReached ? "accessible" : "not accessible")."
        ]
        if isReached {
            let words =
                switch (isNew, fits) {
                case (true, true): "version is compatible with"
                case (true, false): "version is not compatible with"
                case (false, true): "version matches with"
                case (false, false): "version does not match with"
                }
            messages.append("\(name) \(words) Portal for ArcGIS.")
        }
        if server.federation?.hasStaleKey == true {
            messages.append("\(name) does not trust the tokens of Portal for ArcGIS.")
        }
        let isWell = isReached && fits && server.federation?.hasStaleKey != true
        var members: [JSON.Member] = [
            .init("status", .string(isWell ? "success" : "failure")),
            .init("serverId", .string(FederatedServers.id(server.name))), .init("messages", .strings(messages)),
        ]
        if isNew { members.append(.init("adminUrl", .string(url))) }
        return .object(members)
    }
}
