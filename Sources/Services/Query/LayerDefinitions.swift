// SPDX-License-Identifier: Apache-2.0

import Formats

/// The value of `layerDefs`: conditions by layer id.
struct LayerDefinitions: Sendable, Hashable {
    var conditions: [Int: String] = [:]
    /// The `outfields` of an array's entries.
    var fields: [Int: String] = [:]
    /// The ids in order.
    var ids: [Int] = []
    /// A Boolean value that indicates whether it has the simple form `0:POP > 5;2:…`, which servers reject since 10.5
    /// (documented).
    var isSimple = false

    /// Reads JSON, an object by id or an array of `layerId` and `where`; or ids and conditions with colons and
    /// semicolons. `nil` if it is neither.
    init?(_ text: String) {
        if text.hasPrefix("{") || text.hasPrefix("[") {
            guard let json = try? JSONReader.read(json5: Array(text.utf8)) else { return nil }
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

    /// The condition of a layer, if it has one.
    subscript(id: Int) -> String? { conditions[id].flatMap { ASCII.trimmed($0).isEmpty ? nil : $0 } }
}
