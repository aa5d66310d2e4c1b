// SPDX-License-Identifier: Apache-2.0

import Formats

/// Writes the layers of a service from its root and from their descriptions.
enum LayerWriter {
    static func layers(of service: RecordedService) -> [JSON] {
        let listed = (service.root?["layers"]?.elements ?? []) + (service.root?["tables"]?.elements ?? [])
        var layers: [JSON] = []
        var ids: Set<Int> = []
        for entry in listed.prefix(200) {
            guard let id = entry["id"]?.integer, ids.insert(id).inserted else { continue }
            layers.append(layer(id, entry, service.layers[id]))
        }
        for (id, description) in service.layers.sorted(by: { $0.key < $1.key }) where ids.insert(id).inserted {
            layers.append(layer(id, description, description))
        }
        return layers
    }

    private static func layer(_ id: Int, _ entry: JSON, _ description: JSON?) -> JSON {
        var members: [JSON.Member] = [.init("id", .int(id))]
        if let name = (description ?? entry)["name"]?.text { members.append(.init("name", .string(name))) }
        let type = description?["type"]?.text ?? entry["type"]?.text
        if let type, ["Feature Layer", "Table", "Group Layer"].contains(type) {
            members.append(.init("type", .string(type)))
        }
        if type == "Group Layer" { return .object(members) }
        if let geometry = (description ?? entry)["geometryType"]?.text {
            members.append(.init("geometryType", .string(geometry)))
        }
        let fields = (description?["fields"]?.elements ?? []).compactMap(field)
        if !fields.isEmpty { members.append(.init("fields", .array(fields))) }
        return .object(members)
    }

    private static func field(_ json: JSON) -> JSON? {
        guard let name = json["name"]?.text, let type = json["type"]?.text, type != "esriFieldTypeGeometry" else {
            return nil
        }
        var members: [JSON.Member] = [.init("name", .string(name)), .init("type", .string(type))]
        if let alias = json["alias"]?.text, alias != name { members.append(.init("alias", .string(alias))) }
        if type == "esriFieldTypeString", let length = json["length"]?.integer, length > 0 {
            members.append(.init("length", .int(length)))
        }
        return .object(members)
    }
}
