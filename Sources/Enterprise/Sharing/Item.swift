// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `content/items/{id}`, and what lies below it.
///
/// Item and service are shared each by itself: an item may be public and its service not
/// (docs/reference/refusals.md#who-may-see-an-item).
enum Item {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context) { deployment, context, index, caller, item in
            .json(json(item, deployment, context, index, caller, isOwn: true))
        }
    }

    /// Checks the door, finds the item, and answers with the result of `body`.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Caller, ContentItem) -> Outcome
    ) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            let id = context.names["id"] ?? ""
            guard let item = deployment.item(id, ofPortal: index, context) else {
                return missing(id, "there is none", context)
            }
            guard deployment.maySee(item, caller) else {
                // A signed-in member learns that access is denied; an anonymous caller does not learn that the item
                // exists.
                return caller == .anonymous
                    ? missing(id, "it is not public", context)
                    : SharingDoor.forbidden(
                        &context,
                        Verdict(
                            Tokens.Rules.notShared,
                            facts: [
                                .init("item", id), .init("access", "\(item.access)"),
                                .init("user", deployment.name(of: caller) ?? "nobody"),
                            ], wouldPass: "a member with whom the item is shared"))
            }
            return body(&deployment, &context, index, caller, item)
        }
    }

    static func missing(_ id: String, _ why: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.itemMissing,
            verdict: Verdict(
                Sharing.Rules.itemMissing, facts: [.init("item", id), .init("because", why)],
                wouldPass: "the id of an item that the caller may see"), context
        ).outcome
    }

    /// Returns the item's JSON. `isOwn` is the item's own resource; `isOfGroup` is an entry in a group's list.
    static func json(
        _ item: ContentItem, _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ caller: Caller,
        isOwn: Bool = false, isOfGroup: Bool = false
    ) -> JSON {
        let portal = deployment.portals[index]
        var subject = ContentItem.Subject(item: item, born: portal.created, isOwn: isOwn, isOfGroup: isOfGroup)
        if case .member(_, let number) = caller {
            let member = portal.accounts[number]
            subject.control = member.isAdministrator || member.username == item.owner ? "admin" : "view"
        }
        subject.folder = item.folder.map { Folder.id(portal.name, item.owner ?? "", $0) }
        return ContentItem.description.json(subject, context.profile.version)
    }

    /// Returns an id of 32 hexadecimal digits derived from the service's name.
    static func id(_ server: String, _ service: String, _ type: String) -> String {
        Hex.encode(Digest.sha256(Array("\(server)/\(service)/\(type)".utf8)).prefix(16))
    }
}
