// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `relatedItems` of an item, and what relates two items (docs/reference/sharing.md#s19).
enum ItemRelations {
    static func related(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, caller, item in
            list(deployment, context, index, caller, item)
        }
    }

    static func own(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.owned(&deployment, &context) { deployment, context, index, caller, _, item in
            list(deployment, context, index, caller, item)
        }
    }

    /// Both directions without `direction`; the types are those of `relationshipType` and `relationshipTypes`.
    private static func list(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ caller: Caller, _ item: ContentItem
    ) -> Outcome {
        let given = context.parameters
        let types = ItemEdits.list(given.given("relationshiptype") ?? given.given("relationshiptypes"))
        let direction = given.given("direction")?.lowercased()
        let ids = deployment.portals[index].content.relationships.compactMap { relation -> String? in
            guard types.isEmpty || types.contains(where: { ASCII.equal($0, relation.type) }) else { return nil }
            if relation.origin == item.id, direction != "reverse" { return relation.destination }
            if relation.destination == item.id, direction != "forward" { return relation.origin }
            return nil
        }
        let items = ids.compactMap { deployment.item($0, ofPortal: index, context) }
            .filter { deployment.maySee($0, caller) }
            .map { Item.json($0, deployment, context, index, caller, in: .member) }
        return .json(.object([.init("total", .int(items.count)), .init("relatedItems", .array(items))]))
    }

    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { content, relation in
            if !content.relationships.contains(relation) { content.relationships.append(relation) }
            return true
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { content, relation in
            let isThere = content.relationships.contains(relation)
            content.relationships.removeAll { $0 == relation }
            return isThere
        }
    }

    /// Changes a relation of two items that are there; `body` returns whether it could.
    private static func change(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout ContentState, ContentState.Relationship) -> Bool
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, _ in
                let given = context.parameters
                let origin = given.given("originitemid") ?? context.names["id"] ?? ""
                let destination = given.given("destinationitemid") ?? ""
                for id in [origin, destination] where deployment.item(id, ofPortal: index, context) == nil {
                    return Item.missing(id, "there is none", context)
                }
                let type = given.given("relationshiptype") ?? ""
                let relation = ContentState.Relationship(origin: origin, destination: destination, type: type)
                guard !type.isEmpty, body(&deployment.portals[index].content, relation) else {
                    return SharingDoor.Refused(
                        errorBody: Sharing.ContentErrorBodies.relationMissing,
                        verdict: Verdict(
                            Sharing.ContentRules.relationMissing,
                            facts: [
                                .init("originItemId", origin), .init("destinationItemId", destination),
                                .init("relationshipType", type),
                            ], wouldPass: "a relation that relatedItems lists, with its relationshipType"), context
                    ).outcome
                }
                return .json(.object([.init("success", .bool(true))]))
            }
        }
    }
}
