// SPDX-License-Identifier: Apache-2.0

/// An element to write: attributes in order, text escaped.
package struct XMLElement: Sendable {
    package var name: String
    package var attributes: [(String, String)]
    package var text: String?
    package var children: [XMLElement]

    package init(
        _ name: String, _ attributes: [(String, String)], text: String? = nil, _ children: [XMLElement] = []
    ) {
        self.name = name
        self.attributes = attributes
        self.text = text
        self.children = children
    }

    /// Creates an element that contains only text.
    package init(_ name: String, text: String) {
        self.init(name, [], text: text)
    }

    /// Creates an element without attributes.
    package init(_ name: String, _ children: [XMLElement]) {
        self.init(name, [], children)
    }

    package var xml: String {
        var out = "<\(name)"
        for (name, value) in attributes { out += " \(name)=\"\(XMLElement.escape(value))\"" }
        guard text != nil || !children.isEmpty else { return out + "/>" }
        out += ">\(XMLElement.escape(text ?? ""))"
        for child in children { out += child.xml }
        return out + "</\(name)>"
    }

    private static func escape(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "\t", "\n", "\r": safe += "&#\(scalar.value);"
            // XML 1.0 allows no other control characters, not even escaped.
            case _ where scalar.value < 32: safe += "\u{FFFD}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
