// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `portals/{id}/resources`: files and texts of the organization, such as banners and localized names
/// (developers.arcgis.com/rest/users-groups-and-items/portal-resources).
enum OrganizationFiles {
    private static let privilege = "portal:admin:manageWebsite"

    static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            let files = deployment.portals[index].files.sorted { $0.key < $1.key }
            let page = ResultPage(context.parameters, total: files.count)
            let list = files[page.range].map { name, file in
                JSON.object([
                    .init("key", .string(name)), .init("clientId", .string("portal")),
                    .init("created", .time(file.created)), .init("size", .int(file.bytes.count)),
                    .init("access", .string("public")), .init("type", .string(file.type)),
                ])
            }
            return .json(.object(page.members + [.init("resources", .array(Array(list)))]))
        }
    }

    static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalSelf.answer(&deployment, &context) { deployment, context, index, _ in
            let name = context.names["file"] ?? ""
            guard let file = deployment.portals[index].files[name] else { return missing(name, deployment, context) }
            return Outcome(body: .bytes(file.bytes, type: file.type))
        }
    }

    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            let file = context.parameters.files.first
            guard let name = context.parameters.given("key") ?? file?.fileName else {
                return SharingDoor.notGiven("key", context)
            }
            guard let bytes = file?.bytes ?? context.parameters["text"].map({ Array($0.utf8) }) else {
                return SharingDoor.notGiven("file", context)
            }
            let type = file?.type ?? "text/plain;charset=utf-8"
            deployment.portals[index].files[name] = ItemResource(
                name: name, type: type, bytes: bytes, created: context.now)
            return SharingDoor.done([.init("key", .string(name))])
        }
    }

    static func remove(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            let name = context.parameters.given("key") ?? ""
            guard deployment.portals[index].files.removeValue(forKey: name) != nil else {
                return missing(name, deployment, context)
            }
            return SharingDoor.done([.init("key", .string(name))])
        }
    }

    private static func missing(_ name: String, _ deployment: Deployment, _ context: RequestContext) -> Outcome {
        SharingDoor.refused(
            Sharing.ErrorBodies.resourceMissing, Sharing.Rules.fileMissing, [("key", name)],
            "a key of portals/self/resources", context)
    }
}
