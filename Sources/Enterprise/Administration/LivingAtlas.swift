// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/system/content`: whether Esri's content is shared with the organization. There is none here; whether it
/// is shared is kept, by the id of its group (pypi.org/project/arcgis/2.4.4 asks for both groups).
enum LivingAtlas {
    private static let operations = ["share", "unshare", "upgrade", "validate", "enable", "disable"]

    @Sendable static func status(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let group = context.parameters.given("groupid") ?? ""
        let isShared = deployment.portals[index].documents["livingatlas/\(group)"]?.truth ?? false
        return .json(
            .object([
                .init("status", .string("success")), .init("publicContentEnabled", .bool(isShared)),
                .init("subscriberContentEnabled", .bool(false)), .init("premiumContentEnabled", .bool(false)),
                .init("upgradeAvailable", .bool(false)),
            ]))
    }

    @Sendable static func operation(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let name = context.names["operation"] ?? ""
        guard operations.contains(name) else { throw .missing(name, operations) }
        let group = context.parameters.given("groupid") ?? ""
        switch name {
        case "share", "enable": deployment.portals[index].documents["livingatlas/\(group)"] = .bool(true)
        case "unshare", "disable": deployment.portals[index].documents["livingatlas/\(group)"] = nil
        default: break
        }
        return PortalOperation.done()
    }
}
