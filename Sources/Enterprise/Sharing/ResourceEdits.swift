// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `addResources`, `updateResources` and `removeResources` of an item (docs/reference/sharing.md#s11).
enum ResourceEdits {
    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            guard let resource = sent(context) else { return notGiven(context) }
            guard resource.name.split(separator: "/").last?.contains(".") ?? false else {
                return refused(
                    Sharing.ErrorBodies.resourceType, Sharing.Rules.resourceType, resource.name, "name.json", context)
            }
            let list = deployment.portals[index].resources[item.id] ?? []
            guard !list.contains(where: { $0.name == resource.name }) else {
                return refused(
                    Sharing.ErrorBodies.resourceExists, Sharing.Rules.resourceExists, resource.name,
                    "updateResources, or another name", context)
            }
            deployment.portals[index].resources[item.id, default: []].append(resource)
            return done(deployment, index, item)
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            guard let resource = sent(context) else { return notGiven(context) }
            let list = deployment.portals[index].resources[item.id] ?? []
            guard let number = list.firstIndex(where: { $0.name == resource.name }) else {
                return missing(resource.name, list, context)
            }
            deployment.portals[index].resources[item.id]?[number] = resource
            return done(deployment, index, item)
        }
    }

    static func remove(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            let list = deployment.portals[index].resources[item.id] ?? []
            if ASCII.equal(context.parameters["deleteall"] ?? "", "true") {
                deployment.portals[index].resources[item.id] = nil
            } else {
                let name = context.parameters.given("resource") ?? ""
                guard list.contains(where: { $0.name == name }) else { return missing(name, list, context) }
                deployment.portals[index].resources[item.id]?.removeAll { $0.name == name }
            }
            return .json(.object([.init("success", .bool(true))]))
        }
    }

    static func missing(_ name: String, _ list: [ItemResource], _ context: RequestContext) -> Outcome {
        refused(
            Sharing.ErrorBodies.resourceMissing, Sharing.Rules.resourceMissing, name,
            list.isEmpty ? "the item has none" : "one of \(list.map(\.name).joined(separator: ", "))", context)
    }

    /// The file of the request, or its `text`, under its name and prefix.
    private static func sent(_ context: RequestContext) -> ItemResource? {
        let given = context.parameters
        let file = given.files.first { $0.name == "file" }
        guard let name = given.given("filename") ?? file?.fileName else { return nil }
        let prefix = given.given("resourcesprefix").map { "\($0)/" } ?? ""
        return ItemResource(
            name: prefix + name, type: file?.type ?? FileType.of(name),
            bytes: file?.bytes ?? Array((given["text"] ?? "").utf8), created: context.now)
    }

    private static func notGiven(_ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notGiven.about("file"),
            verdict: Verdict(
                Sharing.Rules.notGiven, facts: [.init("missing", "file")],
                wouldPass: "a multipart body with file, or fileName and text"), context
        ).outcome
    }

    private static func refused(
        _ errorBody: ErrorBody, _ rule: Rule, _ name: String, _ wouldPass: String, _ context: RequestContext
    ) -> Outcome {
        let verdict = Verdict(rule, facts: [.init("resource", name)], wouldPass: wouldPass)
        return SharingDoor.Refused(errorBody: errorBody, verdict: verdict, context).outcome
    }

    private static func done(_ deployment: Deployment, _ index: Int, _ item: ContentItem) -> Outcome {
        let folder = item.folder.map { Folder.id(deployment.portals[index], item.owner ?? "", $0) }
        return .json(
            .object([
                .init("success", .bool(true)), .init("itemId", .string(item.id)), .init("owner", .orNull(item.owner)),
                .init("folder", .orNull(folder)),
            ]))
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
