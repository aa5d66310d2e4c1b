// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// A pattern prepared for comparison with many exchanges, of which many have the same path.
final class RequestMatcher {
    private let pattern: RequestPattern
    private let path: Glob?
    /// The paths as sent that were looked at, and whether they match.
    private var known: [String: Bool] = [:]
    private let indices: [(name: String, values: [Wanted])]

    private struct Wanted {
        var name: String
        /// The wanted value, or `nil` if it must be absent.
        var value: Glob?
    }

    init(_ pattern: RequestPattern) {
        self.pattern = pattern
        path = pattern.path.map { Glob(RequestMatcher.path(of: $0)) }
        func wanted(_ values: [String: RequestPattern.Value]) -> [Wanted] {
            values.sorted { $0.key < $1.key }.map { name, value in
                // In a value `*` stands for slashes too.
                Wanted(name: name, value: value.text.map { Glob($0.replacing("*", with: "**")) })
            }
        }
        indices = [
            ("parameters", wanted(pattern.parameters)), ("query", wanted(pattern.query)),
            ("form", wanted(pattern.form)), ("header", wanted(pattern.headers)),
        ]
    }

    var rule: String? { pattern.rule }

    /// A Boolean value that indicates whether the pattern needs details that the counts of dropped exchanges do not
    /// keep.
    var looksInside: Bool { indices.contains { !$0.values.isEmpty } || pattern.longerThan != nil }

    func matches(_ exchange: Exchange) -> Bool {
        guard case .request(let request) = exchange.received else {
            // Where no request was read, only a rule can match.
            let asksOfRequest = pattern.method != nil || path != nil || pattern.door != nil || pattern.user != nil
            return pattern.rule != nil && !asksOfRequest && !looksInside && matches(ExchangeCounts.Key.of(exchange))
        }
        if let method = pattern.method, request.method != method { return false }
        if let door = pattern.door, exchange.door != door { return false }
        if let user = pattern.user, exchange.user != user { return false }
        if let rule = pattern.rule, !exchange.verdict.contains(where: { $0.rule.id == rule }) { return false }
        guard matches(path: request.target.path) else { return false }
        return !looksInside || insides(request).isEmpty
    }

    /// Returns whether a path as sent matches. Different ones are few; beyond that, they are not remembered.
    private func matches(path sent: String) -> Bool {
        guard let path else { return true }
        if let known = known[sent] { return known }
        let isMatch = path.matches(RequestMatcher.path(of: sent))
        if known.count < 10_000 { known[sent] = isMatch }
        return isMatch
    }

    /// Returns whether a key matches, as far as the counts keep details.
    func matches(_ key: ExchangeCounts.Key) -> Bool {
        if let method = pattern.method, key.method != method { return false }
        if path != nil, key.path.map({ !matches(path: $0) }) ?? true { return false }
        if let door = pattern.door, key.door != door { return false }
        if let user = pattern.user, key.user != user { return false }
        if let rule = pattern.rule, !key.rules.contains(rule) { return false }
        return key.method != nil || pattern.rule != nil
    }

    /// Returns how an exchange differs from the pattern; empty if it matches, `nil` if no request was read.
    func differences(_ exchange: Exchange) -> [Difference]? {
        guard case .request(let request) = exchange.received else { return nil }
        return differences(ExchangeCounts.Key.of(exchange), request) + insides(request)
    }

    /// Returns how the properties that the counts keep differ from the pattern.
    func differences(_ key: ExchangeCounts.Key, _ request: Request) -> [Difference] {
        var list: [Difference] = []
        if let method = pattern.method, key.method != method {
            list.append(Difference(.method, "its method is \(request.method), not \(method)"))
        }
        let own = RequestMatcher.path(of: request.target.path)
        if let path, !path.matches(own) {
            list.append(Difference(.path, "its path is \(own), not \(path.text)"))
        }
        if let door = pattern.door, key.door != door {
            list.append(
                Difference(
                    .door, "it came to \(key.door.map { "the door \($0.rawValue)" } ?? "no door"), not \(door.rawValue)"
                ))
        }
        if let user = pattern.user, key.user != user {
            list.append(Difference(.user, "its user is \(key.user ?? "nobody"), not \(user)"))
        }
        if let rule = pattern.rule, !key.rules.contains(rule) {
            let own = key.rules.isEmpty ? "no rule" : key.rules.joined(separator: ", ")
            list.append(Difference(.rule, "it was judged by \(own), not \(rule)"))
        }
        return list
    }

    /// A difference from the pattern.
    struct Difference: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            case method, path, door, user, rule, inside
        }

        var kind: Kind
        var text: String

        init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    func insides(_ request: Request) -> [Difference] {
        var list: [Difference] = []
        if let most = pattern.longerThan, request.target.raw.utf8.count <= most {
            list.append(
                Difference(.inside, "its path and query have \(request.target.raw.utf8.count) bytes, not over \(most)"))
        }
        for (index, wanted) in indices where !wanted.isEmpty {
            let have = parameters(of: request, index)
            for want in wanted {
                let values = have.filter { ASCII.equal($0.name, want.name) }.map(\.value)
                let shown = { (value: String) in Redaction.hidden(form: "\(want.name)=\(value)") }
                if let value = want.value {
                    if values.contains(where: value.matches) { continue }
                    let own = values.first.map { "is \(shown($0))" } ?? "has no \(want.name)"
                    list.append(
                        Difference(.inside, "its \(index) \(own), not \(shown(value.text.replacing("**", with: "*")))"))
                } else if let value = values.first {
                    list.append(Difference(.inside, "its \(index) has \(shown(value)), which must not be there"))
                }
            }
        }
        return list
    }

    private func parameters(of request: Request, _ index: String) -> [(name: String, value: String)] {
        switch index {
        case "parameters": (request.target.query.map(Form.parse) ?? []) + request.form
        case "query": request.target.query.map(Form.parse) ?? []
        case "form": request.form
        default: request.fields.list.map { ($0.name, $0.value) }
        }
    }

    /// Returns the decoded path without empty segments; of a whole URL, the part after the authority.
    static func path(of text: String) -> String {
        isPlain(text) ? text : "/" + Target(text).segments.joined(separator: "/")
    }

    /// Returns whether a text is such a path as it stands, as most are: nothing in it is encoded, and no segment is empty.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8.span
        guard bytes.count > 0, bytes[0] == UInt8(ascii: "/") else { return false }
        var last = bytes[0]
        for index in bytes.indices.dropFirst() {
            let byte = bytes[index]
            let isEmptySegment = byte == UInt8(ascii: "/") && last == byte
            if isEmptySegment || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "?") { return false }
            last = byte
        }
        return bytes.count == 1 || last != UInt8(ascii: "/")
    }
}

extension Request {
    /// The parameters of an urlencoded or multipart body.
    var form: [(name: String, value: String)] {
        guard !body.isEmpty else { return [] }
        let given = fields["content-type"] ?? ""
        // As nearly all forms say it, which is not taken apart for each of ten thousand.
        if given == "application/x-www-form-urlencoded" { return Form.parse(body) }
        let type = MediaType(given)
        switch type?.essence {
        case "application/x-www-form-urlencoded", nil: return Form.parse(body)
        case "multipart/form-data":
            guard let boundary = type?["boundary"], let parts = try? Multipart.parse(body, boundary: boundary) else {
                return []
            }
            return parts.filter { $0.fileName == nil }.map { ($0.name, String(decoding: $0.body, as: UTF8.self)) }
        default: return []
        }
    }
}
