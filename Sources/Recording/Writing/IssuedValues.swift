// SPDX-License-Identifier: Apache-2.0

package import Formats

/// The values that answers gave and later requests used: tokens, codes, states, ids. In a scenario such a value is saved by
/// one step and filled in by others, for the double gives another.
package struct IssuedValues: Sendable {
    /// Where a value stands in an answer, as a step's `save` says it.
    private struct Source {
        var exchange: Int
        var name: String
        var place: JSON
    }

    private var sources: [String: Source] = [:]
    private var names: [String: String] = [:]
    private var used: Set<String> = []
    /// The saves of each exchange, by its index.
    package private(set) var saves: [Int: [JSON.Member]] = [:]

    package init() {}

    /// Returns whether a text was made by a machine for one use: no word, no number.
    package static func isOpaque(_ text: String) -> Bool {
        guard text.utf8.count >= 16, text.utf8.count < 20_000 else { return false }
        var (digits, letters) = (false, false)
        for byte in text.utf8 {
            if ASCII.isDigit(byte) {
                digits = true
            } else if ASCII.isLetter(byte) {
                letters = true
            } else if !Array("_-.~+/=|*".utf8).contains(byte) {
                return false
            }
        }
        return digits && letters && !text.contains("//")
    }

    // MARK: what an answer gives

    mutating func learn(_ answer: RecordedAnswer, at index: Int) {
        if let location = answer.field("location") { learn(location: location, at: index) }
        if let json = answer.json {
            var room = 500
            learn(json, "", "", at: index, &room)
        } else if !answer.body.isEmpty, answer.body.count < 300_000 {
            learn(page: String(decoding: answer.body, as: UTF8.self), at: index)
        }
    }

    private mutating func learn(_ json: JSON, _ pointer: String, _ name: String, at index: Int, _ room: inout Int) {
        switch json {
        case .string(let text):
            guard room > 0, Self.isOpaque(text) || Vocabulary.isSecret(name) && text.utf8.count >= 6 else { return }
            room -= 1
            note(text, name, .string(pointer), at: index)
        case .object(let members):
            for member in members {
                let part = member.name.replacing("~", with: "~0").replacing("/", with: "~1")
                learn(member.value, "\(pointer)/\(part)", member.name, at: index, &room)
            }
        case .array(let elements):
            for (number, element) in elements.prefix(50).enumerated() {
                learn(element, "\(pointer)/\(number)", name, at: index, &room)
            }
        default: break
        }
    }

    private mutating func learn(location: String, at index: Int) {
        guard let start = location.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return }
        let rest = String(location[location.index(after: start)...]).replacing("#", with: "&")
        for (name, value) in Form.parse(rest)
        where Self.isOpaque(value) || Vocabulary.isSecret(name) && value.utf8.count >= 6 {
            let place = JSON.object([
                .init("header", .string("Location")), .init("matches", .string("[?&#]\(name)=([^&#]+)")),
                .init("decode", .string("percent")),
            ])
            note(value, name, place, at: index)
        }
    }

    private mutating func learn(page: String, at index: Int) {
        for match in page.matches(of: /name="(\w+)"[^>]{0,100}?\bvalue="([^"]{6,})"/).prefix(40) {
            let place = JSON.object([
                .init("body", .string("name=\"\(match.1)\"[^>]*?\\bvalue=\"([^\"]*)\"")),
                .init("decode", .string("html")),
            ])
            note(String(match.2), String(match.1), place, at: index)
        }
        for match in page.matches(of: /"?(\w+)"?\s*[:=]\s*"([^"]{16,})"/).prefix(40)
        where Self.isOpaque(String(match.2)) || Vocabulary.isSecret(String(match.1)) {
            let place = JSON.object([.init("body", .string("\"?\(match.1)\"?\\s*[:=]\\s*\"([^\"]+)\""))])
            note(String(match.2), String(match.1), place, at: index)
        }
    }

    private mutating func note(_ value: String, _ name: String, _ place: JSON, at index: Int) {
        guard sources.count < 50_000 else { return }
        // The first answer that had it gave it; what comes later repeats it.
        if names[value] == nil, sources[value] == nil || sources[value]?.exchange == index {
            if sources[value] == nil { sources[value] = Source(exchange: index, name: name, place: place) }
        }
    }

    // MARK: what a request uses

    /// Returns the placeholder's name of a value that an earlier answer gave, or `nil`.
    mutating func use(_ value: String) -> String? {
        if let name = names[value] { return name }
        guard let source = sources[value] else { return nil }
        let plain = source.name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        let base = plain.first?.isLetter == true ? plain : "value\(plain)"
        var name = base
        var number = 2
        while !used.insert(name).inserted || ["portal", "server", "http", "https", "idp", "host", "now"].contains(name)
        {
            name = "\(base)\(number)"
            number += 1
        }
        names[value] = name
        saves[source.exchange, default: []].append(.init(name, source.place))
        return name
    }

    /// Returns a text in which every value that an answer gave is its placeholder.
    mutating func filled(_ text: String) -> String {
        if let name = use(text) { return "{\(name)}" }
        guard text.utf8.count >= 16 else { return text }
        var out = ""
        var rest = text[...]
        for match in text.matches(of: /[A-Za-z0-9_.~-]{16,}/) {
            guard let name = use(String(match.output)) else { continue }
            out += text[rest.startIndex..<match.range.lowerBound] + "{\(name)}"
            rest = text[match.range.upperBound...]
        }
        return out + rest
    }
}
