// SPDX-License-Identifier: Apache-2.0

package import Formats

/// The faults of a scenario file, and of `POST /_mock/faults`.
extension Fault: ScenarioPart {
    static let table = KeyTable<Fault>(
        "a fault", component: "Fault",
        [
            KeyRow(
                Keys.Key("when", .object(when.keys), "When it strikes: all conditions must be met. Default: always."),
                read: { when.read($0, into: &$1, &$2) }, write: written),
            KeyRow("then", .effect, "What it does: one of these.", isRequired: true, always: \.effect),
        ])

    private static let when = KeyTable<Fault>(
        "a when",
        [
            KeyRow("path", .path, "A glob on the decoded path: * within a segment, ** across segments.", \.pattern),
            KeyRow("method", .method, "GET, POST.", \.method),
            KeyRow("door", .word, "The door, as `mock-portal routes` lists them.", \.door),
            KeyRow("user", .string, "The authenticated caller.", \.user),
            row("query", .queryOrForm, "Parameters of the query or a form; * matches anything, null means absent."),
            row("inURL", .query, "Parameters of the query alone, in the same way."),
            row("form", .form, "Parameters of a form alone, in the same way."),
            row("headers", .headers, "Header fields, in the same way."),
            KeyRow(
                "longerThan", .integer(0...Int(Int32.max)), "The size that path and query exceed, in bytes as sent.",
                \.longerThan),
            KeyRow("nth", .integer(counts), "Only this one of the matching requests, counted from 1.", \.nth),
            KeyRow("from", .integer(counts), "This one of the matching requests, and all later ones.", \.from),
            KeyRow("times", .integer(counts), "The largest number of strikes.", \.times),
            KeyRow(
                "per", .duration("per", isPositive: true, example: "PT60S"),
                "An ISO 8601 duration after the first match, after which the counts restart.", \.per),
            KeyRow(
                "percent", .integer(1...100),
                "The percentage of the remaining requests, selected by the seed.", \.percent),
        ])

    /// A rule, which only Swift can write, is a key that does not exist: a fault strikes before rules judge.
    private static func written(_ fault: Fault, _ writer: inout TreeWriter) -> Node? {
        let node = writer.object(fault, when)
        guard let rule = fault.rule, case .object(let members) = node.value else { return node }
        return writer.node(.object(members + [writer.member("rule", writer.node(.string(rule)))]))
    }

    private static let counts = 1...Int(Int32.max)

    static func blank(at location: CodeLocation) -> Fault { Fault(.delay(.zero), at: location) }
    var location: CodeLocation? { place }

    /// A key whose value has names and what they must be.
    private static func row(_ name: String, _ location: Parameter.Location, _ about: String) -> KeyRow<Fault> {
        KeyRow(
            Keys.Key(name, .map(.either([.string, .integer(Int.min...Int.max), .boolean, .null])), about),
            read: { node, fault, _ in
                fault.parameters += node.entries.map {
                    Parameter(
                        location: location, name: $0.name.lowercased(),
                        value: $0.node.isNull ? nil : glob($0.node.scalar))
                }
            },
            write: { fault, writer in
                let own = fault.parameters.filter { $0.location == location }
                guard !own.isEmpty else { return nil }
                return writer.map(
                    own.map { ($0.name, $0.value.map { .string($0.text.replacing("**", with: "*")) } ?? .null) })
            })
    }

    /// Before there is a request, no condition can apply to one.
    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        let counts = ["nth", "from", "times", "per", "percent"]
        guard let stage = effect.connectionStage,
            let extra = node["when"]?.entries.first(where: { !counts.contains($0.name) })
        else { return }
        loader.fail(
            Node(.null, file: node.file, position: extra.position),
            "\"\(extra.name)\": at \(stage.rawValue) there is no request yet; "
                + "\"when\" can have only nth, from, times, per or percent there")
    }

    /// The JSON for `GET /_mock/faults`, in the form of a scenario. A body that is not text is in Base64.
    package var json: JSON { written.json }

    /// The tree that a file would have, positioned where the fault was created.
    package var written: Node {
        var writer = TreeWriter(at: place)
        return writer.object(self)
    }
}

extension Notation<Glob> {
    static var path: Self {
        Self(
            kind: .string,
            read: { node, loader in
                let text = node.text ?? ""
                guard let meant = path(meant: text) else { return Glob(text) }
                loader.fail(
                    node, "\"path\": \"\(text)\" matches no path; paths begin with a slash", suggestion: meant)
                return nil
            },
            write: { $1.node(.string($0.text)) })
    }

    /// Returns the pattern that was meant instead of one that no path can match, or `nil` if a path can.
    private static func path(meant text: String) -> String? {
        if text.hasPrefix("/") || text.hasPrefix("**") || text.hasPrefix("*/") { return nil }
        if text.hasPrefix("*") { return "*\(text)" }
        // Of a whole URL, or one that begins with a placeholder, take what follows the host.
        guard let host = text.firstRange(of: "://") ?? text.firstRange(of: "}") else { return "/\(text)" }
        let rest = text[host.upperBound...]
        return text.hasPrefix("{") ? "**\(rest)" : String(rest.drop { $0 != "/" })
    }
}

extension Notation<String> {
    fileprivate static var method: Self {
        Self(
            kind: .string,
            read: { node, loader in
                let name = node.text?.uppercased() ?? ""
                if !Request.methods.contains(name) {
                    loader.warn(
                        node, "no request has the method \"\(name)\"",
                        suggestion: Suggestion.nearest(to: name, among: Request.methods))
                }
                return name
            }, write: { $1.node(.string($0)) })
    }
}
