// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The roles and functions of a federated server (pypi.org/project/arcgis/2.4.4 lists them), and who may have them.
enum ServerRole {
    static let roles = ["FEDERATED_SERVER", "FEDERATED_SERVER_WITH_RESTRICTED_PUBLISHING", "HOSTING_SERVER"]
    static let functions = [
        "GeoAnalytics", "RasterAnalytics", "ImageHosting", "NotebookServer", "MissionServer", "WorkflowManager",
        "KnowledgeServer", "GeneralPurposeServer", "VideoServer", "Indoors", "ImageServer",
    ]

    /// Returns the refusal of an update in the envelope of `portaladmin`.
    static func refuse(_ deployment: Deployment, _ context: RequestContext, _ index: Int, _ id: String) -> Outcome? {
        let server = deployment.servers[index].name
        let url = deployment.servers[index].federation?.adminURL ?? deployment.url(ofServer: index, context)
        let name = PlainURL(url)?.authority ?? deployment.servers[index].machine
        if let role = context.parameters.given("serverrole") {
            guard roles.contains(role) else {
                return .refused(
                    Administration.ErrorBodies.badServerRole.about([
                        "name": name, "id": id, "what": "role", "word": role,
                    ]),
                    Verdict(
                        Administration.Rules.badServerRole, facts: [.init("serverRole", role)],
                        wouldPass: "one of \(roles.joined(separator: ", "))"))
            }
            if role == "HOSTING_SERVER", !deployment.servers[index].license.mayHost {
                return .refused(
                    Administration.ErrorBodies.hostingUnlicensed.about(["name": name, "id": id]),
                    Verdict(
                        Administration.Rules.hostingUnlicensed,
                        facts: [.init("server", server), .init("license", deployment.servers[index].license.rawValue)],
                        wouldPass: "a server with license: \"standard\" in the scenario, or serverRole=FEDERATED_SERVER"
                    ))
            }
        }
        let given = NameList.read(context.parameters.given("serverfunction"))
        if let unknown = given.first(where: { !functions.contains($0) }) {
            return .refused(
                Administration.ErrorBodies.badServerRole.about(
                    ["name": name, "id": id, "what": "function", "word": unknown]),
                Verdict(
                    Administration.Rules.badServerRole, facts: [.init("serverFunction", unknown)],
                    wouldPass: Suggestion.nearest(to: unknown, among: functions).map { "did you mean \($0)?" }
                        ?? "one of \(functions.joined(separator: ", "))"))
        }
        return nil
    }
}

extension Deployment {
    /// Returns the number of the server at one of these addresses.
    func server(at addresses: [String?], _ context: RequestContext) -> Int? {
        let asked = addresses.compactMap { $0.flatMap(PlainURL.init) }
        return servers.indices.first { index in
            let known = [url(ofServer: index, context), servers[index].federation?.adminURL]
                .compactMap { $0.flatMap(PlainURL.init) }
            return asked.contains { url in known.contains { $0.authority == url.authority && $0.path == url.path } }
        }
    }

    /// Returns the number of the server with that id among those of a portal.
    func federated(_ id: String, _ portal: Int) -> Int? {
        servers.indices.first {
            servers[$0].federation?.portal == portal && FederatedServers.id(servers[$0].name) == id
        }
    }

    /// Gives a server a role. There is one hosting server: the former one is a federated server then.
    mutating func setRole(_ role: String, ofServer index: Int) {
        let isHosting = role == "HOSTING_SERVER"
        if isHosting {
            for other in servers.indices
            where other != index && servers[other].isHosting
                && servers[other].federation?.portal == servers[index].federation?.portal
            {
                servers[other].isHosting = false
                servers[other].federation?.role = "FEDERATED_SERVER"
            }
        }
        servers[index].federation?.role = role
        servers[index].isHosting = isHosting
    }
}
