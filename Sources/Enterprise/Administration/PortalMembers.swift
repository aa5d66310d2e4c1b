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
        let given = context.parameters
        let names = ["firstname", "lastname"].compactMap { given.given($0) }
        var member = NewMember(username: given.given("username") ?? "")
        member.password = given.given("password") ?? ""
        member.provider = isEnterprise ? .enterprise : .arcgis
        member.role = given.given("role")
        member.licenseType = given.given("userlicensetypeid")
        member.fullName = names.isEmpty ? nil : names.joined(separator: " ")
        member.email = given.given("email")
        member.nameID = given.given("idpusername")
        member.description = given.given("description")
        do throws(NewMember.Problem) {
            try member.join(&deployment.portals[index], at: context.now)
        } catch { return refused(error, member, deployment.portals[index]) }
        return .json(Administration.success)
    }

    private static func refused(_ problem: NewMember.Problem, _ member: NewMember, _ portal: PortalState) -> Outcome {
        switch problem {
        case .taken:
            .refused(
                Administration.ErrorBodies.memberExists.about(member.username),
                Verdict(
                    Administration.Rules.memberExists, facts: [.init("username", member.username)],
                    wouldPass: "a name that no member has"))
        case .unknownType(let id): unknownType(id)
        case .role(let role):
            .refused(
                Administration.ErrorBodies.badRole,
                Verdict(
                    Administration.Rules.badRole,
                    facts: [.init("role", role), .init("userLicenseTypeId", member.licenseType ?? "the default")],
                    wouldPass: "one of org_admin, org_publisher, org_user"
                        + portal.roles.map { ", \($0.id)" }.joined() + ", within the user type"))
        case .password(let lack):
            .refused(
                Administration.ErrorBodies.portalWeakPassword,
                Verdict(
                    Administration.Rules.portalWeakPassword,
                    facts: [.init("username", member.username), .init("lacks", lack)],
                    wouldPass: "a password with at least \(lack)"))
        }
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
        let hasDefault = security.defaultUserType != nil || deployment.portals[index].newMember.licenseType != nil
        if isAutomatic, context.choice(.portalAdminUserTypes) == .show, !hasDefault {
            return .refused(
                Administration.ErrorBodies.noDefaultUserType,
                Verdict(
                    Administration.Rules.noDefaultUserType, facts: [.init("enableAutomaticAccountCreation", "true")],
                    wouldPass: "\(PortalSecurity.typeKey) in securityConfig, or userLicenseType in the "
                        + "userDefaultSettings of the organization"))
        }
        deployment.portals[index].security = security
        return .json(Administration.success)
    }

    /// Returns the refusal of a user type that does not exist: since there are types, and their ids are case-sensitive.
    static func unknownType(_ context: RequestContext) -> Outcome? {
        guard let id = context.parameters.given("userlicensetypeid"), context.profile.version >= .v10_7,
            UserType.named(id) == nil
        else { return nil }
        return unknownType(id)
    }

    private static func unknownType(_ id: String) -> Outcome {
        let known = UserType.all.map(\.id)
        return .refused(
            Administration.ErrorBodies.unknownUserType,
            Verdict(
                Administration.Rules.unknownUserType, facts: [.init("userLicenseTypeId", id)],
                wouldPass: Suggestion.nearest(to: id, among: known).map { "did you mean \($0)?" }
                    ?? "one of \(known.joined(separator: ", "))"))
    }

    static func notGiven(_ names: [String], _ context: RequestContext) -> Outcome? {
        guard let name = names.first(where: { context.parameters.given($0) == nil }) else { return nil }
        return .refused(
            Administration.ErrorBodies.portalNotGiven.about(name),
            Verdict(Administration.Rules.portalNotGiven, facts: [.init("missing", name)], wouldPass: "\(name)=…"))
    }
}
