// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/system/emailSettings`: by what server the portal sends mail. The double sends none: `test` says whether
/// it could (developers.arcgis.com/rest/enterprise-administration/portal/email-settings).
enum PortalEmail {
    private static let key = "system/emailSettings"

    @Sendable static func read(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        guard let settings = deployment.portals[index].documents[key] else { throw unset }
        return .json(settings)
    }

    @Sendable static func update(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let (server, address) = (try context.needed("smtpServer"), try context.needed("fromEmailAddress"))
        let given = context.parameters
        let method = (given.given("encryptionmethod") ?? "NONE").uppercased()
        guard ["SSL", "TLS", "NONE"].contains(method) else {
            throw .badValue("encryptionMethod", method, "SSL, TLS or NONE")
        }
        // A client says yes and no (pypi.org/project/arcgis/2.4.4).
        let isAuthenticated = ["true", "yes"].contains((given.given("authrequired") ?? "").lowercased())
        var members: [JSON.Member] = [
            .init("accountId", .string(PortalState.organizationID)), .init("smtpHost", .string(server)),
            .init("smtpPort", .int(given.given("smtpport").flatMap { Int($0) } ?? 25)),
            .init("mailFrom", .string(address)),
            .init("mailFromLabel", .string(given["fromemailaddresslabel"] ?? "")),
            .init("encryptionMethod", .string(method)), .init("authRequired", .bool(isAuthenticated)),
        ]
        if isAuthenticated {
            members.append(.init("smtpUser", .string(try context.needed("username"))))
            _ = try context.needed("password")
            members.append(.init("smtpPass", .string("********")))
        }
        deployment.portals[index].documents[key] = .object(members)
        return PortalOperation.done([.init("recheckAfterSeconds", .int(10))])
    }

    @Sendable static func test(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        _ = try context.needed("mailTo")
        guard deployment.portals[index].documents[key] != nil else { throw unset }
        return PortalOperation.done()
    }

    @Sendable static func delete(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        guard deployment.portals[index].documents[key] != nil else { throw unset }
        deployment.portals[index].documents[key] = nil
        return PortalOperation.done()
    }

    private static var unset: PortalRefusal {
        PortalRefusal(
            Administration.ErrorBodies.noEmailSettings, Administration.Rules.noEmailSettings, [],
            "system/emailSettings/update first")
    }
}
