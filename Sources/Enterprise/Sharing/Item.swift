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
            .json(json(item, deployment, context, index, caller, in: .own))
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
            if deployment.portals[index].isDisabled { return disabled(id, context) }
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

    private static func disabled(_ id: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.subscriptionDisabled,
            verdict: Verdict(
                Sharing.Rules.subscription, facts: [.init("item", id)],
                wouldPass: "an organization whose subscription is active"), context
        ).outcome
    }

    static func missing(_ id: String, _ why: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.itemMissing,
            verdict: Verdict(
                Sharing.Rules.itemMissing, facts: [.init("item", id), .init("because", why)],
                wouldPass: "the id of an item that the caller may see"), context
        ).outcome
    }

    /// Returns the item's JSON, as it is shown to the caller in that place.
    static func json(
        _ item: ContentItem, _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ caller: Caller,
        in place: ContentItem.Subject.Place
    ) -> JSON {
        let portal = deployment.portals[index]
        var subject = ContentItem.Subject(item: item, born: portal.created, place: place)
        subject.comments = portal.content.comments[item.id]?.count ?? 0
        subject.ratings = portal.content.ratings[item.id].map { Array($0.values) } ?? []
        if case .member(_, let number) = caller {
            let member = portal.accounts[number]
            let isOwner = member.username == item.owner
            subject.isMember = true
            subject.control = member.isAdministrator || isOwner ? "admin" : "view"
            switch place {
            case .own, .member: subject.isWhole = member.isAdministrator || isOwner
            // Captured of one's own items in searches, and of no item in a group (docs/reference/sharing.md#k5).
            case .search: subject.isWhole = isOwner
            case .group: break
            }
        }
        subject.folder = item.folder.map { Folder.id(portal, item.owner ?? "", $0) }
        return ContentItem.description.json(subject, portal.release)
    }

    /// Returns an id of 32 hexadecimal digits derived from the service's name.
    static func id(_ server: String, _ service: String, _ type: String) -> String {
        Digest.id("\(server)/\(service)/\(type)")
    }
}
