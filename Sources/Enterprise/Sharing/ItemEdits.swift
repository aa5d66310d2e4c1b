import Facts
import Formats
import Trust

/// `addItem`, `update`, `delete`, `createFolder`: what changes a portal's content. POST only.
enum ItemEdits {
    static func add(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        posted(&visit) { visit in
            UserContent.answer(&deployment, &visit) { deployment, visit, place, _, owner in
                let portal = deployment.portals[place]
                var folder: String?
                if let id = visit.names["folder"] {
                    folder = UserContent.named(id, portal, owner)
                    if folder == nil { return UserContent.noFolder(id, portal, owner, visit) }
                }
                for name in ["title", "type"] where visit.parameters.given(name) == nil {
                    return notGiven(name, visit)
                }
                let id = Hex.encode((0..<16).map { _ in UInt8.random(in: 0...255, using: &deployment.generator) })
                var item = ContentItem(id: id, title: "", type: "")
                item.owner = owner
                item.folder = folder
                item.access = .owner
                item.created = visit.now
                item.change(visit)
                deployment.portals[place].items.append(item)
                return .json(
                    .object([
                        .init("success", .bool(true)), .init("id", .string(id)),
                        .init("folder", .orNull(folder.map { Folder.id(portal.name, owner, $0) })),
                    ]))
            }
        }
    }

    static func update(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        owned(&deployment, &visit) { deployment, visit, place, id in
            if let number = deployment.written(id, place) {
                deployment.portals[place].items[number].change(visit)
            } else if let (server, service, type) = deployment.service(ofItem: id, place) {
                var item = deployment.serviceItem(server, deployment.servers[server].services[service], type)
                item.change(visit)
                deployment.portals[place].items.append(item)
            }
            return [.init("success", .bool(true)), .init("id", .string(id))]
        }
    }

    /// With the item of a service goes the service, as with hosted layers.
    static func delete(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        owned(&deployment, &visit) { deployment, visit, place, id in
            let service = deployment.service(ofItem: id, place)
            if let number = deployment.written(id, place) { deployment.portals[place].items.remove(at: number) }
            if let (server, service, type) = service {
                deployment.servers[server].services[service].types.removeAll { $0 == type }
                if deployment.servers[server].services[service].types.isEmpty {
                    deployment.servers[server].services[service].running = .missing
                }
            }
            return [.init("success", .bool(true)), .init("itemId", .string(id))]
        }
    }

    static func createFolder(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        posted(&visit) { visit in
            UserContent.answer(&deployment, &visit) { deployment, visit, place, _, owner in
                guard let name = visit.parameters.given("title") else { return notGiven("title", visit) }
                deployment.portals[place].folders.append((owner, name))
                return .json(
                    .object([
                        .init("success", .bool(true)),
                        .init("folder", Folder.json(deployment.portals[place], owner, name)),
                    ]))
            }
        }
    }

    // MARK: the way in

    /// GET changes nothing: 405 in the portal's words.
    static func posted(_ visit: inout Visit, _ body: (inout Visit) -> Outcome) -> Outcome {
        guard !visit.isGet else {
            let because = Because(
                Sharing.Rules.method, facts: [.init("method", visit.call.request.method)], wouldPass: "POST")
            return SharingDoor.Refused(words: Tokens.Said.methodNotSupported, because: because, visit).outcome
        }
        return body(&visit)
    }

    private static func owned(
        _ deployment: inout Deployment, _ visit: inout Visit,
        _ body: (inout Deployment, inout Visit, Int, String) -> [JSON.Member]
    ) -> Outcome {
        posted(&visit) { visit in
            UserContent.owned(&deployment, &visit) { deployment, visit, place, _, _, item in
                .json(.object(body(&deployment, &visit, place, item.id)))
            }
        }
    }

    private static func notGiven(_ name: String, _ visit: Visit) -> Outcome {
        SharingDoor.Refused(
            words: Sharing.Said.notGiven.about(name),
            because: Because(Sharing.Rules.notGiven, facts: [.init("missing", name)], wouldPass: "\(name)=…"), visit
        ).outcome
    }

    static func list(_ text: String?) -> [String] {
        text?.split(separator: ",").map { ASCII.trimmed(String($0)) } ?? []
    }
}
