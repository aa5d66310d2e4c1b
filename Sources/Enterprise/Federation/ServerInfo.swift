import Facts
import Formats

/// `rest/info` of a server, in its captured shapes: auth-reference 2.3. Always anonymous.
enum ServerInfo {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        let server = deployment.servers[place]
        let root = deployment.url(ofServer: place, visit)
        var members: [JSON.Member] = [
            .init("currentVersion", .number(server.version.number)), .init("fullVersion", .string(server.version.full)),
            .init("soapUrl", .string("\(root)/services")), .init("secureSoapUrl", .null),
        ]
        var auth: [JSON.Member] = [.init("isTokenBasedSecurity", .bool(server.isSecured))]
        if let federation = server.federation {
            let portal = federation.owningSystemURL ?? deployment.url(ofPortal: federation.portal, visit)
            members.append(.init("owningSystemUrl", .string(portal)))
            let url = Federation.tokenServicesURL(deployment, &visit, federation)
            auth.append(.init("tokenServicesUrl", .string(url)))
        } else if server.isSecured {
            auth.append(.init("tokenServicesUrl", .string("\(root)/tokens/")))
            auth.append(.init("shortLivedTokenValidity", .number(String(server.shortMinutes))))
        }
        members.append(.init("authInfo", .object(auth)))
        return .json(.object(members), caching: .anybody)
    }
}
