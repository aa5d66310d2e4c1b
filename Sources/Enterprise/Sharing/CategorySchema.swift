// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The categories of a group's items, of the organization's items and of its members: a resource, and operations that
/// assign and delete it (developers.arcgis.com/rest/users-groups-and-items/portal-category-schema). The resources of the
/// organization are named documents of the portal.
enum CategorySchema {
    /// The two schemas of the organization: what is read, and the privilege to change it.
    struct Kind: Sendable {
        var key: String
        var privilege: String

        static let content = Kind(key: "categorySchema", privilege: "portal:admin:updateItemCategorySchema")
        static let members = Kind(key: "memberCategorySchema", privilege: "portal:admin:updateMemberCategorySchema")
    }

    static func read(_ kind: Kind) -> Route.Handler {
        { deployment, context in
            PortalSelf.answer(&deployment, &context) { deployment, _, index, _ in
                .json(.object([.init(kind.key, deployment.portals[index].documents[kind.key] ?? .array([]))]))
            }
        }
    }

    static func assign(_ kind: Kind) -> Route.Handler {
        { deployment, context in
            PrivilegeDoor.posted(&deployment, &context, needs: kind.privilege) { deployment, context, index in
                switch given(kind.key, context) {
                case .success(let schema):
                    deployment.portals[index].documents[kind.key] = schema
                    return SharingDoor.done()
                case .failure(let refused): return refused.outcome
                }
            }
        }
    }

    static func delete(_ kind: Kind) -> Route.Handler {
        { deployment, context in
            PrivilegeDoor.posted(&deployment, &context, needs: kind.privilege) { deployment, _, index in
                deployment.portals[index].documents[kind.key] = nil
                return SharingDoor.done()
            }
        }
    }

    static func readOfGroup(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        CommunityGroup.answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) { _, _, _, _, group in
            .json(.object([.init("categorySchema", group.categories ?? .array([]))]))
        }
    }

    static func assignOfGroup(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, context, index, number in
            switch given("categorySchema", context) {
            case .success(let schema):
                deployment.portals[index].groups[number].categories = schema
                return SharingDoor.done()
            case .failure(let refused): return refused.outcome
            }
        }
    }

    static func deleteOfGroup(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, _, index, number in
            deployment.portals[index].groups[number].categories = nil
            return SharingDoor.done()
        }
    }

    /// Reads `{"categorySchema":[…]}`, or the list alone.
    private static func given(_ key: String, _ context: RequestContext) -> Result<JSON, SharingDoor.Refused> {
        let text = context.parameters.given(key.lowercased()) ?? context.parameters.given("categoryschema") ?? ""
        let json = try? JSONReader.read(Array(text.utf8))
        let list = json?[key] ?? json?["categorySchema"] ?? json
        guard let list, list.elements?.allSatisfy({ $0["title"]?.text != nil }) == true else {
            return .failure(
                SharingDoor.Refused(
                    errorBody: Sharing.ErrorBodies.badSchema.about(key),
                    verdict: Verdict(
                        Sharing.Rules.badSchema, facts: [.init(key, text)],
                        wouldPass: "\(key)={\"\(key)\":[{\"title\":\"Categories\",\"categories\":[]}]}"), context))
        }
        return .success(list)
    }
}
