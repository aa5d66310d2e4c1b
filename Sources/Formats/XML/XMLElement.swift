// SPDX-License-Identifier: Apache-2.0

/// An element to be written: attributes in their order, text escaped.
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

    /// An element with text alone.
    package init(_ name: String, text: String) {
        self.init(name, [], text: text)
    }

    /// An element without attributes.
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
            // XML 1.0 has no other control characters, not even escaped.
            case _ where scalar.value < 32: safe += "\u{FFFD}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
