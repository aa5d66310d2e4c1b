// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Changes of the organization by administrators: `update`, `invite` and `updateuserrole` of `portals/self`.
enum OrganizationEdits {
    /// Changes settings of `portals/self`; built-in logins are turned off by `canSignInArcGIS=false`
    /// (docs/reference/enterprise-logins.md#the-configuration-api, 2.6).
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            for parameter in context.parameters.list {
                switch parameter.name {
                case "cansigninarcgis":
                    deployment.portals[index].hasBuiltInLogins = ASCII.equal(parameter.value, "true")
                case "allssl": deployment.portals[index].isSSLOnly = ASCII.equal(parameter.value, "true")
                case "name" where !parameter.value.isEmpty:
                    deployment.portals[index].organization = parameter.value
                case "maxtokenexpirationminutes":
                    deployment.portals[index].maximumMinutes = Int64(parameter.value).flatMap { $0 < 0 ? nil : $0 }
                case "mfaenabled" where ASCII.equal(parameter.value, "false"):
                    for number in deployment.portals[index].accounts.indices {
                        deployment.portals[index].accounts[number].hasSecondFactor = false
                    }
                default: break
                }
            }
            return .json(
                .object([.init("success", .bool(true)), .init("id", .string(PortalState.organizationID))]))
        }
    }

    /// Invites people to the organization: those who are members already are not invited, and nobody says why
    /// (docs/reference/sharing.md#u7).
    static func invite(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            let text = context.parameters.given("invitationlist")
            guard text != nil || context.parameters.given("emails") != nil else {
                return SharingDoor.Refused(
                    errorBody: Sharing.ErrorBodies.emailsRequired,
                    verdict: Verdict(
                        Sharing.Rules.notGiven, facts: [.init("missing", "emails")],
                        wouldPass: "emails=…, or invitationList as JSON"), context
                ).outcome
            }
            let list = text.flatMap { try? JSONReader.read(Array($0.utf8)) }?["invitations"]?.elements ?? []
            let names = list.compactMap { $0["username"]?.text }
            let taken = names.filter { deployment.portals[index].accounts.number(namedLike: $0) != nil }
            for person in list {
                guard let name = person["username"]?.text, !taken.contains(name) else { continue }
                let fullName = person["fullname"]?.text ?? person["fullName"]?.text ?? name
                deployment.portals[index].accounts.append(
                    Account(
                        username: name, password: person["password"]?.text ?? "", provider: .arcgis,
                        role: person["role"]?.text ?? "org_user", fullName: fullName,
                        email: person["email"]?.text ?? "", isDisabled: false))
            }
            return .json(.object([.init("success", .bool(true)), .init("notInvited", .strings(taken))]))
        }
    }

    /// Sends a message to members, which is among their notifications.
    static func createNotification(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            let data = JSON.object([
                .init("fromUser", .orNull(context.caller)), .init("subject", .orNull(context.parameters["subject"])),
                .init("message", .orNull(context.parameters["message"])),
            ])
            for name in ItemEdits.list(context.parameters.given("users")) {
                deployment.notify(name, portal: index, "message_received", data, context)
            }
            return .json(.object([.init("success", .bool(true))]))
        }
    }

    static func updateUserRole(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            let name = context.parameters.given("user") ?? ""
            guard let number = deployment.portals[index].accounts.number(named: name) else {
                return SharingDoor.Refused(
                    errorBody: Sharing.ErrorBodies.userRequired,
                    verdict: Verdict(
                        Sharing.Rules.userMissing, facts: [.init("user", name)], wouldPass: "the name of a member"),
                    context
                ).outcome
            }
            if let role = context.parameters.given("role") {
                deployment.portals[index].accounts[number].role = role
            }
            return .json(.object([.init("success", .bool(true))]))
        }
    }

    /// Returns 403 for a caller who is no administrator, and 499 for one who is nobody.
    static func refuse(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ caller: Caller
    ) -> Outcome? {
        if case .member(_, let number) = caller, deployment.portals[index].accounts[number].isAdministrator {
            return nil
        }
        if caller == .anonymous { return SharingDoor.required(context.route.path, context) }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                Sharing.Rules.notAdministrator, facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                wouldPass: "a member with the role org_admin"))
    }

    private static func administered(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            PortalSelf.answer(&deployment, &context) { deployment, context, index, caller in
                refuse(&deployment, &context, index, caller) ?? body(&deployment, &context, index)
            }
        }
    }
}
