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
        if service.kind == "ImageServer", service.imagery == nil { service.imagery = Imagery() }
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
        guard let name = node.text else { return node.nodes.map { Locator.Location.read($0, &self) } }
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
}
