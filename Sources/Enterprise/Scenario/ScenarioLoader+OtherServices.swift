// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Decoding of services that are not maps, and of literal answers.
extension ScenarioLoader {
    mutating func other(_ node: Node, _ service: inout Scenario.Service) {
        for entry in node["results"]?.entries ?? [] { service.canned[entry.name] = canned(entry.node) }
        if service.kind == "GeocodeServer" || node["locations"] != nil {
            service.locator = Locator(
                locations: locations(node["locations"]), addressFields: node["addressFields"]?.texts)
        }
        service.tasks = (node["tasks"]?.nodes ?? []).map { task($0) }
        if service.kind == "ImageServer" || node["image"] != nil { service.imagery = imagery(node["image"]) }
    }

    // MARK: answers

    /// Returns a literal answer: `{ file, contentType }` is a file beside the scenario; anything else is the answer
    /// itself.
    mutating func canned(_ node: Node) -> Canned? {
        guard let (bytes, name) = namedFile(node) else { return node["file"] == nil ? .json(node.json) : nil }
        if name.hasSuffix(".json") || name.hasSuffix(".json5") { return json(bytes, name).map(Canned.json) }
        return .bytes(bytes, type: node["contentType"]?.text ?? Self.mediaType(name))
    }

    /// Returns the named file, or `nil` with a finding if there is none.
    private mutating func namedFile(_ node: Node) -> (bytes: [UInt8], name: String)? {
        guard let source = node["file"], let name = source.text,
            node.entries.allSatisfy({ ["file", "contentType"].contains($0.name) })
        else { return nil }
        guard let bytes = files.read(files.resolve(name, from: source.file)) else {
            missing(source, name)
            return nil
        }
        return (bytes, name)
    }

    private mutating func json(_ bytes: [UInt8], _ name: String) -> JSON? {
        let (node, found) = JSON5Reader.read(bytes, file: name)
        findings += found
        return node?.json
    }

    private static func mediaType(_ name: String) -> String {
        switch name.split(separator: ".").last?.lowercased() {
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "tif", "tiff": "image/tiff"
        case "pbf": "application/x-protobuf"
        default: "application/octet-stream"
        }
    }

    // MARK: locators

    private mutating func locations(_ node: Node?) -> [Locator.Location] {
        guard let node else { return [] }
        guard let name = node.text else { return node.nodes.compactMap { location($0) } }
        guard let bytes = files.read(files.resolve(name, from: node.file)) else {
            missing(node, name)
            return []
        }
        switch FeatureStores.store(bytes, file: name) {
        case .failure(let bad):
            findings.append(bad.finding)
            return []
        case .success(let store): return Locator.locations(store)
        }
    }

    private mutating func location(_ node: Node) -> Locator.Location? {
        guard let x = number(node["x"]), let y = number(node["y"]) else { return nil }
        var extent: Envelope?
        if let box = node["extent"], let xmin = number(box["xmin"])?.double, let ymin = number(box["ymin"])?.double,
            let xmax = number(box["xmax"])?.double, let ymax = number(box["ymax"])?.double
        {
            extent = Envelope(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax)
        }
        return Locator.Location(
            address: node["address"]?.text ?? "", x: x, y: y, attributes: node["attributes"]?.json.members ?? [],
            extent: extent, score: Double(node["score"]?.integer ?? 100))
    }

    private mutating func number(_ node: Node?) -> JSON? {
        guard let node else { return nil }
        guard node.json.double != nil else {
            fail(node, "expected a number, found \(node.json.kind)")
            return nil
        }
        return node.json
    }

    // MARK: geoprocessing

    private mutating func task(_ node: Node) -> GPTask {
        var task = GPTask(name: node["name"]?.text ?? "")
        task.displayName = node["displayName"]?.text ?? task.name
        task.description = node["description"]?.text ?? ""
        task.category = node["category"]?.text ?? ""
        task.helpURL = node["helpUrl"]?.text ?? ""
        task.isSynchronous = node["executionType"]?.text == "esriExecutionTypeSynchronous"
        task.parameters = (node["parameters"]?.nodes ?? []).map(\.json)
        for entry in node["results"]?.entries ?? [] {
            if case .json(let value)? = canned(entry.node) { task.results.append(.init(entry.name, value)) }
        }
        task.messages = (node["messages"]?.nodes ?? []).map { message in
            .object([
                .init("type", .string(message["type"]?.text ?? "esriJobMessageTypeInformative")),
                .init("description", .string(message.text ?? message["description"]?.text ?? "")),
            ])
        }
        task.waits = duration(node["waits"]) ?? task.waits
        task.executes = duration(node["executes"]) ?? task.executes
        task.outcome = node["outcome"]?.text.flatMap(GPTask.Outcome.init) ?? task.outcome
        return task
    }

    private mutating func duration(_ node: Node?) -> Int64? {
        guard let node, let text = node.text else { return nil }
        guard let duration = ISO8601.milliseconds(ofDuration: text), duration >= 0 else {
            fail(node, "\"\(text)\" is not an ISO 8601 duration", suggestion: ISO8601.duration(meant: text) ?? "PT2S")
            return nil
        }
        return duration
    }

    // MARK: images

    private mutating func imagery(_ node: Node?) -> Imagery {
        for entry in node?["properties"]?.entries ?? [] where !Imagery.keys.contains(entry.name) {
            fail(
                entry.node, "the root of an image service has no key \"\(entry.name)\"",
                suggestion: Suggestion.nearest(to: entry.name, among: Imagery.keys))
        }
        var imagery = Imagery(properties: node?["properties"]?.json.members ?? [], pixel: node?["pixel"]?.text)
        if let source = node?["source"], let name = source.text {
            if let bytes = files.read(files.resolve(name, from: source.file)) {
                imagery.picture = Picture(file: bytes)
                if imagery.picture == nil {
                    fail(source, "\(name) is not a PNG or JPEG of at most \(Picture.largest) pixels a side")
                }
            } else {
                missing(source, name)
            }
        }
        for file in node?["rasterFiles"]?.nodes ?? [] {
            var bytes: [UInt8]?
            if let source = file["source"], let name = source.text {
                bytes = files.read(files.resolve(name, from: source.file))
                if bytes == nil { missing(source, name) }
            }
            imagery.files.append(
                Imagery.File(
                    name: file["name"]?.text ?? "", size: file["size"]?.integer ?? bytes?.count ?? 0,
                    rasters: (file["rasters"]?.nodes ?? []).compactMap(\.integer), bytes: bytes))
        }
        return imagery
    }
}
