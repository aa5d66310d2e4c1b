// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

extension Domain {
    static let keys = Keys(
        what: "a domain",
        list: [
            Keys.Key("type", .word(["codedValue", "range"]), "Its type.", isRequired: true),
            Keys.Key("name", .string, "Its name.", isRequired: true),
            Keys.Key("description", .string, "Its description."),
            Keys.Key("codedValues", .list(.object(codeKeys)), "The codes and their names."),
            Keys.Key("range", .list(.any), "The smallest and the largest value."),
            Keys.Key(
                "mergePolicy", policy("MPT", ["AreaWeighted", "DefaultValue", "SumValues"]),
                "What a geodatabase does when rows are merged."),
            Keys.Key(
                "splitPolicy", policy("SPT", ["DefaultValue", "Duplicate", "GeometryRatio"]),
                "What a geodatabase does when a row is split."),
        ])

    private static func policy(_ kind: String, _ words: [String]) -> Keys.Kind {
        .word(words.map { "esri\(kind)\($0)" })
    }

    private static let codeKeys = Keys(
        what: "a coded value",
        list: [
            Keys.Key("name", .string, "The display name.", isRequired: true),
            Keys.Key("code", .any, "The value in the row.", isRequired: true),
        ])

    /// Reads the domain of a field, whose type its values have; returns `nil` with a finding if it has none.
    init?(_ node: Node, of field: Field, _ loader: inout ScenarioLoader) {
        guard let type = node["type"]?.text else { return nil }
        let key = type == "range" ? "range" : "codedValues"
        guard let list = node[key] else {
            loader.fail(node, "a domain of the type \"\(type)\" needs the key \"\(key)\"")
            return nil
        }
        if let extra = node[type == "range" ? "codedValues" : "range"] {
            loader.fail(extra, "a domain of the type \"\(type)\" has only \"\(key)\"")
        }
        let name = node["name"]?.text ?? ""
        if type == "range" {
            guard list.nodes.count == 2 else {
                loader.fail(list, "\"range\" must be a list of two: the smallest and the largest value")
                return nil
            }
            let (least, most) = (field.value(list.nodes[0], &loader), field.value(list.nodes[1], &loader))
            self.init(name: name, values: .range(least, most))
        } else {
            var codes: [Code] = []
            for code in list.nodes {
                let value = code["code"].map { field.value($0, &loader) }
                codes.append(Code(name: code["name"]?.text ?? "", code: value ?? .null))
            }
            self.init(name: name, values: .coded(codes))
        }
        description = node["description"]?.text
        mergePolicy = node["mergePolicy"]?.text ?? mergePolicy
        splitPolicy = node["splitPolicy"]?.text ?? splitPolicy
    }
}
