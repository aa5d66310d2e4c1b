import Facts
import Formats
import MapServices
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
                change(&item, visit)
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
                change(&deployment.portals[place].items[number], visit)
            } else if let (server, service, type) = deployment.service(ofItem: id, place) {
                var item = deployment.serviceItem(server, deployment.servers[server].services[service], type)
                change(&item, visit)
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

    // MARK: parameters

    static func list(_ text: String?) -> [String] {
        text?.split(separator: ",").map { ASCII.trimmed(String($0)) } ?? []
    }

    /// What is given; what is not stays as it was. An empty text clears.
    private static func change(_ item: inout ContentItem, _ visit: Visit) {
        let given = visit.parameters
        item.modified = visit.now
        item.title = given.given("title") ?? item.title
        item.type = given.given("type") ?? item.type
        if let tags = given["tags"] { item.tags = list(tags) }
        if let words = given["typekeywords"] { item.typeKeywords = list(words) }
        func text(_ name: String, _ place: WritableKeyPath<ContentItem, String?>) {
            if let value = given[name] { item[keyPath: place] = value.isEmpty ? nil : value }
        }
        text("description", \.description)
        text("snippet", \.snippet)
        text("url", \.url)
        text("accessinformation", \.accessInformation)
        text("licenseinfo", \.licenseInfo)
        text("culture", \.culture)
        text("spatialreference", \.spatialReference)
        text("name", \.name)
        if let properties = given.given("properties"), let json = try? JSONReader.read(Array(properties.utf8)) {
            item.properties = json
        }
        if let extent = given.given("extent") { item.extent = rectangle(extent) ?? item.extent }
        if let text = given["text"] {
            item.data =
                (try? JSONReader.read(Array(text.utf8))).map(ContentItem.Data.json)
                ?? .file(Array(text.utf8), type: FileType.of("text.txt"))
        }
        if let file = given.files.first(where: { $0.name == "file" }) {
            item.name = item.name ?? file.fileName
            item.data = .file(file.bytes, type: file.type)
        }
        if let file = given.files.first(where: { $0.name == "thumbnail" }) {
            item.thumbnail = ContentItem.Thumbnail(name: file.fileName, bytes: file.bytes)
        }
    }

    /// `xmin,ymin,xmax,ymax`, or the two corners as JSON.
    private static func rectangle(_ text: String) -> Envelope? {
        let sides = text.split { "[], ".contains($0) }.compactMap { Double($0) }
        guard sides.count == 4 else { return nil }
        return Envelope(xmin: sides[0], ymin: sides[1], xmax: sides[2], ymax: sides[3])
    }
}

extension Deployment {
    /// The place of a written item.
    func written(_ id: String, _ portal: Int) -> Int? { portals[portal].items.firstIndex { $0.id == id } }

    /// The service whose item it is, written or made.
    func service(ofItem id: String, _ portal: Int) -> (server: Int, service: Int, type: String)? {
        let url = written(id, portal).flatMap { portals[portal].items[$0].url }
        for server in servers.indices where servers[server].federation?.portal == portal {
            for (number, service) in servers[server].services.enumerated() where service.running != .missing {
                for type in service.types {
                    let path = "/rest/services/\(service.name)/\(type)"
                    let urls = ["{server.\(servers[server].name)}\(path)"] + (server == 0 ? ["{server}\(path)"] : [])
                    if Item.id(servers[server].name, service.name, type) == id || url.map(urls.contains) == true {
                        return (server, number, type)
                    }
                }
            }
        }
        return nil
    }
}
