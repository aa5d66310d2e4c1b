// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Small resources of the organization that are read, changed as a whole and deleted: a row a document.
struct OrganizationDocument: Sendable {
    /// The name under which the portal keeps it.
    var key: String
    /// The members that a change may set, in the order in which they are shown; an empty list allows every one.
    var names: [String]
    /// The member around it in a parameter, if clients send it as one JSON object.
    var parameter: String?
    var privilege: String
    /// What is shown of it until it is changed.
    var initial: [JSON.Member] = []

    /// What new members get where nothing is named: it decides at `createUser` and `invite`.
    static let userDefaults = OrganizationDocument(
        key: "userDefaultSettings",
        names: [
            "role", "userLicenseType", "userType", "groups", "apps", "appBundles", "categories", "userCreditAssignment",
        ],
        privilege: "portal:admin:manageSecurity")

    static let settings = OrganizationDocument(
        key: "settings",
        names: [
            "aiAssistantsEnabled", "allowedRedirectUris", "anonymousAccessNotice", "authenticatedAccessNotice",
            "informationalBanner", "portalConfigProperties", "clearEmptyFields",
        ], parameter: "settings", privilege: "portal:admin:manageWebsite",
        initial: [
            .init("informationalBanner", .object([.init("enabled", .bool(false))])),
            .init("anonymousAccessNotice", .object([.init("enabled", .bool(false))])),
            .init("authenticatedAccessNotice", .object([.init("enabled", .bool(false))])),
        ])

    var read: Route.Handler {
        { deployment, context in
            PortalSelf.answer(&deployment, &context) { deployment, _, index, _ in
                .json(.object(shown(deployment.portals[index])))
            }
        }
    }

    var update: Route.Handler {
        { deployment, context in
            PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
                var members = shown(deployment.portals[index])
                let whole = parameter.flatMap { context.parameters.given($0.lowercased()) }
                    .flatMap { try? JSONReader.read(Array($0.utf8)) }?.members
                var given = whole ?? []
                for name in names {
                    guard let text = context.parameters[name.lowercased()] else { continue }
                    given.append(.init(name, Self.value(text)))
                }
                for member in given {
                    if let number = members.firstIndex(where: { $0.name == member.name }) {
                        members[number].value = member.value
                    } else {
                        members.append(member)
                    }
                }
                deployment.portals[index].documents[key] = .object(members)
                return SharingDoor.done()
            }
        }
    }

    var delete: Route.Handler {
        { deployment, context in
            PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, _, index in
                deployment.portals[index].documents[key] = nil
                return SharingDoor.done()
            }
        }
    }

    private func shown(_ portal: PortalState) -> [JSON.Member] { portal.documents[key]?.members ?? initial }

    private static func value(_ text: String) -> JSON {
        switch text.lowercased() {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "": return .null
        default: break
        }
        let isJSON = text.hasPrefix("{") || text.hasPrefix("[")
        return isJSON ? (try? JSONReader.read(Array(text.utf8))) ?? .string(text) : .string(text)
    }
}
