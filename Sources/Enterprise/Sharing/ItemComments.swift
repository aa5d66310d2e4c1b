// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Comments on an item and ratings of it, by whoever may see it.
enum ItemComments {
    static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, _, item in
            let all = deployment.portals[index].content.comments[item.id] ?? []
            let page = ResultPage(context.parameters, total: all.count)
            return .json(.object(page.members + [.init("comments", .array(all[page.range].map(json)))]))
        }
    }

    static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, _, item in
            let all = deployment.portals[index].content.comments[item.id] ?? []
            let id = context.names["comment"] ?? ""
            guard let comment = all.first(where: { $0.id == id }) else { return missing(id, all, context) }
            return .json(json(comment))
        }
    }

    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        signed(&deployment, &context) { deployment, context, index, name, item in
            guard let text = context.parameters.given("comment") else { return ItemEdits.notGiven("comment", context) }
            let comment = ContentState.Comment(id: deployment.newID(), owner: name, text: text, created: context.now)
            deployment.portals[index].content.comments[item.id, default: []].append(comment)
            return done(comment.id)
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        own(&deployment, &context) { content, context, item, number in
            guard let text = context.parameters.given("comment") else { return ItemEdits.notGiven("comment", context) }
            content.comments[item]?[number].text = text
            return nil
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        own(&deployment, &context) { content, _, item, number in
            content.comments[item]?.remove(at: number)
            return nil
        }
    }

    static func rating(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, caller, item in
            let name = deployment.name(of: caller) ?? ""
            let rating = deployment.portals[index].content.ratings[item.id]?[name] ?? 0
            return .json(.object([.init("rating", .double(rating))]))
        }
    }

    static func addRating(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        signed(&deployment, &context) { deployment, context, index, name, item in
            let given = context.parameters.given("rating").flatMap { Double($0) }
            guard let rating = given, (1...5).contains(rating) else { return ItemEdits.notGiven("rating", context) }
            deployment.portals[index].content.ratings[item.id, default: [:]][name] = rating
            return .json(.object([.init("success", .bool(true)), .init("itemId", .string(item.id))]))
        }
    }

    static func deleteRating(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        signed(&deployment, &context) { deployment, _, index, name, item in
            deployment.portals[index].content.ratings[item.id]?[name] = nil
            return .json(.object([.init("success", .bool(true)), .init("itemId", .string(item.id))]))
        }
    }

    // MARK: what they share

    private static func json(_ comment: ContentState.Comment) -> JSON {
        .object([
            .init("id", .string(comment.id)), .init("comment", .string(comment.text)),
            .init("created", .time(comment.created)), .init("owner", .string(comment.owner)),
        ])
    }

    private static func done(_ id: String) -> Outcome {
        .json(.object([.init("success", .bool(true)), .init("commentId", .string(id))]))
    }

    private static func missing(
        _ id: String, _ all: [ContentState.Comment], _ context: RequestContext
    ) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ContentErrorBodies.commentMissing,
            verdict: Verdict(
                Sharing.ContentRules.commentMissing, facts: [.init("comment", id)],
                wouldPass: all.last?.id ?? "the commentId that addComment answered"), context
        ).outcome
    }

    /// Runs `body` for a POST of a member who may see the item.
    private static func signed(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int, String, ContentItem) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            Item.answer(&deployment, &context) { deployment, context, index, caller, item in
                guard case .member(_, let number) = caller else {
                    return SharingDoor.required("content/items/\(item.id)", context)
                }
                let name = deployment.portals[index].accounts[number].username
                return body(&deployment, context, index, name, item)
            }
        }
    }

    /// Changes a comment of the caller's; those of others are not there for it.
    private static func own(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout ContentState, RequestContext, String, Int) -> Outcome?
    ) -> Outcome {
        signed(&deployment, &context) { deployment, context, index, name, item in
            let id = context.names["comment"] ?? ""
            let all = deployment.portals[index].content.comments[item.id] ?? []
            guard let number = all.firstIndex(where: { $0.id == id && $0.owner == name }) else {
                return missing(id, all.filter { $0.owner == name }, context)
            }
            return body(&deployment.portals[index].content, context, item.id, number) ?? done(id)
        }
    }
}
