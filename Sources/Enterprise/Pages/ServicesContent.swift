// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// The answer of a resource as text for people.
struct ServicesContent {
    let json: JSON
    let location: DirectoryLocation

    init(_ json: JSON, _ location: DirectoryLocation) { (self.json, self.location) = (json, location) }

    var html: String {
        if let error = json["error"] { return self.error(error) }
        // Of results, people read the rows.
        let isFound = json["features"]?.elements != nil
        let members = (json.members ?? []).filter { !isFound || !Self.aboutRows.contains($0.name) }
        var parts = members.map(member)
        if json.members == nil { parts.append(block(json)) }
        if let operations { parts.append(operations) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static let aboutRows: Set = [
        "displayFieldName", "fieldAliases", "objectIdFieldName", "uniqueIdField", "globalIdFieldName",
        "geometryProperties", "geometryType", "spatialReference", "fields", "hasZ", "hasM",
    ]

    private func error(_ error: JSON) -> String {
        var lines = ["Error: \(error["message"]?.text ?? "")"]
        if let code = error["code"]?.integer { lines.append("Code: \(code)") }
        lines += error["details"]?.elements?.compactMap(\.text) ?? []
        return "<p class=\"error\">\(lines.map(Page.escape).joined(separator: "<br>\n"))</p>"
    }

    /// Returns one key of the answer: with links if it leads to other resources, otherwise with label and value.
    private func member(_ member: JSON.Member) -> String {
        let (name, value) = (member.name, member.value)
        switch (name, location.resource) {
        case ("folders", nil):
            return list("Folders", value.elements?.compactMap(\.text).map { ServicesPage.link($0, below($0)) } ?? [])
        case ("services", nil):
            return list("Services", value.elements?.map(service) ?? [])
        case ("layers", ""), ("tables", ""):
            return tree(ServicesContent.label(name), value.elements ?? [])
        case ("tasks", ""):
            return list("Tasks", value.elements?.compactMap(\.text).map { ServicesPage.link($0, below($0)) } ?? [])
        case ("fields", "{layer}"):
            return list("Fields", value.elements?.map(field) ?? [])
        case ("subLayers", "{layer}"):
            return list("Sub Layers", value.elements?.compactMap(sibling) ?? [])
        case ("parentLayer", "{layer}"):
            return sibling(value).map { line("Parent Layer", $0) } ?? ""
        case ("features", _): return features(value.elements ?? [])
        case ("objectIds", _) where location.kind == .featureServer && value.elements != nil:
            let layer = location.crumbs.dropLast().last?.path ?? ""
            let links = value.elements?.compactMap(\.integer).map { ServicesPage.link("\($0)", "\(layer)/\($0)") }
            return line("Object IDs", links?.joined(separator: ", ") ?? "")
        case ("href", _) where json["width"] != nil:
            let href = Page.escape(value.text ?? "")
            return "<p><img src=\"\(href)\" alt=\"\"></p>\n" + line("Href", "<a href=\"\(href)\">\(href)</a>")
        default: return line(ServicesContent.label(name), block(value))
        }
    }

    // MARK: what leads on

    /// Returns a service; a folder's catalog lists services with the folder.
    private func service(_ json: JSON) -> String {
        let (name, type) = (json["name"]?.text ?? "", json["type"]?.text ?? "")
        let coded = name.split(separator: "/").map { Percent.encode(String($0)) }.joined(separator: "/")
        return ServicesPage.link(name, "\(location.crumbs[0].path)/\(coded)/\(Percent.encode(type))")
            + " (\(Page.escape(type)))"
    }

    private func below(_ segment: String) -> String { "\(location.path)/\(Percent.encode(segment))" }

    private func sibling(_ layer: JSON) -> String? {
        guard let id = layer["id"]?.integer else { return nil }
        let service = location.crumbs.dropLast().last?.path ?? ""
        return ServicesPage.link(layer["name"]?.text ?? "", "\(service)/\(id)") + " (\(id))"
    }

    /// Returns layers below their groups; those with an unknown group are at the top.
    private func tree(_ title: String, _ entries: [JSON]) -> String {
        let ids = Set(entries.compactMap { $0["id"]?.integer })
        func items(below parent: Int?, _ depth: Int) -> [String] {
            entries.compactMap { entry in
                guard let id = entry["id"]?.integer else { return nil }
                let group = entry["parentLayerId"]?.integer.flatMap { ids.contains($0) && $0 != id ? $0 : nil }
                guard group == parent else { return nil }
                let link = ServicesPage.link(entry["name"]?.text ?? "", below("\(id)")) + " (\(id))"
                let inside = depth < 20 ? items(below: id, depth + 1) : []
                return inside.isEmpty ? link : "\(link)<ul>\(inside.map { "<li>\($0)</li>" }.joined())</ul>"
            }
        }
        let all = "<p>\(ServicesPage.link("All Layers and Tables", below("layers")))</p>\n"
        return (title == "Layers" ? all : "") + list(title, items(below: nil, 0))
    }

    /// The operations of a layer and of a service that have a form.
    private var operations: String? {
        guard let resource = location.resource else { return nil }
        if resource == "{task}", let type = json["executionType"]?.text {
            let operation =
                type == "esriExecutionTypeSynchronous" ? ("Execute Task", "execute") : ("Submit Job", "submitJob")
            return line("Supported Operations", ServicesPage.link(operation.0, below(operation.1)))
        }
        guard resource.isEmpty || resource == "{layer}" else { return nil }
        let capabilities = json["capabilities"]?.text?.lowercased() ?? ""
        let isEditable = ["create", "update", "delete", "editing"].contains { capabilities.contains($0) }
        let links = location.operations(
            below: resource, isEditable: isEditable, capabilities: json["capabilities"]?.text
        ).map { ServicesPage.link($0.title, below($0.segment)) }
        return links.isEmpty ? nil : line("Supported Operations", links.joined(separator: " "))
    }

    // MARK: text

    private func field(_ json: JSON) -> String {
        let facts = (json.members ?? []).filter { $0.name != "name" && $0.value != .null }.map {
            "\(Page.escape($0.name)): \(block($0.value))"
        }
        return "\(Page.escape(json["name"]?.text ?? "")) ( \(facts.joined(separator: ", ")) )"
    }

    private func features(_ features: [JSON]) -> String {
        let records = features.map {
            "<div class=\"record\">\(($0.members ?? []).map { block($0.value) }.joined())</div>"
        }
        return "<p># records: \(features.count)</p>\n" + records.joined(separator: "\n")
    }

    private func list(_ title: String, _ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return "<h3>\(title):</h3>\n<ul>\n\(items.map { "<li>\($0)</li>" }.joined(separator: "\n"))\n</ul>"
    }

    private func line(_ label: String, _ value: String) -> String {
        "<div class=\"line\"><b>\(Page.escape(label)):</b> \(value)</div>"
    }

    private func block(_ json: JSON) -> String {
        switch json {
        case .null: return ""
        case .bool(let truth): return "\(truth)"
        case .number(let spelling): return Page.escape(spelling)
        case .string(let text):
            let isURL = text.hasPrefix("https://") || text.hasPrefix("http://")
            return isURL && !text.contains(" ") ? ServicesPage.link(text, text) : Page.escape(text)
        case .array(let elements):
            if elements.allSatisfy({ $0.members == nil }) { return elements.map(block).joined(separator: ", ") }
            return "<ul>\(elements.map { "<li>\(block($0))</li>" }.joined())</ul>"
        // `102100 (3857)`, as on real pages.
        case .object where json["wkid"]?.integer != nil:
            let latest = json["latestWkid"]?.integer.map { " (\($0))" } ?? ""
            return "\(json["wkid"]?.integer ?? 0)\(latest)"
        case .object(let members):
            return "<div class=\"inside\">\(members.map { line($0.name, block($0.value)) }.joined())</div>"
        }
    }

    /// Returns a label for a key: `maxRecordCount` becomes `Max Record Count`.
    static func label(_ key: String) -> String {
        var label = ""
        for letter in key {
            if label.isEmpty {
                label.append(contentsOf: letter.uppercased())
            } else {
                if letter.isUppercase, label.last?.isUppercase == false { label.append(" ") }
                label.append(letter)
            }
        }
        return label
    }
}
