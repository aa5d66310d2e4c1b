// SPDX-License-Identifier: Apache-2.0

/// An element that was read: name and namespace, attributes, and what is in it. Read only.
package struct XMLTree: Sendable, Hashable {
    package enum Child: Sendable, Hashable {
        case element(XMLTree)
        case text(String)
    }

    package let namespace: String
    package let name: String
    /// Name to value; namespaces of attributes are left out.
    package let attributes: [String: String]
    package let children: [Child]

    /// From the form that the XML library's side writes: `{"u":…,"n":…,"a":[[…]],"c":[…]}`.
    package init?(_ json: JSON) {
        guard let namespace = json["u"]?.text, let name = json["n"]?.text else { return nil }
        self.namespace = namespace
        self.name = name
        var attributes: [String: String] = [:]
        for attribute in json["a"]?.elements ?? [] {
            let parts = attribute.elements?.compactMap(\.text) ?? []
            if parts.count == 3 { attributes[parts[1]] = parts[2] }
        }
        self.attributes = attributes
        children = (json["c"]?.elements ?? []).compactMap { child in
            child.text.map { .text($0) } ?? XMLTree(child).map { .element($0) }
        }
    }

    package subscript(attribute: String) -> String? { attributes[attribute] }

    /// The elements right below of that name.
    package func elements(_ name: String) -> [XMLTree] {
        children.compactMap { child in
            if case .element(let element) = child, element.name == name { element } else { nil }
        }
    }

    /// The first of them.
    package func first(_ name: String) -> XMLTree? { elements(name).first }

    /// All text in it, put together: a comment in between splits nothing.
    package var text: String {
        children.map { child in
            switch child {
            case .text(let text): text
            case .element(let element): element.text
            }
        }.joined()
    }
}
