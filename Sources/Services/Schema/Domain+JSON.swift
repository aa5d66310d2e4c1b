// SPDX-License-Identifier: Apache-2.0

package import Formats

extension Domain {
    /// Reads a domain of a description, or returns `nil` if values cannot be checked against it, as with `inherited`.
    package init?(json: JSON) {
        let name = json["name"]?.text ?? ""
        switch json["type"]?.text {
        case "codedValue":
            let codes = (json["codedValues"]?.elements ?? []).map { entry in
                Code(name: entry["name"]?.text ?? "", code: entry["code"] ?? .null)
            }
            self.init(name: name, values: .coded(codes))
        case "range":
            guard let low = json["range"]?[0], let high = json["range"]?[1] else { return nil }
            self.init(name: name, values: .range(low, high))
        default: return nil
        }
        description = json["description"]?.text
        mergePolicy = json["mergePolicy"]?.text ?? mergePolicy
        splitPolicy = json["splitPolicy"]?.text ?? splitPolicy
    }

    /// Returns the name of a code, if the domain has it.
    func name(of code: JSON) -> String? {
        guard case .coded(let codes) = values else { return nil }
        return codes.first { $0.code == code }?.name
    }

    /// The JSON with the captured order of keys: type, name, codedValues or range.
    var json: JSON { .object(members(description: false)) }

    /// The JSON of a FeatureServer in ArcMap's runtime: with the description and both policies (captured, 10.71).
    var longJSON: JSON {
        .object(members(description: true) + policies)
    }

    /// Returns the JSON of queryDomains (documented), with the type of its fields.
    func json(of type: FieldType) -> JSON {
        var members = members(description: false)
        members.insert(.init("fieldType", .string(type.rawValue)), at: 2)
        return .object(members + policies)
    }

    private var policies: [JSON.Member] {
        [.init("mergePolicy", .string(mergePolicy)), .init("splitPolicy", .string(splitPolicy))]
    }

    private func members(description isShown: Bool) -> [JSON.Member] {
        let type = if case .coded = values { "codedValue" } else { "range" }
        var members: [JSON.Member] = [.init("type", .string(type)), .init("name", .string(name))]
        if isShown { members.append(.init("description", .string(description ?? ""))) }
        switch values {
        case .coded(let codes):
            members.append(
                .init(
                    "codedValues",
                    .array(codes.map { .object([.init("name", .string($0.name)), .init("code", $0.code)]) })))
        case .range(let low, let high): members.append(.init("range", .array([low, high])))
        }
        return members
    }
}
