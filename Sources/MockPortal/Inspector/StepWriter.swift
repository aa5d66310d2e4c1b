// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// Writes an exchange as steps of a scenario file, which `check` can run: with what came before where the request needs
/// it.
struct StepWriter {
    let sites: Sites
    let journal: Journal

    /// The longest body that a step quotes whole.
    private static let quoted = 4096
    /// Fields that say what a request is; others are the client's habits, or are sent by themselves.
    private static let telling: Set = [
        "referer", "origin", "authorization", "x-esri-authorization", "if-none-match", "range",
    ]

    /// Returns the steps for an exchange, or an empty list where no request was read.
    func steps(_ exchange: Exchange) -> [JSON] {
        var tokens: [String: String] = [:]
        var before: [JSON] = []
        if let first = exchange.tokens.first(where: { !$0.place.hasPrefix("answer") }),
            let source = journal.issuer(ofToken: first.string), source.number < exchange.number,
            let saves = Self.pointer(to: first.string, in: source), let step = step(source, [:], saves: saves)
        {
            tokens[first.string] = "{token}"
            before.append(step)
            let passed = exchange.at.milliseconds - source.at.milliseconds
            if passed >= 60_000 {
                before.append(
                    .object([
                        .init("say", .string("Time passes")),
                        .init("advance", .string("PT\(passed / 1000)S")),
                    ]))
            }
        }
        guard let own = step(exchange, tokens, saves: nil) else { return [] }
        return before + [own]
    }

    /// Returns where an answer has a token that a later step can save from there.
    private static func pointer(to token: String, in exchange: Exchange) -> String? {
        guard let response = exchange.response, let json = try? JSONReader.read(response.body) else { return nil }
        return ["token", "access_token"].first { json[$0]?.text == token }.map { "/\($0)" }
    }

    private func step(_ exchange: Exchange, _ tokens: [String: String], saves: String?) -> JSON? {
        guard let sent = exchange.request else { return nil }
        func text(_ raw: String) -> String { placed(Self.escaped(raw), tokens) }
        var request: [JSON.Member] = []
        if sent.method != (sent.body.isEmpty ? "GET" : "POST") { request.append(.init("method", .string(sent.method))) }
        let (url, query) = target(exchange, tokens)
        request.append(.init("url", .string(url)))
        if !exchange.isSecure { request.append(.init("over", .string("http"))) }
        let body = body(sent, text)
        let isRaw = body?.name == "body"
        let headers = sent.fields.list.filter {
            Self.telling.contains($0.name.lowercased()) || isRaw && ASCII.equal($0.name, "content-type")
        }
        if !headers.isEmpty {
            request.append(.init("headers", .object(headers.map { .init($0.name, .string(text($0.value))) })))
        }
        if let query { request.append(.init("query", query)) }
        if let body { request.append(body) }
        var members: [JSON.Member] = [
            .init("say", .string(say(exchange))), .init("request", .object(request)),
            .init("response", .object(response(exchange, text))),
        ]
        if exchange.response != nil {
            members.append(.init("because", exchange.verdict.first.map { .string($0.rule.id) } ?? .null))
        }
        if let saves { members.append(.init("save", .object([.init("token", .string(saves))]))) }
        return .object(members)
    }

    private func say(_ exchange: Exchange) -> String {
        let path = exchange.path ?? ""
        guard let verdict = exchange.verdict.first else { return "\(exchange.method ?? "") \(path)" }
        return "\(exchange.method ?? "") \(path): \(verdict.rule.summary)"
    }

    private func body(_ sent: Request, _ text: (String) -> String) -> JSON.Member? {
        guard !sent.body.isEmpty, let whole = String(validating: sent.body, as: UTF8.self) else { return nil }
        let type = MediaType(sent.fields["content-type"] ?? "")?.essence
        let pairs = type == "application/x-www-form-urlencoded" ? Form.parse(sent.body) : []
        guard !pairs.isEmpty, Set(pairs.map(\.name)).count == pairs.count else {
            return .init("body", .string(text(whole)))
        }
        return .init("form", .object(pairs.map { .init($0.name, .string(text($0.value))) }))
    }

    private func response(_ exchange: Exchange, _ text: (String) -> String) -> [JSON.Member] {
        guard let response = exchange.response else { return [] }
        var members: [JSON.Member] = [.init("status", .int(response.status))]
        // Of what was granted, much is new each time: a token, a time, an id.
        guard !exchange.verdict.isEmpty, response.body.count <= Self.quoted,
            let body = String(validating: response.body, as: UTF8.self)
        else { return members }
        members.append(.init("body", .string(text(body))))
        return members
    }

    /// Returns the URL with the site as a placeholder, and the query by names if each has one value.
    private func target(_ exchange: Exchange, _ tokens: [String: String]) -> (url: String, query: JSON?) {
        let target = exchange.request?.target
        let path = target?.path ?? "/"
        var url = "{\(exchange.isSecure ? "https" : "http")}\(Self.escaped(path))"
        let first = path.split(separator: "/").first.map(String.init) ?? ""
        func placeholder(_ list: [Sites.Site], _ name: String) -> String? {
            guard let index = list.firstIndex(where: { Self.context(of: $0) == first }) else { return nil }
            return index == 0 ? "{\(name)}" : "{\(name).\(list[index].name)}"
        }
        if let site = placeholder(sites.portals, "portal") ?? placeholder(sites.servers, "server") {
            url = site + Self.escaped(String(path.dropFirst(first.count + 1)))
        } else if first == "idp" {
            url = "{idp}" + Self.escaped(String(path.dropFirst(4)))
        }
        guard let query = target?.query else { return (url, nil) }
        let pairs = Form.parse(query)
        guard Set(pairs.map(\.name)).count == pairs.count, !pairs.isEmpty else {
            return ("\(url)?\(placed(Self.escaped(query), tokens))", nil)
        }
        return (
            url, .object(pairs.map { .init($0.name, .string(placed(Self.escaped($0.value), tokens))) })
        )
    }

    private static func context(of site: Sites.Site) -> String? {
        site.url.split(separator: "/").last.map(String.init)
    }

    /// Returns a text with its own addresses and known tokens as placeholders.
    private func placed(_ text: String, _ tokens: [String: String]) -> String {
        var text = text
        for (token, name) in tokens { text = text.replacing(token, with: name) }
        for (address, name) in [(sites.https, "{https}"), (sites.http, "{http}")] where !address.isEmpty {
            text = text.replacing(address, with: name)
        }
        return text
    }

    /// Returns a text in which a brace is no placeholder's.
    private static func escaped(_ text: String) -> String {
        guard text.contains("{") else { return text }
        let names = Set(Placeholders.names(in: text))
        var text = text.replacing("{{", with: "{{{{")
        for name in names { text = text.replacing("{\(name)}", with: "{{\(name)}") }
        return text
    }
}
