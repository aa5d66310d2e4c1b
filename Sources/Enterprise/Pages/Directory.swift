// SPDX-License-Identifier: Apache-2.0

import Formats

/// A JSON answer as a page of the directory, which `f=html` shows. One renderer serves all resources.
enum Directory {
    /// Returns the page. Its links to other formats keep the query, but for `f`.
    static func page(_ json: JSON, path: String, query: String? = nil) -> Page {
        var body = "<h1>\(Page.escape(path))</h1>\n"
        if case .object(let members) = json, let error = members.first(where: { $0.name == "error" })?.value,
            case .object(let facts) = error
        {
            body += "<p class=\"error\">"
            body += facts.map { "\(Page.escape($0.name)): \(inline($0.value))" }.joined(separator: "<br>\n")
            body += "</p>"
        } else {
            body += top(json, path)
        }
        let links = ["json", "pjson"].map { "<a href=\"\(Page.escape(link($0, query)))\">\($0.uppercased())</a>" }
        body += "\n<p>\(links.joined(separator: " "))</p>"
        return Page(title: path, body: body)
    }

    /// Returns a link to the same answer in another format.
    static func link(_ format: String, _ query: String?) -> String {
        let others = Form.parse(query ?? "").filter { !ASCII.equal($0.name, "f") }
        return "?" + Form.encode(others.map { ($0.name, $0.value) } + [("f", format)])
    }

    /// Returns the answer, in which the names of resources lead to them.
    private static func top(_ json: JSON, _ path: String) -> String {
        guard case .object(let members) = json else { return block(json) }
        let rows = members.map { member in
            let names = member.name == "resources" ? member.value.elements?.compactMap(\.text) : nil
            let value = names.map { links($0, below: path) } ?? block(member.value)
            return "<dt>\(Page.escape(member.name))</dt><dd>\(value)</dd>"
        }
        return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
    }

    private static func links(_ names: [String], below path: String) -> String {
        let root = path.hasSuffix("/") ? String(path.dropLast()) : path
        return names.map { name in
            "<a href=\"\(Page.escape("\(root)/\(Percent.encode(name))"))\">\(Page.escape(name))</a>"
        }.joined(separator: " ")
    }

    private static func block(_ json: JSON) -> String {
        switch json {
        case .object(let members):
            let rows = members.map { "<dt>\(Page.escape($0.name))</dt><dd>\(block($0.value))</dd>" }
            return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
        case .array(let elements) where elements.contains(where: isDeep):
            return "<ul>\n\(elements.map { "<li>\(block($0))</li>" }.joined(separator: "\n"))\n</ul>"
        default: return inline(json)
        }
    }

    private static func isDeep(_ json: JSON) -> Bool {
        switch json {
        case .object, .array: true
        default: false
        }
    }

    private static func inline(_ json: JSON) -> String {
        switch json {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let spelling): Page.escape(spelling)
        case .string(let text): Page.escape(text)
        case .array(let elements): elements.map(inline).joined(separator: ", ")
        case .object: block(json)
        }
    }
}
