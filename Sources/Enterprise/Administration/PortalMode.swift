// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/mode`: whether the portal may be edited. While it may not, operations that change something are refused
/// at every door but this one (developers.arcgis.com/rest/enterprise-administration/portal/mode).
enum PortalMode {
    private static let key = "mode"

    static func read(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalAdministrator.answer(&deployment, &context) { deployment, context, index in
            guard deployment.portals[index].isReadOnly else { return .object([.init("isReadOnly", .bool(false))]) }
            let servers = FederatedServers.list(deployment, context, portal: index).map(\.id)
            return .object([
                .init("isReadOnly", .bool(true)),
                .init("message", deployment.portals[index].documents[key]?["message"] ?? .string(ReadOnlyMode.words)),
                .init("servers", .strings(servers)),
            ])
        }
    }

    @Sendable static func update(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let text = try context.needed("isReadOnly")
        guard ["true", "false"].contains(text.lowercased()) else {
            throw .badValue("isReadOnly", text, "isReadOnly=true or isReadOnly=false")
        }
        let message = context.parameters.given("description") ?? ReadOnlyMode.words
        deployment.portals[index].setReadOnly(ASCII.equal(text, "true"), message: message)
        return PortalOperation.done()
    }

    /// Returns the refusal of a change while the portal may not be edited.
    static func refuse(_ deployment: Deployment, _ context: RequestContext) -> Outcome? {
        guard case .portal(let index) = context.site, !context.isGet,
            ReadOnlyMode.isOn(deployment.portals[index].documents),
            context.route.path != "portaladmin/mode/update", isChange(context)
        else { return nil }
        let isDirectory = context.route.door == .portalAdmin
        let verdict = Verdict(
            Administration.Rules.portalReadOnly, facts: [.init("path", context.route.path)],
            wouldPass: "the same request after portaladmin/mode/update with isReadOnly=false")
        return .refused(
            isDirectory ? Administration.ErrorBodies.readOnlyDirectory : Administration.ErrorBodies.portalReadOnly,
            verdict)
    }

    /// Returns whether the documentation calls it an operation that changes something, for members or administrators.
    private static func isChange(_ context: RequestContext) -> Bool {
        let segments = context.route.path.split(separator: "/").map(String.init)
        guard let row = Surface.find(.portal, segments[...])?.row else { return false }
        return row.method == .post && row.audience != .anyone
    }
}
