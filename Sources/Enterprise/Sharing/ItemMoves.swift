// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `move`, `reassign`, `protect` and `canDelete` of an item, and `moveItems` and `deleteItems` of several.
enum ItemMoves {
    /// Moves an item to another folder; `/` is the root.
    static func move(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            let portal = deployment.portals[index]
            let owner = item.owner ?? ""
            switch target(portal, owner, context) {
            case .failure(let refused): return refused.outcome
            case .success(let folder):
                // A hosted service says success every time (docs/reference/sharing.md#i10).
                if folder == item.folder, item.hasFile {
                    let verdict = Verdict(
                        Sharing.Rules.sameFolder, facts: [.init("folder", folder ?? "the root")],
                        wouldPass: "another folder")
                    return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.sameFolder, verdict: verdict, context)
                        .outcome
                }
                deployment.change(item: item.id, portal: index) { $0.folder = folder }
                return .json(
                    .object([
                        .init("success", .bool(true)), .init("itemId", .string(item.id)),
                        .init("owner", .string(owner)),
                        .init("folder", .string(folder.map { Folder.id(portal, owner, $0) } ?? "/")),
                    ]))
            }
        }
    }

    static func moveSeveral(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        several(&deployment, &context) { deployment, context, index, owner in
            switch target(deployment.portals[index], owner, context) {
            case .failure(let refused): .failure(refused)
            case .success(let folder):
                .success { deployment, item in deployment.change(item: item.id, portal: index) { $0.folder = folder } }
            }
        }
    }

    static func deleteSeveral(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        several(&deployment, &context) { _, context, index, _ in
            .success { deployment, item in deployment.discard(item: item.id, portal: index, context) }
        }
    }

    /// Gives an item to another member.
    static func reassign(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            let name = context.parameters.given("targetusername") ?? ""
            guard deployment.portals[index].accounts.number(named: name) != nil else {
                return noTarget(name, context)
            }
            deployment.change(item: item.id, portal: index) {
                $0.owner = name
                $0.folder = nil
            }
            return .json(.object([.init("success", .bool(true)), .init("itemId", .string(item.id))]))
        }
    }

    /// Gives several items of a member to another; those of a folder go to the root of the other.
    static func reassignSeveral(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        severalToAnother(&deployment, &context) { deployment, item, index, name in
            deployment.change(item: item.id, portal: index) {
                $0.owner = name
                $0.folder = nil
            }
        }
    }

    /// Tells the same without doing it.
    static func canReassignSeveral(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        severalToAnother(&deployment, &context) { _, _, _, _ in }
    }

    private static func severalToAnother(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ change: @escaping (inout Deployment, ContentItem, Int, String) -> Void
    ) -> Outcome {
        several(&deployment, &context) { deployment, context, index, _ in
            let name = context.parameters.given("targetusername") ?? ""
            guard deployment.portals[index].accounts.number(named: name) != nil else {
                return .failure(Refused(outcome: noTarget(name, context)))
            }
            return .success { deployment, item in change(&deployment, item, index, name) }
        }
    }

    static func noTarget(_ name: String, _ context: RequestContext) -> Outcome {
        let verdict = Verdict(
            Sharing.Rules.targetUser, facts: [.init("targetUsername", name)], wouldPass: "the name of a member")
        return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.targetUser, verdict: verdict, context).outcome
    }

    /// Returns a handler that protects an item from deletion, or no longer does.
    static func protect(_ isProtected: Bool) -> Route.Handler {
        { deployment, context in
            owned(&deployment, &context) { deployment, _, index, item in
                deployment.change(item: item.id, portal: index) { $0.isProtected = isProtected }
                return .json(.object([.init("success", .bool(true))]))
            }
        }
    }

    /// Whether an item may be deleted. Its errors have `offendingItems` in place of details.
    static func canDelete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.owned(&deployment, &context) { _, _, _, _, _, item in
            guard item.isProtected else {
                return .json(.object([.init("itemId", .string(item.id)), .init("success", .bool(true))]))
            }
            var error = Sharing.ErrorBodies.protected.json["error"]?.members ?? []
            error.removeAll { $0.name == "details" }
            error.append(.init("offendingItems", .array([])))
            let verdict = Verdict(
                Sharing.Rules.protected, facts: [.init("item", item.id)], wouldPass: "the item after unprotect")
            return Outcome(
                body: .json(
                    .object([
                        .init("itemId", .string(item.id)), .init("success", .bool(false)),
                        .init("error", .object(error)),
                    ])), verdict: [verdict])
        }
    }

    // MARK: the way in

    private struct Refused: Error {
        var outcome: Outcome
    }

    private typealias Change = (inout Deployment, ContentItem) -> Void

    /// Returns the folder of the request; `nil` is the root.
    private static func target(
        _ portal: PortalState, _ owner: String, _ context: RequestContext
    ) -> Result<String?, Refused> {
        let id = context.parameters["folder"] ?? ""
        if ["", "/"].contains(id) { return .success(nil) }
        guard let name = UserContent.named(id, portal, owner) else {
            return .failure(Refused(outcome: UserContent.noFolder(id, portal, owner, context)))
        }
        return .success(name)
    }

    /// Changes several items of the member in the path; others fail each by itself, even for administrators
    /// (docs/reference/sharing.md#i23).
    private static func several(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ prepare: (Deployment, RequestContext, Int, String) -> Result<Change, Refused>
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                let change: Change
                switch prepare(deployment, context, index, owner) {
                case .failure(let refused): return refused.outcome
                case .success(let made): change = made
                }
                let results = ItemEdits.list(context.parameters.given("items")).map { id -> JSON in
                    guard let item = deployment.item(id, ofPortal: index, context), item.owner == owner,
                        !item.isProtected
                    else {
                        return .object([
                            .init("itemId", .string(id)), .init("success", .bool(false)),
                            .init("error", Sharing.ErrorBodies.severalMissing.json["error"] ?? .null),
                        ])
                    }
                    change(&deployment, item)
                    return .object([.init("itemId", .string(id)), .init("success", .bool(true))])
                }
                return .json(.object([.init("results", .array(results))]))
            }
        }
    }

    private static func owned(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int, ContentItem) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.owned(&deployment, &context) { deployment, context, index, _, _, item in
                body(&deployment, context, index, item)
            }
        }
    }
}
