// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/joinSite`: a machine without a site becomes the second one of another portal's, which answers for it from
/// then on (docs/reference/admin.md#e31).
enum PortalJoining {
    static func join(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = PortalCreation.refuseSecond(&deployment, &context, index) { return refused }
        do throws(PortalRefusal) {
            guard !context.isGet else { return .json(.object([])) }
            let found = try site(deployment, context, index)
            deployment.portals[index].joined = found
            deployment.portals[index].hasSite = true
            deployment.recentRoutes.removeAll()
            return PortalOperation.done([.init("recheckAfterSeconds", .int(1))])
        } catch { return .refused(error.errorBody, error.verdict) }
    }

    /// Returns the portal that the request names, whose administrator it is.
    private static func site(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Int {
        let address = try context.needed("machineAdminUrl")
        let (name, password) = (try context.needed("username"), try context.needed("password"))
        let others = deployment.portals.indices.filter {
            $0 != index && deployment.portals[$0].hasSite && deployment.portals[$0].joined == nil
        }
        let found = others.first { isAt(address, $0, deployment, context) }
        let account = found.flatMap { number in
            deployment.portals[number].accounts.number(named: name).map { deployment.portals[number].accounts[$0] }
        }
        guard let found, let account, account.isAdministrator, account.password == password else {
            let known = others.map { deployment.url(ofPortal: $0, context) }
            throw PortalRefusal(
                Administration.ErrorBodies.portalJoinFailed.about(address), Administration.Rules.portalJoinFailed,
                [("machineAdminUrl", address), ("username", name)],
                known.isEmpty
                    ? "another portal with a site in the scenario"
                    : "one of \(known.joined(separator: ", ")) and an administrator of it")
        }
        if let other = PortalMachines.second(deployment, found) {
            throw PortalRefusal(
                Administration.ErrorBodies.siteFull, Administration.Rules.siteFull, [("machine", other.name)],
                "the same after machines/unregister of \(other.name)")
        }
        return found
    }

    /// Returns whether an address is a portal's: its machine, its context, or `portaladmin` of it.
    private static func isAt(
        _ address: String, _ number: Int, _ deployment: Deployment, _ context: RequestContext
    ) -> Bool {
        guard let asked = PlainURL(address), let own = PlainURL(deployment.url(ofPortal: number, context)) else {
            return false
        }
        let path = asked.path.hasSuffix("/") ? String(asked.path.dropLast()) : asked.path
        return asked.authority == own.authority
            && ["", own.path, "\(own.path)/portaladmin"].contains { ASCII.equal($0, path) }
    }
}
