// SPDX-License-Identifier: Apache-2.0

import Formats

/// The URLs of a recording's sites, which are placeholders in a scenario.
package struct SiteURLs: Sendable {
    private struct Spelling {
        var plain: [UInt8]
        var isSecure: Bool
        var text: String
        /// Whether it is that of one site, and not of an origin.
        var isSite = false
    }

    private var spellings: [Spelling] = []
    private var hosts: [String] = []
    /// The first bytes of all spellings.
    private var starts: Set<UInt8> = []

    package init(_ recognition: Recognition) {
        let origins = Set(recognition.exchanges.map(\.url.origin))
        for url in origins.sorted().compactMap(WebURL.init) {
            let sites = recognition.sites.filter { $0.host == url.host.lowercased() }
            guard !sites.isEmpty else { continue }
            for isSecure in [true, false] {
                let base = "\(isSecure ? "https" : "http")://\(url.authority)"
                for site in sites where !site.context.isEmpty {
                    add(
                        "\(base)/\(site.context.joined(separator: "/"))", isSecure, Self.name(site, recognition),
                        isSite: true)
                }
                add(base, isSecure, isSecure ? "{https}" : "{http}")
            }
            add(url.authority, url.isSecure, "{host}")
            hosts.append(url.host)
        }
        spellings.sort { $0.plain.count > $1.plain.count }
        starts = Set(spellings.compactMap(\.plain.first))
    }

    private mutating func add(_ plain: String, _ isSecure: Bool, _ text: String, isSite: Bool = false) {
        spellings.append(Spelling(plain: Array(plain.utf8), isSecure: isSecure, text: text, isSite: isSite))
    }

    /// Returns `{portal}`, or `{portal.NAME}` of a further one.
    package static func name(_ site: RecordedSite, _ recognition: Recognition) -> String {
        let first = recognition.sites.first { $0.kind == site.kind }
        return first?.name == site.name ? "{\(site.kind.rawValue)}" : "{\(site.kind.rawValue).\(site.name)}"
    }

    /// Returns a text of an exchange as a step writes it: URLs of sites are placeholders, other braces are escaped.
    ///
    /// A step's `{portal}` has the scheme of the step; a URL of the other scheme is not replaced by it.
    package func written(_ text: String, isSecure: Bool) -> String {
        let text = Self.escaped(text)
        guard hosts.contains(where: text.contains) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if starts.contains(bytes[at]), at == 0 || !Self.isName(bytes[at - 1]),
                let spelling = spelling(in: bytes, at: at, isSecure)
            {
                out += spelling.text.utf8
                at += spelling.plain.count
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether a byte goes on with the name of a host, a port or a segment.
    private static func isName(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || [45, 46, 58, 95].contains(byte)
    }

    private func spelling(in bytes: [UInt8], at index: Int, _ isSecure: Bool) -> Spelling? {
        spellings.first { spelling in
            let end = index + spelling.plain.count
            return end <= bytes.count && bytes[index..<end].elementsEqual(spelling.plain)
                && (end == bytes.count || !Self.isName(bytes[end]))
                && (!spelling.isSite || spelling.isSecure == isSecure)
        }
    }

    /// Returns a text whose braces are no placeholders.
    package static func escaped(_ text: String) -> String {
        guard text.contains("{") else { return text }
        return text.replacing(/\{(?=[A-Za-z{])/, with: "{{")
    }
}
