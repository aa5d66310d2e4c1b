// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Checks of steps beyond the tables.
extension ScenarioLoader {
    /// Reports well-formed names in braces that nothing defines, when the scenario is loaded and not when the step
    /// runs.
    mutating func placeholders(_ steps: [Node], _ scenario: Scenario) {
        var known: Set<String> = ["http", "https", "idp", "host", "now"]
        if !scenario.portals.isEmpty { known.insert("portal") }
        if !scenario.servers.isEmpty { known.insert("server") }
        known.formUnion(scenario.portals.map { "portal.\($0.name)" } + scenario.servers.map { "server.\($0.name)" })
        let own = known
        let saved = steps.flatMap { $0["save"]?.entries ?? [] }
        let later = Dictionary(saved.map { ($0.name, $0.position.line) }) { first, _ in first }
        for step in steps {
            for saved in step["save"]?.entries ?? [] where own.contains(saved.name) {
                findings.append(
                    Finding(
                        file: saved.node.file, position: saved.position,
                        message: "{\(saved.name)} is reserved; save under another name",
                        suggestion: "\(saved.name)2"))
            }
            for key in ["request", "response"] {
                if let node = step[key] { placeholders(node, known, later) }
            }
            known.formUnion(step["save"]?.entries.map(\.name) ?? [])
        }
    }

    /// Reports placeholders that are not known. `later` has the names that some step saves, with the line.
    private mutating func placeholders(_ node: Node, _ known: Set<String>, _ later: [String: Int]) {
        if let text = node.text {
            for name in Placeholders.names(in: text) where !known.contains(name) {
                if let line = later[name] {
                    fail(node, "{\(name)} is not available yet: line \(line) saves it after this request")
                    continue
                }
                let nearest = Suggestion.nearest(to: name, among: known.sorted()).map { "{\($0)}" }
                fail(node, "{\(name)} is not defined here; {{ is a brace", suggestion: nearest)
            }
        }
        for node in node.nodes + node.entries.map(\.node) { placeholders(node, known, later) }
    }

    /// Reports impossible events when the scenario is loaded, such as an unknown user or server.
    mutating func events(_ steps: [Node], _ scenario: Scenario) {
        guard steps.contains(where: { $0["event"] != nil }) else { return }
        var names = KnownNames(scenario)
        for step in steps {
            guard let node = step["event"], let event = try? Event(node.json) else { continue }
            do throws(Event.Impossible) {
                try names.happen(event)
            } catch {
                fail(error.key.flatMap { node[$0] } ?? node, error.message, suggestion: error.suggestion)
            }
        }
    }

    /// Reports impossible events of faults, judged by the state at the start.
    mutating func faultEvents(_ faults: [Node], _ scenario: Scenario) {
        let nodes = faults.compactMap { $0["then"]?["event"] }
        guard !nodes.isEmpty else { return }
        let names = KnownNames(scenario)
        for node in nodes {
            guard let event = try? Event(node.json) else { continue }
            do throws(Event.Impossible) {
                var after = names
                try after.happen(event)
            } catch {
                fail(error.key.flatMap { node[$0] } ?? node, error.message, suggestion: error.suggestion)
            }
        }
    }

    /// Reports users without a certificate, who cannot present one.
    mutating func certificates(_ steps: [Node], _ scenario: Scenario) {
        let known = scenario.portals.flatMap(\.users).filter { $0.hasCertificate ?? false }.map(\.username)
        for step in steps {
            guard let node = step["request"]?["certificate"], let name = node.text, !known.contains(name) else {
                continue
            }
            fail(
                node, "\"\(name)\" has no certificate: a user needs certificate: true",
                suggestion: Suggestion.nearest(to: name, among: known))
        }
    }

    mutating func step(_ node: Node) -> Scenario.Step? {
        let actions = ["request", "advance", "event"].filter { node[$0] != nil }
        guard actions.count == 1 else {
            fail(
                node,
                actions.isEmpty
                    ? "a step needs one of \"request\", \"advance\" and \"event\""
                    : "a step has only one of \"request\", \"advance\" and \"event\"")
            return nil
        }
        let action: Scenario.Step.Action
        if let advance = node["advance"], let text = advance.text {
            guard let milliseconds = ISO8601.milliseconds(ofDuration: text), milliseconds >= 0 else {
                fail(
                    advance, "\"advance\": \"\(text)\" is not an ISO 8601 duration",
                    suggestion: ISO8601.duration(meant: text) ?? "PT61M")
                return nil
            }
            action = .advance(milliseconds)
        } else if let event = node["event"] {
            do throws(Event.Impossible) {
                action = .event(try Event(event.json))
            } catch {
                fail(event["event"] ?? event, error.message, suggestion: error.suggestion)
                return nil
            }
        } else if let request = node["request"] {
            guard let read = self.request(request) else { return nil }
            action = .request(read)
        } else {
            return nil
        }
        for key in ["response", "because", "save"] where actions[0] != "request" {
            if let extra = node[key] { fail(extra, "\"\(key)\" belongs to a request, not to \"\(actions[0])\"") }
        }
        var step = Scenario.Step(action: action, file: node.file, position: node.position)
        step.say = node["say"]?.text
        step.times = node["repeat"]?.integer ?? 1
        step.response = node["response"].map { response($0) }
        if let verdict = node["because"] {
            step.verdict = .some(verdict.text)
            if let id = verdict.text, !Explanation.isKnown(id) {
                fail(
                    verdict, "there is no rule \"\(id)\"",
                    suggestion: Suggestion.nearest(to: id, among: Explanation.rules.map(\.id)))
            }
        }
        step.saves = (node["save"]?.entries ?? []).compactMap { save($0) }
        return step
    }

