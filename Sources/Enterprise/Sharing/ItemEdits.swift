// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `addItem`, `update`, `delete` and `createFolder`: the operations that change a portal's content. They require POST.
enum ItemEdits {
    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                let portal = deployment.portals[index]
                var folder: String?
                if let id = context.names["folder"] {
                    folder = UserContent.named(id, portal, owner)
                    if folder == nil { return UserContent.noFolder(id, portal, owner, context) }
                }
                for name in ["title", "type"] where context.parameters.given(name) == nil {
                    return notGiven(name, context)
                }
                let id = Hex.encode((0..<16).map { _ in UInt8.random(in: 0...255, using: &deployment.generator) })
                var item = ContentItem(id: id, title: "", type: "")
                item.owner = owner
                item.folder = folder
                item.access = .owner
                item.created = context.now
                item.change(context)
                deployment.portals[index].items.append(item)
                return .json(
                    .object([
                        .init("success", .bool(true)), .init("id", .string(id)),
                        .init("folder", .orNull(folder.map { Folder.id(portal.name, owner, $0) })),
                    ]))
            }
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, id in
            if let number = deployment.written(id, index) {
                deployment.portals[index].items[number].change(context)
            } else if let (server, service, type) = deployment.service(ofItem: id, index) {
                var item = deployment.serviceItem(server, deployment.servers[server].services[service], type)
                item.change(context)
                deployment.portals[index].items.append(item)
            }
            return [.init("success", .bool(true)), .init("id", .string(id))]
        }
    }

    /// Deletes an item and, as with hosted layers, its service.
    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, id in
            let service = deployment.service(ofItem: id, index)
            if let number = deployment.written(id, index) { deployment.portals[index].items.remove(at: number) }
            if let (server, service, type) = service {
                deployment.servers[server].services[service].types.removeAll { $0 == type }
                if deployment.servers[server].services[service].types.isEmpty {
                    deployment.servers[server].services[service].running = .missing
                }
            }
            return [.init("success", .bool(true)), .init("itemId", .string(id))]
        }
    }

    static func createFolder(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                guard let name = context.parameters.given("title") else { return notGiven("title", context) }
                deployment.portals[index].folders.append((owner, name))
                return .json(
                    .object([
                        .init("success", .bool(true)),
                        .init("folder", Folder.json(deployment.portals[index], owner, name)),
                    ]))
            }
        }
    }

    // MARK: the way in

    /// Runs `body` for a POST; answers GET with the portal's 405.
    static func posted(_ context: inout RequestContext, _ body: (inout RequestContext) -> Outcome) -> Outcome {
        guard !context.isGet else {
            let verdict = Verdict(
                Sharing.Rules.method, facts: [.init("method", context.call.request.method)], wouldPass: "POST")
            return SharingDoor.Refused(errorBody: Tokens.ErrorBodies.methodNotSupported, verdict: verdict, context)
                .outcome
        }
        return body(&context)
    }

    private static func owned(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, String) -> [JSON.Member]
    ) -> Outcome {
        posted(&context) { context in
            UserContent.owned(&deployment, &context) { deployment, context, index, _, _, item in
                .json(.object(body(&deployment, &context, index, item.id)))
            }
        }
    }

    private static func notGiven(_ name: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notGiven.about(name),
            verdict: Verdict(Sharing.Rules.notGiven, facts: [.init("missing", name)], wouldPass: "\(name)=…"), context
        ).outcome
    }

    static func list(_ text: String?) -> [String] {
        text?.split(separator: ",").map { ASCII.trimmed(String($0)) } ?? []
    }
}
