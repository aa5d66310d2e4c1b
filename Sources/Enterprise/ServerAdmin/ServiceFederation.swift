// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/services/federate`: what a script asks for after federation, so that the services that were there before are items
/// of the portal. Here they are as soon as the server is federated.
enum ServiceFederation {
    static let routes: [Route] = [
        Administration.operation(
            "services/federate", "Registers the services as items of the portal.", since: .v10_3,
            .reported(
                "docs/reference/admin.md#b20; Esri/arcgis-cookbook server_admin_client.rb asks with a portal's token")
        ) { deployment, _, index throws(AdminRefusal) in
            guard deployment.servers[index].federation != nil else {
                throw AdminRefusal(
                    Administration.ErrorBodies.notFederated, Administration.Rules.notFederated,
                    facts: [.init("server", deployment.servers[index].name)],
                    wouldPass: "the same request after federation, with a token of the portal")
            }
            return .json(Administration.success)
        }
    ]
}
