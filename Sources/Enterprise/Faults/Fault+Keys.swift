// SPDX-License-Identifier: Apache-2.0

package import Formats

/// The faults of a scenario file, and of `POST /_mock/faults`.
extension Fault: ScenarioPart {
    static let table = KeyTable<Fault>(
        "a fault", component: "Fault",
        [
            KeyRow(
                Keys.Key("when", .object(when.keys), "When it strikes: all conditions must be met. Default: always."),
                read: { when.read($0, into: &$1, &$2) }, write: { $1.object($0, when) }),
            KeyRow("then", .effect, "What it does: one of these.", isRequired: true, always: \.effect),
        ])

    private static let when = KeyTable<Fault>(
        "a when",
        [
            KeyRow("path", .path, "A glob on the decoded path: * within a segment, ** across segments.", \.pattern),
            KeyRow("method", .method, "GET, POST.", \.method),
            KeyRow("door", .word, "The door, as `mock-portal routes` lists them.", \.door),
            KeyRow("user", .string, "The authenticated caller.", \.user),
            KeyRow(
                Keys.Key(
                    "query", .map(.either([.string, .integer(Int.min...Int.max), .boolean, .null])),
                    "Parameters of the query or a form; * matches anything, null means absent."),
                read: readQuery, write: writeQuery),
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

    private static let counts = 1...Int(Int32.max)

    static func blank(at location: CodeLocation) -> Fault { Fault(.delay(.zero), at: location) }
    var location: CodeLocation? { place }

    private static func readQuery(_ node: Node, _ fault: inout Fault, _ loader: inout ScenarioLoader) {
        fault.parameters = node.entries.map {
            Parameter(name: $0.name.lowercased(), value: $0.node.isNull ? nil : Glob($0.node.scalar))
        }
    }

    private static func writeQuery(_ fault: Fault, _ writer: inout TreeWriter) -> Node? {
        if fault.parameters.isEmpty { return nil }
        return writer.map(fault.parameters.map { ($0.name, $0.value.map { .string($0.text) } ?? .null) })
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
        Self(kind: .string, read: { node, _ in node.text?.uppercased() }, write: { $1.node(.string($0)) })
    }
}
