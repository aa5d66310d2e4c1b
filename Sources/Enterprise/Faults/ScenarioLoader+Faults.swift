// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats

/// Faults from the tree, which was held against the tables before.
extension ScenarioLoader {
    /// Reads one fault, or a list of them, as a control request brings it: JSON or JSON5.
    package static func faults(_ bytes: [UInt8], file: String) -> ([Fault], [Finding]) {
        let kind = Keys.Kind.either([.object(.fault), .list(.object(.fault))])
        let (root, found) = kind.read(bytes, file: file, what: "the faults")
        guard let root else { return ([], found) }
        var loader = ScenarioLoader(files: SentFiles())
        let nodes = if case .array(let list) = root.value { list } else { [root] }
        let faults = nodes.compactMap { loader.fault($0) }
        return loader.findings.isEmpty ? (faults, []) : ([], loader.findings)
    }

    mutating func fault(_ node: Node) -> Fault? {
        guard let written = node["then"], let then = then(written) else { return nil }
        let when = node["when"]
        if let path = when?["path"], let text = path.text, let meant = Self.path(meant: text) {
            fail(path, "\"path\": no path fits \"\(text)\", for paths begin with a slash", suggestion: meant)
            return nil
        }
        var fault = Fault(when: Fault.When(), then: then)
        fault.when.path = when?["path"]?.text.map(Glob.init)
        fault.when.method = when?["method"]?.text?.uppercased()
        fault.when.door = when?["door"]?.text.flatMap(Door.init)
        fault.when.user = when?["user"]?.text
        fault.when.query = (when?["query"]?.entries ?? []).map {
            Fault.Parameter(name: $0.name.lowercased(), value: $0.node.isNull ? nil : Glob($0.node.scalar))
        }
        fault.when.longerThan = when?["longerThan"]?.integer
        fault.when.nth = when?["nth"]?.integer
        fault.when.from = when?["from"]?.integer
        fault.when.times = when?["times"]?.integer
        fault.when.percent = when?["percent"]?.integer
        if let per = when?["per"] {
            guard let milliseconds = ISO8601.milliseconds(ofDuration: per.text ?? ""), milliseconds > 0 else {
                fail(
                    per, "\"per\": \"\(per.text ?? "")\" is no ISO 8601 duration",
                    suggestion: ISO8601.duration(meant: per.text ?? "") ?? "PT60S")
                return nil
            }
            fault.when.per = milliseconds
        }
        let counts = ["nth", "from", "times", "per", "percent"]
        if let stage = then.connectionStage, let extra = when?.entries.first(where: { !counts.contains($0.name) }) {
            findings.append(
                Finding(
                    file: node.file, position: extra.position,
                    message: "\"\(extra.name)\": at \(stage.rawValue) there is no request yet; "
                        + "a when has nth, from, times, per or percent there"))
            return nil
        }
        return fault
    }

    /// What should stand there instead of a pattern that no path can fit; `nil`: one can.
    private static func path(meant text: String) -> String? {
        if text.hasPrefix("/") || text.hasPrefix("**") || text.hasPrefix("*/") { return nil }
        if text.hasPrefix("*") { return "*\(text)" }
        // A whole URL, or one by a placeholder of steps: what stands behind the host.
        guard let host = text.firstRange(of: "://") ?? text.firstRange(of: "}") else { return "/\(text)" }
        let rest = text[host.upperBound...]
        return text.hasPrefix("{") ? "**\(rest)" : String(rest.drop { $0 != "/" })
    }

    /// Users who are not there never call.
    mutating func faultUsers(_ faults: [Node], _ scenario: Scenario) {
        let nodes = faults.compactMap { $0["when"]?["user"] }
        // Where everybody may join, names come with those who do.
        guard !nodes.isEmpty, !scenario.portals.contains(where: { $0.saml?.isOpen ?? false }) else { return }
        let deployment = Deployment.grow(scenario, seed: 0)
        let known =
            deployment.portals.flatMap { $0.accounts.list.map(\.username) + $0.apps.map(\.clientID) }
            + deployment.servers.flatMap {
                $0.accounts.list.map(\.username) + [$0.siteAdmin?.username].compactMap(\.self)
            }
        for node in nodes {
            guard let name = node.text, !known.contains(name) else { continue }
            fail(node, "there is no user \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: known))
        }
    }

    private mutating func then(_ node: Node) -> Fault.Then? {
        guard node.entries.count == 1, let entry = node.entries.first else {
            let names = node.entries.map { "\"\($0.name)\"" }.joined(separator: " and ")
            fail(node, names.isEmpty ? "a then needs one thing to do" : "a then does one thing, not \(names)")
            return nil
        }
        let value = entry.node
        switch entry.name {
        case "delay":
            guard let delay = ISO8601.milliseconds(ofDuration: value.text ?? ""), delay >= 0 else {
                fail(
                    value, "\"delay\": \"\(value.text ?? "")\" is no ISO 8601 duration",
                    suggestion: ISO8601.duration(meant: value.text ?? "") ?? "PT2S")
                return nil
            }
            return .delay(delay)
        case "stall": return value.text.flatMap(Fault.Stage.init).map { .stall($0) }
        case "reset": return value.text.flatMap(Fault.Stage.init).map { .reset($0) }
        case "dribble": return .dribble(value["bytesPerSecond"]?.integer ?? 1)
        case "truncate": return .truncate(value["afterBytes"]?.integer ?? 0)
        case "contentLength":
            guard let text = value.text, let by = Int(text), by != 0, text.first == "+" || text.first == "-" else {
                fail(
                    value, "\"contentLength\": \"\(value.text ?? "")\" is no difference",
                    suggestion: "+\(value.text.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 10)")
                return nil
            }
            return .contentLength(by)
        case "gzip": return value.text.flatMap(Fault.Gzip.init).map { .gzip($0) }
        case "handshake": return value.text.flatMap(Fault.Handshake.init).map { .handshake($0) }
        case "event":
            do throws(Event.Impossible) {
                return .event(try Event(value.json))
            } catch {
                fail(value["event"] ?? value, error.message, suggestion: error.suggestion)
                return nil
            }
        case "error":
            return .error(
                code: value["code"]?.integer ?? 0, message: value["message"]?.text ?? "",
                details: value["details"]?.texts ?? [])
        default: return canned(value)
        }
    }

    private mutating func canned(_ node: Node) -> Fault.Then? {
        var body = Array((node["body"]?.text ?? "").utf8)
        if let name = node["bodyFile"], let text = name.text {
            if node["body"] != nil {
                fail(name, "an answer has one body: \"body\" and \"bodyFile\" are both there")
                return nil
            }
            guard let bytes = files.read(files.resolve(text, from: name.file)) else {
                missing(name, text)
                return nil
            }
            body = bytes
        }
        let headers = (node["headers"]?.entries ?? []).flatMap { entry in
            (entry.node.text.map { [$0] } ?? entry.node.texts).map { Fault.Canned.Header(name: entry.name, value: $0) }
        }
        return .answer(Fault.Canned(status: node["status"]?.integer ?? 200, headers: headers, body: body))
    }
}
