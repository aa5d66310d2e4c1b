// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A comparison of a recorded answer with the double's: what a step can hold the double to, and where the two differ.
///
/// What differs between any two runs is compared by its type: tokens, ids, times.
package struct AnswerComparison {
    /// What the step compares.
    package private(set) var response: JSON = .object([])
    /// Where the answers differ, a line each.
    package private(set) var differences: [String] = []

    private let urls: SiteURLs
    private let isSecure: Bool
    /// Whether the body is given literally, so that its URLs are the recorded ones.
    private let isGiven: Bool
    private let fill: (String) -> String

    /// Compares; `fill` gives a text with its placeholders filled in as the step will.
    package init(
        _ recorded: RecordedAnswer, with got: RecordedAnswer, _ urls: SiteURLs, isSecure: Bool, isGiven: Bool,
        fill: @escaping (String) -> String
    ) {
        self.urls = urls
        self.isSecure = isSecure
        self.isGiven = isGiven
        self.fill = fill
        var members: [JSON.Member] = [.init("status", .int(recorded.status))]
        if recorded.status != got.status { differ("status \(got.status), not \(recorded.status)") }
        if let location = recorded.field("location") { compare(location: location, got, &members) }
        let media = Self.essence(recorded)
        if let json = recorded.json {
            guard let other = got.json else {
                differ("no JSON, but \(Self.essence(got) ?? "nothing")")
                response = .object(members)
                return
            }
            members.append(.init("json", compare(json, other, "", "")))
        } else if let media, media != Self.essence(got), !recorded.body.isEmpty || !got.body.isEmpty {
            differ("\(Self.essence(got) ?? "no media type"), not \(media)")
        } else if let media, !recorded.body.isEmpty {
            members.append(.init("headers", .object([.init("Content-Type", .string("/^\(Self.pattern(media))/"))])))
        }
        response = .object(Self.merged(members))
    }

    private static func merged(_ members: [JSON.Member]) -> [JSON.Member] {
        var merged: [JSON.Member] = []
        for member in members {
            if let index = merged.firstIndex(where: { $0.name == member.name }),
                case .object(let one) = merged[index].value, case .object(let other) = member.value
            {
                merged[index].value = .object(one + other)
            } else {
                merged.append(member)
            }
        }
        return merged
    }

    private mutating func differ(_ text: String) {
        if differences.count < 20 { differences.append(text) }
    }

    private static func essence(_ answer: RecordedAnswer) -> String? {
        MediaType(answer.field("content-type") ?? "")?.essence
    }

    private static func pattern(_ text: String) -> String {
        text.replacing(/[.+*?^$()|\[\]\\{}]/) { "\\\($0.output)" }
    }

    private mutating func compare(location: String, _ got: RecordedAnswer, _ members: inout [JSON.Member]) {
        guard let other = got.field("location") else { return differ("no Location") }
        let written = isGiven ? SiteURLs.escaped(location) : urls.written(location, isSecure: isSecure)
        func head(_ text: String) -> String { String(text.prefix { $0 != "?" && $0 != "#" }) }
        if head(fill(written)) != head(other) { return differ("another Location") }
        let path = head(written).split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let pattern =
            path.count == 2 && written.hasPrefix("{")
            ? "\(path[0])}\(Self.pattern(path[1]))" : Self.pattern(head(written))
        members.append(.init("headers", .object([.init("Location", .string("/^\(pattern)/"))])))
    }

    // MARK: JSON

    private static let volatile: Set<String> = [
        "expires", "expires_in", "created", "modified", "lastlogin", "lastmodified", "uploaded", "started", "ssl",
        "time",
        "date", "timestamp", "size", "storageusage", "jobid", "itemid", "moment", "editmoment", "globalid", "serverid",
        "orgid",
        "uploadtime", "starttime", "endtime", "machinename", "usercreated", "validuntil", "logtime",
    ]

    private static func type(of json: JSON) -> String {
        switch json {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// Returns what the step's subset says at a place.
    private mutating func compare(_ recorded: JSON, _ got: JSON, _ place: String, _ name: String) -> JSON {
        let type = Self.type(of: recorded)
        guard type == Self.type(of: got) else {
            differ("\(place.isEmpty ? "the body" : place): \(got.kind), not \(recorded.kind)")
            return .object([.init("$type", .string(type))])
        }
        switch (recorded, got) {
        case (.object(let members), .object(let others)):
            return object(members, others, place)
        case (.array(let elements), .array(let others)):
            guard elements.count == others.count else {
                differ("\(place.isEmpty ? "the body" : place): \(others.count) elements, not \(elements.count)")
                return .object([.init("$type", .string("array"))])
            }
            var list: [JSON] = []
            for (index, pair) in zip(elements, others).enumerated() {
                list.append(compare(pair.0, pair.1, "\(place)/\(index)", name))
            }
            return .array(list)
        default: return scalar(recorded, got, place, name, type)
        }
    }

    private mutating func object(_ members: [JSON.Member], _ others: [JSON.Member], _ place: String) -> JSON {
        var list: [JSON.Member] = []
        for member in members {
            guard let other = others.first(where: { $0.name == member.name }) else {
                differ("no \(place)/\(member.name)")
                continue
            }
            // A subset cannot name a member that begins as an operator.
            let value = compare(member.value, other.value, "\(place)/\(member.name)", member.name)
            if !member.name.hasPrefix("$"), !list.contains(where: { $0.name == member.name }) {
                list.append(.init(member.name, value))
            }
        }
        for other in others where !members.contains(where: { $0.name == other.name }) {
            differ("\(place)/\(other.name) in addition")
        }
        return .object(list)
    }

    private mutating func scalar(_ recorded: JSON, _ got: JSON, _ place: String, _ name: String, _ type: String) -> JSON
    {
        let isOpaque = [recorded, got].contains { $0.text.map(IssuedValues.isOpaque) ?? false }
        let isID = type == "string" && name.lowercased() == "id"
        let isVolatile =
            type != "null"
            && (isID || Self.volatile.contains(name.lowercased()) || Vocabulary.isSecret(name) || isOpaque)
        // A code of an error is no secret and no token.
        if isVolatile, name != "code" || type == "string" { return .object([.init("$type", .string(type))]) }
        if case .string(let text) = recorded {
            let written = isGiven ? SiteURLs.escaped(text) : urls.written(text, isSecure: isSecure)
            if fill(written) != got.text { differ("\(place): another text") }
            return .string(written)
        }
        let isSame = recorded == got || recorded.double != nil && recorded.double == got.double
        if !isSame { differ("\(place): another \(type == "number" ? "number" : "value")") }
        return recorded
    }
}
