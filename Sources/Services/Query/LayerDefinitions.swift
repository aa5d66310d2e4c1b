// SPDX-License-Identifier: Apache-2.0

import Formats

/// The value of `layerDefs`: conditions by the layer's id.
struct LayerDefinitions: Sendable, Hashable {
    var conditions: [Int: String] = [:]
    /// `outfields` of a list's entries.
    var fields: [Int: String] = [:]
    /// The ids in the order they came.
    var ids: [Int] = []
    /// Whether it was written as `0:POP > 5;2:…`, which servers have not taken since 10.5 (documented).
    var isSimple = false

    /// JSON, an object by ids or a list of `layerId` and `where`; or ids and conditions with colons and semicolons.
    /// `nil` if it is none.
    init?(_ text: String) {
        if text.hasPrefix("{") || text.hasPrefix("[") {
            guard let json = try? JSONReader.read(Array(text.utf8)) else { return nil }
            for member in json.members ?? [] {
                guard let id = Int(member.name), let condition = member.value.text else { return nil }
                conditions[id] = condition
                ids.append(id)
            }
            for entry in json.elements ?? [] {
                guard let id = entry["layerId"]?.integer else { return nil }
                conditions[id] = entry["where"]?.text ?? ""
                fields[id] = (entry["outfields"] ?? entry["outFields"])?.text
                ids.append(id)
            }
            return
        }
        isSimple = true
        for part in text.split(separator: ";") {
            let pair = part.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, let id = Int(ASCII.trimmed(pair[0])) else { return nil }
            conditions[id] = String(pair[1])
            ids.append(id)
        }
    }

    init() {}

    /// The condition of a layer, unless it has none.
    subscript(id: Int) -> String? { conditions[id].flatMap { ASCII.trimmed($0).isEmpty ? nil : $0 } }
}
