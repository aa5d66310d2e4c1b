// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Exchanges as the steps of a scenario: URLs of sites and values that answers gave are placeholders.
struct RecordedSteps {
    private let recognition: Recognition
    private let urls: SiteURLs
    private var issued = IssuedValues()
    /// The sites at which somebody has to sign in first, for a token came from before the recording.
    private(set) var signIns: Set<Int> = []
    private var cookies: Set<String> = []
    private var jars = 0

    init(_ recognition: Recognition, _ urls: SiteURLs) {
        self.recognition = recognition
        self.urls = urls
    }

    mutating func steps() -> [DraftStep] {
        var steps: [DraftStep] = []
        for (index, exchange) in recognition.exchanges.enumerated() {
            var step = DraftStep(exchange: index, say: say(exchange, number: index + 1), request: request(exchange))
            if index > 0, let time = exchange.time, let before = recognition.exchanges[index - 1].time {
                let gap = time.milliseconds - before.milliseconds
                if gap >= 60_000 { step.advance = min(gap / 60_000, 30 * 24 * 60) * 60_000 }
            }
            steps.append(step)
            if let answer = exchange.answer {
                issued.learn(answer, at: index)
                for field in answer.fields where ASCII.equal(field.name, "set-cookie") {
                    if let cookie = Cookie.parse(field.value).first { cookies.insert(cookie.name) }
                }
            }
        }
        for (index, saves) in issued.saves { steps[index].saves = saves }
        return steps
    }

    private func say(_ exchange: RecordedExchange, number: Int) -> String {
        let path = Target(exchange.url.target).path
        let shown = path.utf8.count > 90 ? "…\(path.suffix(88))" : path
        let result = exchange.answer.map { answer -> String in
            let code = answer.errorCode.map { $0 == 0 ? ", an error" : ", error \($0)" } ?? ""
            return ": \(answer.status)\(code)"
        }
        return SiteURLs.escaped("\(number). \(exchange.method) \(Percent.decode(shown))\(result ?? "")")
    }

    // MARK: the request

    private mutating func request(_ exchange: RecordedExchange) -> JSON {
        var members: [JSON.Member] = []
        let isSecure = exchange.url.isSecure
        let hasBody = !exchange.body.isEmpty
        if exchange.method != (hasBody ? "POST" : "GET") { members.append(.init("method", .string(exchange.method))) }
        let query = Target(exchange.url.target).query
        let pairs = query.map(Form.parse) ?? []
        let isPlain = Self.isPlain(query, pairs)
        var url = self.url(exchange)
        if let query, !isPlain { url += "?" + text(query, exchange) }
        members.append(.init("url", .string(url)))
        if !isSecure { members.append(.init("over", .string("http"))) }
        if let headers = headers(exchange) { members.append(.init("headers", headers)) }
        if isPlain, !pairs.isEmpty { members.append(.init("query", object(pairs, exchange))) }
        if hasBody {
            if let form = exchange.form, Self.isPlain(String(decoding: exchange.body, as: UTF8.self), form) {
                members.append(.init("form", object(form, exchange)))
            } else {
                members.append(.init("body", .string(text(String(decoding: exchange.body, as: UTF8.self), exchange))))
            }
        }
        if let jar = jar(exchange) { members.append(.init("jar", .string(jar))) }
        return .object(members)
    }

    /// Whether pairs can be written as an object: each has a value, and no name comes twice.
    private static func isPlain(_ text: String?, _ pairs: [(name: String, value: String)]) -> Bool {
        guard let text else { return true }
        return Set(pairs.map(\.name)).count == pairs.count && !pairs.contains { $0.name.isEmpty }
            && text.split(separator: "&").allSatisfy { $0.contains("=") }
    }

    private mutating func object(_ pairs: [(name: String, value: String)], _ exchange: RecordedExchange) -> JSON {
        .object(pairs.map { JSON.Member($0.name, .string(parameter($0.name, $0.value, exchange))) })
    }

    private mutating func parameter(_ name: String, _ value: String, _ exchange: RecordedExchange) -> String {
        if name.lowercased() == "token", let token = token(value, exchange) { return token }
        return text(value, exchange)
    }

    /// Returns the placeholder of a token, or `nil` if it is one that the site refused.
    private mutating func token(_ value: String, _ exchange: RecordedExchange) -> String? {
        guard value.utf8.count >= 6 else { return nil }
        if let name = issued.use(value) { return "{\(name)}" }
        let refused = [498, 499, 401, 403]
        if let answer = exchange.answer,
            refused.contains(answer.status) || answer.errorCode.map({ refused.contains($0) || $0 == 0 }) ?? false
        {
            return nil
        }
        guard exchange.answer != nil, let site = recognition.site(of: exchange.url) else { return nil }
        let owner = recognition.sites.firstIndex { $0.kind == .portal } ?? site
        signIns.insert(owner)
        return "{signedIn_\(recognition.sites[owner].name)}"
    }

    private mutating func url(_ exchange: RecordedExchange) -> String {
        let path = Target(exchange.url.target).path
        if exchange.segments.first == "idp", recognition.site(of: exchange.url) == nil {
            return "{idp}" + text(String(path.dropFirst(4)), exchange)
        }
        guard let index = recognition.site(of: exchange.url) else { return text(path, exchange) }
        let site = recognition.sites[index]
        let rest = path.split(separator: "/").dropFirst(site.context.count).joined(separator: "/")
        let end = path.hasSuffix("/") && !rest.isEmpty ? "/" : ""
        return SiteURLs.name(site, recognition) + (rest.isEmpty ? "" : "/" + text(rest, exchange)) + end
    }

    private mutating func text(_ text: String, _ exchange: RecordedExchange) -> String {
        issued.filled(urls.written(text, isSecure: exchange.url.isSecure))
    }

    private static let written = Dictionary(
        uniqueKeysWithValues: [
            "Authorization", "Content-Type", "Origin", "Referer", "X-Esri-Authorization", "X-Requested-With",
        ].map { ($0.lowercased(), $0) })

    private mutating func headers(_ exchange: RecordedExchange) -> JSON? {
        var members: [JSON.Member] = []
        for field in exchange.fields {
            switch field.name.lowercased() {
            case "referer", "origin", "x-requested-with":
                members.append(.init(field.name, .string(text(field.value, exchange))))
            case "authorization", "x-esri-authorization":
                let parts = field.value.split(separator: " ", maxSplits: 1).map(String.init)
                guard parts.count == 2, ASCII.equal(parts[0], "bearer") else {
                    members.append(.init(field.name, .string(text(field.value, exchange))))
                    break
                }
                members.append(.init(field.name, .string("Bearer \(token(parts[1], exchange) ?? parts[1])")))
            case "content-type" where !exchange.body.isEmpty && exchange.form == nil:
                members.append(.init("Content-Type", .string(field.value)))
            default: break
            }
        }
        // A name may come once. Each tool has an order and letters of its own, which no site looks at.
        var seen: Set<String> = []
        members = members.filter { seen.insert($0.name.lowercased()).inserted }
            .map { JSON.Member(Self.written[$0.name.lowercased()] ?? $0.name, $0.value) }
            .sorted { $0.name < $1.name }
        return members.isEmpty ? nil : .object(members)
    }

    /// A request that sent no cookie although the site had set one is of another client: it has a jar of its own.
    private mutating func jar(_ exchange: RecordedExchange) -> String? {
        guard !cookies.isEmpty, exchange.field("cookie") == nil else { return nil }
        jars += 1
        return "without\(jars)"
    }
}