    private mutating func request(_ node: Node) -> Scenario.Request? {
        let raw = node["raw"]?.text
        guard let url = node["url"]?.text ?? raw.map({ _ in "" }) else {
            fail(node, "a request needs \"url\" (or \"raw\")")
            return nil
        }
        let bodies = ["form", "multipart", "json", "body"].filter { node[$0] != nil }
        if bodies.count > 1, let second = node[bodies[1]] {
            fail(second, "a request has one body: \"\(bodies[0])\" and \"\(bodies[1])\" are both given")
        }
        var request = Scenario.Request(url: url)
        request.method = node["method"]?.text
        request.isSecure = node["over"]?.text != "http"
        request.raw = raw
        request.jar = node["jar"]?.text ?? "default"
        request.follow = node["follow"]?.integer ?? 0
        request.certificate = node["certificate"]?.text
        request.headers = (node["headers"]?.entries ?? []).map { entry in
            (entry.name, entry.node.text.map { [$0] } ?? entry.node.texts)
        }
        request.query = (node["query"]?.entries ?? []).map { ($0.name, $0.node.scalar) }
        if let form = node["form"] {
            request.body = .form(form.entries.map { ($0.name, $0.node.scalar) })
        } else if let parts = node["multipart"] {
            request.body = .multipart(parts.entries.map { ($0.name, $0.node.scalar) })
        } else if let json = node["json"] {
            request.body = .json(json.json)
        } else if let text = node["body"]?.text {
            request.body = .text(text)
        }
        return request
    }

    private mutating func response(_ node: Node) -> Scenario.Response {
        var response = Scenario.Response()
        response.status = node["status"]?.integer
        response.headers = (node["headers"]?.entries ?? []).map { ($0.name, $0.node.text) }
        response.body = node["body"]?.text
        response.bytes = node["bytes"]?.integer
        if let json = node["json"] { subset(json) }
        response.json = node["json"]?.json
        response.keys = (node["keys"]?.entries ?? []).map { ($0.name, $0.node.texts) }
        response.closed = node["closed"]?.text
        response.isRaw = node["raw"]?.truth ?? false
        for regex in node["matches"].map({ $0.text == nil ? $0.nodes : [$0] }) ?? [] {
            guard let text = regex.text else { continue }
            if isRegex(text, regex) { response.matches.append(text) }
        }
        for entry in node["headers"]?.entries ?? [] {
            guard let text = entry.node.text, text.count > 1, text.hasPrefix("/"), text.hasSuffix("/") else { continue }
            _ = isRegex(String(text.dropFirst().dropLast()), entry.node)
        }
        return response
    }

    mutating func isRegex(_ text: String, _ node: Node) -> Bool {
        if (try? Regex(text)) != nil { return true }
        fail(node, "\"\(text)\" is not a regular expression", suggestion: Self.literal(text))
        return false
    }

    /// Returns the expression that finds exactly this text.
    private static func literal(_ text: String) -> String {
        String(text.flatMap { #"\^$.|?*+()[]{}/"#.contains($0) ? ["\\", $0] : [$0] })
    }

    private mutating func save(_ entry: Node.Member) -> Scenario.Save? {
        let node = entry.node
        let source: Scenario.Save.Source
        if let pointer = node.text ?? node["pointer"]?.text {
            guard pointer.isEmpty || pointer.hasPrefix("/") else {
                fail(node, "\"\(pointer)\" is not a JSON pointer", suggestion: "/\(pointer)")
                return nil
            }
            source = .pointer(pointer)
        } else if let header = node["header"]?.text {
            if let matches = node["matches"], let text = matches.text, !isRegex(text, matches) { return nil }
            source = .header(header, matches: node["matches"]?.text)
        } else if let body = node["body"], let text = body.text {
            guard isRegex(text, body) else { return nil }
            source = .body(text)
        } else if let cookie = node["cookie"]?.text {
            source = .cookie(cookie)
        } else {
            fail(node, "\"save\" needs a pointer, \"header\", \"body\" or \"cookie\"")
            return nil
        }
        return Scenario.Save(name: entry.name, source: source, decode: node["decode"]?.text)
    }
}
