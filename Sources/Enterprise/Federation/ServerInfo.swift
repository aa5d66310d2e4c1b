// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `rest/info` of a server, in its captured shapes: docs/reference/server-tokens.md#restinfo. Always anonymous.
enum ServerInfo {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let server = deployment.servers[index]
        let (root, secureRoot) = roots(deployment, context, index)
        var members: [JSON.Member] = []
        if let number = server.version.number { members.append(.init("currentVersion", .number(number))) }
        if context.choice(.infoKeys) == .show {
            members.append(.init("fullVersion", .string(server.fullVersion ?? server.version.text)))
            members.append(.init("soapUrl", .string("\(root)/services")))
            members.append(.init("secureSoapUrl", secureRoot.map { .string("\($0)/services") } ?? .null))
        } else {
            members += [.init("soapUrl", .null), .init("secureSoapUrl", .null)]
        }
        let isText = context.choice(.infoSecurityForm) == .string
        var auth: [JSON.Member] = [
            .init("isTokenBasedSecurity", isText ? .string("\(server.isSecured)") : .bool(server.isSecured))
        ]
        if let federation = server.federation {
            let portal = federation.owningSystemURL ?? deployment.url(ofPortal: federation.portal, context)
            members.append(.init("owningSystemUrl", .string(portal)))
            if context.choice(.infoOwningTenant) == .show {
                members.append(.init("owningTenant", .string(PortalState.organizationID)))
            }
            let url = Federation.tokenServicesURL(deployment, &context, federation)
            auth.append(.init("tokenServicesUrl", .string(url)))
        } else if server.isSecured {
            auth.append(.init("tokenServicesUrl", .string("\(secureRoot ?? root)/tokens/")))
            auth.append(.init("shortLivedTokenValidity", .number(String(server.tokens.shortMinutes))))
        }
        members.append(.init("authInfo", .object(auth)))
        return .json(.object(members), caching: .anybody)
    }

    /// Returns the URLs. A server with its own ports names both, as one does without a web adaptor; otherwise there is
    /// one URL.
    private static func roots(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> (String, String?) {
        let server = deployment.servers[index]
        let ports = deployment.serverPorts[index]
        guard ports.isOwn, ports.http != 0, ports.https != 0, ports.http != ports.https, server.federation == nil,
            server.publicURL == nil
        else { return (deployment.url(ofServer: index, context), nil) }
        return (
            "\(context.origin(isSecure: false, port: ports.http))/\(server.context)",
            "\(context.origin(isSecure: true, port: ports.https))/\(server.context)"
        )
    }
}
