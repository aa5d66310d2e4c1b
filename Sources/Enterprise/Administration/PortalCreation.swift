// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/createNewSite`: a portal before it is initialized.
enum PortalCreation {
    /// Refuses to make a site of a portal that has one. It asks for its administrator first: installers take the 499 for
    /// "done" (reported).
    static func refuseSecond(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) -> Outcome? {
        guard deployment.portals[index].hasSite else { return nil }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        return .refused(
            Administration.ErrorBodies.portalSiteExists,
            Verdict(
                Administration.Rules.portalSiteExists, facts: [.init("portal", deployment.portals[index].name)],
                wouldPass: "a portal with site: false in the scenario"))
    }

    static func create(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = refuseSecond(&deployment, &context, index) { return refused }
        if context.isGet {
            return .json(.object([.init("contentDirPath", .string("/opt/arcgis/portal/usr/arcgisportal/content"))]))
        }
        if let missing = PortalMembers.notGiven(["username", "password"], context) { return missing }
        if let refused = PortalMembers.unknownType(context) { return refused }
        let name = context.parameters.given("username") ?? ""
        var account = Account(
            username: name, password: context.parameters.given("password") ?? "", provider: .arcgis,
            role: "org_admin", fullName: context.parameters.given("fullname") ?? name,
            email: context.parameters.given("email") ?? "", isDisabled: false, nameID: nil)
        account.description = context.parameters.given("description")
        if let type = context.parameters.given("userlicensetypeid") { account.licenseType = type }
        deployment.portals[index].accounts.append(account)
        deployment.portals[index].hasSite = true
        // Clients sleep twice as long; how long real portals say was never shown.
        return .json(.object([.init("status", .string("success")), .init("recheckAfterSeconds", .int(1))]))
    }
}
