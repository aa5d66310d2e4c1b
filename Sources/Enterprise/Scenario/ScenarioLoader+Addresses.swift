// SPDX-License-Identifier: Apache-2.0

import Formats

/// Checks of the names and URLs of sites, which go into certificates and bodies.
extension ScenarioLoader {
    mutating func hosts(_ list: Node) -> [String] {
        for node in list.nodes {
            guard let text = node.text, !ScenarioLoader.isHost(text) else { continue }
            fail(node, "\"\(text)\" is neither a host name nor an address", suggestion: WebURL(text)?.host)
        }
        return list.texts
    }

    mutating func publicURL(_ node: Node) -> String? {
        guard let text = node.text else { return nil }
        guard let url = WebURL(text), ScenarioLoader.isHost(url.host) else {
            fail(
                node, "\"publicURL\": \"\(text)\" is not an http or https URL",
                suggestion: Self.web(text) ?? "https://gis.example.com/portal"
            )
            return nil
        }
        return text
    }

    /// Returns the text with https in front, if that makes it a URL.
    private static func web(_ text: String) -> String? {
        let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
        return WebURL("https://\(rest)").flatMap { isHost($0.host) ? "https://\(rest)" : nil }
    }

    /// Returns whether the text is labels of letters, digits and hyphens (RFC 1123 section 2.1), or an IPv6 address.
    private static func isHost(_ text: String) -> Bool {
        if text.contains(":") {
            return text.utf8.allSatisfy {
                ASCII.isDigit($0) || ASCII.lower($0) &- 97 < 6 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
            }
        }
        return text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count)
                    && label.utf8.allSatisfy {
                        ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                    }
            }
    }
}

extension Notation<[String]> {
    /// Names of hosts, and addresses.
    static var hosts: Self {
        Self(
            kind: .list(.string), read: { node, loader in loader.hosts(node) },
            write: { hosts, writer in writer.node(.array(hosts.map { writer.node(.string($0)) })) })
    }
}

extension Notation<String> {
    static var publicURL: Self {
        Self(
            kind: .string, read: { node, loader in loader.publicURL(node) }, write: { $1.node(.string($0)) })
    }
}
