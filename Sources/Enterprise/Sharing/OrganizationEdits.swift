// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Changes of the organization: `update` and `createNotification` of `portals/self`.
enum OrganizationEdits {
    /// Changes settings of `portals/self`; built-in logins are turned off by `canSignInArcGIS=false`
    /// (docs/reference/enterprise-logins.md#the-configuration-api, 2.6). A setting that is changed is read back.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:manageWebsite") {
            deployment, context, index in
            let clears = ASCII.equal(context.parameters.given("clearemptyfields") ?? "", "true")
            for parameter in context.parameters.list where clears || !parameter.value.isEmpty {
                govern(&deployment, index, parameter.name, parameter.value)
                OrganizationSettings.set(&deployment.portals[index], parameter.name, parameter.value)
            }
            if let file = context.parameters.files.first(where: { ["thumbnail", "background"].contains($0.name) }) {
                deployment.portals[index].files[file.fileName] = ItemResource(
                    name: file.fileName, type: file.type, bytes: file.bytes, created: context.now)
                deployment.portals[index].set(file.name, .string(file.fileName))
            }
            return SharingDoor.done([.init("id", .string(PortalState.organizationID))])
        }
    }

    /// Lets a setting act that other doors ask for.
    private static func govern(_ deployment: inout Deployment, _ index: Int, _ name: String, _ value: String) {
        let isTrue = ASCII.equal(value, "true")
        switch name {
        case "cansigninarcgis": deployment.portals[index].hasBuiltInLogins = isTrue
        case "allssl": deployment.portals[index].isSSLOnly = isTrue
        case "name" where !value.isEmpty: deployment.portals[index].organization = value
        case "maxtokenexpirationminutes":
            deployment.portals[index].maximumMinutes = Int64(value).flatMap { $0 < 0 ? nil : $0 }
        case "cansharepublic": deployment.portals[index].sharesGroupsPublicly = isTrue
        case "allowedorigins":
            let origins = NameList.read(value)
            deployment.allowedOrigins = origins.isEmpty ? ["*"] : origins
        case "mfaenabled" where !isTrue:
            for number in deployment.portals[index].accounts.indices {
                deployment.portals[index].accounts[number].hasSecondFactor = false
            }
        default: break
        }
    }

    /// Sends a message to members, which is among their notifications.
    static func createNotification(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: "portal:admin:updateUsers") { deployment, context, index in
            let data = JSON.object([
                .init("fromUser", .orNull(context.caller)), .init("subject", .orNull(context.parameters["subject"])),
                .init("message", .orNull(context.parameters["message"])),
            ])
            for name in NameList.read(context.parameters.given("users")) {
                deployment.notify(name, portal: index, "message_received", data, context)
            }
            return SharingDoor.done()
        }
    }

    /// Returns 403 for a caller who is no administrator, and 499 for one who is nobody.
    static func refuse(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ caller: Caller
    ) -> Outcome? {
        PrivilegeDoor.refuse(&deployment, &context, index, caller, needs: "portal:admin:manageSecurity")
    }
}
