import Facts
import Formats

/// What lies below `portals/{id}`: members, roles, and the URLs of hosted services. All but the last need a token.
enum PortalResources {
    static func users(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        signedIn(&deployment, &visit, "users") { deployment, visit, place, caller in
            let accounts = deployment.portals[place].accounts
            let page = ResultPage(visit.parameters, total: accounts.list.count)
            let users = page.range.map { CommunityUser.json(deployment, visit, place, $0, caller) }
            return .json(.object(page.members + [.init("users", .array(users))]))
        }
    }

    /// Roles of the organization's own making: there are none.
    static func roles(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        signedIn(&deployment, &visit, "roles") { _, visit, _, _ in
            .json(.object(ResultPage(visit.parameters, total: 0).members + [.init("roles", .array([]))]))
        }
    }

    /// Whether no service of the hosting server has that name and type; the name is that of the folder Hosted.
    static func isServiceNameAvailable(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        signedIn(&deployment, &visit, "isServiceNameAvailable") { deployment, visit, place, _ in
            let name = visit.parameters["name"] ?? ""
            let type = visit.parameters["type"] ?? ""
            let isTaken = deployment.servers.contains { server in
                server.federation?.portal == place && server.isHosting
                    && server.services.contains { service in
                        service.running != .missing && ["Hosted/\(name)", name].contains(service.name)
                            && service.types.contains { ContentItem.type(ofService: $0) == type }
                    }
            }
            return .json(.object([.init("available", .bool(!isTaken))]))
        }
    }

    /// Where the hosting server's tiles and features are (documented); empty lists without one.
    static func urls(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        PortalSelf.answer(&deployment, &visit) { deployment, visit, place, _ in
            let hosting = deployment.servers.indices.first {
                deployment.servers[$0].federation?.portal == place && deployment.servers[$0].isHosting
            }
            let url = hosting.flatMap { PlainURL(deployment.url(ofServer: $0, visit)) }
            let hosts: JSON = .object([
                .init(url?.scheme ?? "https", .strings(url.map { ["\($0.scheme)://\($0.authority)\($0.path)"] } ?? []))
            ])
            return .json(.object([.init("urls", .object([.init("tiles", hosts), .init("features", hosts)]))]))
        }
    }

    static func categorySchema(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        PortalSelf.answer(&deployment, &visit) { _, _, _, _ in
            .json(.object([.init("categorySchema", .array([]))]))
        }
    }

    private static func signedIn(
        _ deployment: inout Deployment, _ visit: inout Visit, _ resource: String,
        _ body: (inout Deployment, inout Visit, Int, Caller) -> Outcome
    ) -> Outcome {
        PortalSelf.answer(&deployment, &visit) { deployment, visit, place, caller in
            guard caller != .anonymous else { return SharingDoor.required("portals/self/\(resource)", visit) }
            return body(&deployment, &visit, place, caller)
        }
    }
}
