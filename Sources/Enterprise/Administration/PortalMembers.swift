// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/security`: the members of a portal, and how they are made.
enum PortalMembers {
    /// `security/users/createUser` (docs/reference/admin.md#e37).
    static func create(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        if context.isGet { return .json(Administration.success) }
        let isEnterprise = context.parameters.given("provider") == "enterprise"
        if let missing = notGiven(isEnterprise ? ["username"] : ["username", "password"], context) { return missing }
        if let refused = unknownType(context) { return refused }
        let name = context.parameters.given("username") ?? ""
        let role = context.parameters.given("role") ?? "org_user"
        guard ["org_admin", "org_publisher", "org_user"].contains(role) else {
            return .refused(
                Administration.ErrorBodies.badRole,
                Verdict(
                    Administration.Rules.badRole, facts: [.init("role", role)],
                    wouldPass: "one of org_admin, org_publisher, org_user"))
        }
        guard deployment.portals[index].accounts.number(namedLike: name) == nil else {
            return .refused(
                Administration.ErrorBodies.memberExists.about(name),
                Verdict(
                    Administration.Rules.memberExists, facts: [.init("username", name)],
                    wouldPass: "a name that no member has"))
        }
        let names = ["firstname", "lastname"].compactMap { context.parameters.given($0) }
        var account = Account(
            username: name, password: context.parameters.given("password") ?? "",
            provider: isEnterprise ? .enterprise : .arcgis, role: role,
            fullName: names.isEmpty ? name : names.joined(separator: " "),
            email: context.parameters.given("email") ?? "", isDisabled: false,
            nameID: context.parameters.given("idpusername"))
        account.description = context.parameters.given("description")
        if let type = context.parameters.given("userlicensetypeid") { account.licenseType = type }
        deployment.portals[index].accounts.append(account)
        return .json(Administration.success)
    }

    /// `security/config/update`: takes `securityConfig`, of which members that it lacks stay (inferred).
    static func configure(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let text = context.parameters.given("securityconfig") ?? ""
        guard !context.isGet, let given = try? JSONReader.read(Array(text.utf8)), let members = given.members else {
            return .refused(
                Administration.ErrorBodies.badSecurityConfig,
                Verdict(
                    Administration.Rules.badSecurityConfig, facts: [.init("securityConfig", text)],
                    wouldPass: "a POST with securityConfig={\"enableAutomaticAccountCreation\":false}"))
        }
        var security = deployment.portals[index].security
        for member in members { security.change(member) }
        let isAutomatic = given["enableAutomaticAccountCreation"]?.truth ?? false
        if isAutomatic, context.choice(.portalAdminUserTypes) == .show, security.defaultUserType == nil {
            return .refused(
                Administration.ErrorBodies.noDefaultUserType,
                Verdict(
                    Administration.Rules.noDefaultUserType, facts: [.init("enableAutomaticAccountCreation", "true")],
                    wouldPass: "\(PortalSecurity.typeKey) in securityConfig"))
        }
        deployment.portals[index].security = security
        return .json(Administration.success)
    }

    /// Returns the refusal of a user type that does not exist: since there are types, and their ids are case-sensitive.
    static func unknownType(_ context: RequestContext) -> Outcome? {
        guard let id = context.parameters.given("userlicensetypeid"), context.profile.version >= .v10_7,
            !types.contains(id)
        else { return nil }
        return .refused(
            Administration.ErrorBodies.unknownUserType,
            Verdict(
                Administration.Rules.unknownUserType, facts: [.init("userLicenseTypeId", id)],
                wouldPass: Suggestion.nearest(to: id, among: types).map { "did you mean \($0)?" }
                    ?? "one of \(types.joined(separator: ", "))"))
    }

    static func notGiven(_ names: [String], _ context: RequestContext) -> Outcome? {
        guard let name = names.first(where: { context.parameters.given($0) == nil }) else { return nil }
        return .refused(
            Administration.ErrorBodies.portalNotGiven.about(name),
            Verdict(Administration.Rules.portalNotGiven, facts: [.init("missing", name)], wouldPass: "\(name)=…"))
    }

    /// The user types of Enterprise, those of later releases included (documented).
    private static let types = [
        "viewerUT", "editorUT", "fieldWorkerUT", "creatorUT", "GISProfessionalBasicUT", "GISProfessionalStdUT",
        "GISProfessionalAdvUT", "storytellerUT", "insightsAnalystUT", "IndoorsUserUT", "liteUT", "contributorUT",
        "mobileWorkerUT", "professionalUT", "professionalPlusUT",
    ]
}
