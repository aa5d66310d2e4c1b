import Facts
import Formats
import Trust

/// `content/items/{id}`: the portal item of a service of a federated server.
///
/// Item and service are shared each by itself: an item may be public and its service not (auth-reference 7).
enum Item {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            let id = visit.names["id"] ?? ""
            guard let found = find(id, deployment, portal: place) else { return missing(id, "there is none", visit) }
            let service = deployment.servers[found.server].services[found.service]
            guard deployment.maySee(service.itemAccess, owner: service.owner, caller) else {
                // Whoever is signed in is told that he may not; nobody else is told that there is one.
                return caller == .anonymous
                    ? missing(id, "it is not public", visit)
                    : SharingDoor.forbidden(
                        &visit,
                        Because(
                            Tokens.Rules.notShared,
                            facts: [
                                .init("item", id), .init("access", "\(service.itemAccess)"),
                                .init("user", deployment.name(of: caller) ?? "nobody"),
                            ], wouldPass: "a member whom the item is shared with"))
            }
            let url = deployment.url(ofServer: found.server, visit)
            return .json(json(id, found.type, service, "\(url)/rest/services/\(service.name)/\(found.type)"))
        }
    }

    private static func missing(_ id: String, _ why: String, _ visit: Visit) -> Outcome {
        SharingDoor.Refused(
            words: Sharing.Said.itemMissing,
            because: Because(
                Sharing.Rules.itemMissing, facts: [.init("item", id), .init("because", why)],
                wouldPass: "the id of an item that the caller may see"), visit
        ).outcome
    }

    private static func json(_ id: String, _ type: String, _ service: ServiceState, _ url: String) -> JSON {
        let name = service.name.split(separator: "/").last.map(String.init) ?? service.name
        let access =
            switch service.itemAccess {
            case .everyone: "public"
            case .organization: "org"
            case .owner: "private"
            case .groups: "shared"
            }
        return .object([
            .init("id", .string(id)), .init("owner", service.owner.map(JSON.string) ?? .null),
            .init("orgId", .string(PortalSelf.organizationID)), .init("name", .string(name)),
            .init("title", .string(name)),
            .init("type", .string(type == "MapServer" ? "Map Service" : "Feature Service")),
            .init("typeKeywords", .array([.string("ArcGIS Server")])), .init("description", .null),
            .init("tags", .array([])), .init("snippet", .null), .init("url", .string(url)),
            .init("access", .string(access)),
        ])
    }

    private static func find(
        _ id: String, _ deployment: Deployment, portal: Int
    ) -> (server: Int, service: Int, type: String)? {
        for server in deployment.servers.indices where deployment.servers[server].federation?.portal == portal {
            for (number, service) in deployment.servers[server].services.enumerated() where service.running != .missing
            {
                for type in service.types where Item.id(deployment.servers[server].name, service.name, type) == id {
                    return (server, number, type)
                }
            }
        }
        return nil
    }

    /// 32 letters of hex that follow from the service's name.
    static func id(_ server: String, _ service: String, _ type: String) -> String {
        Hex.encode(Digest.sha256(Array("\(server)/\(service)/\(type)".utf8)).prefix(16))
    }
}
