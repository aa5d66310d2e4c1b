// SPDX-License-Identifier: Apache-2.0

/// A read-only element: its name, namespace, attributes and content.
package struct XMLTree: Sendable, Hashable {
    package enum Child: Sendable, Hashable {
        case element(XMLTree)
        case text(String)
    }

    package let namespace: String
    package let name: String
    /// The attributes by name; their namespaces are dropped.
    package let attributes: [String: String]
    package let children: [Child]

    /// Creates an element from the form that the XML library's side writes: `{"u":…,"n":…,"a":[[…]],"c":[…]}`.
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

    /// Returns the child elements with that name.
    package func elements(_ name: String) -> [XMLTree] {
        children.compactMap { child in
            if case .element(let element) = child, element.name == name { element } else { nil }
        }
    }

    /// Returns the first child element with that name.
    package func first(_ name: String) -> XMLTree? { elements(name).first }

    /// All text in the element, concatenated: a comment in between splits nothing.
    package var text: String {
        children.map { child in
            switch child {
            case .text(let text): text
            case .element(let element): element.text
            }
        }.joined()
    }
}
