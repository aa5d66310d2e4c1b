// SPDX-License-Identifier: Apache-2.0

import Formats

/// Writes bodies that the double does not have by itself as `results`: by path, behind the door.
struct ResultWriter {
    private let draft: ScenarioDraft

    init(_ draft: ScenarioDraft) { self.draft = draft }

    /// Returns whether an exchange's body can be given so: JSON without an error, below a door that takes it.
    static func canGive(_ exchange: RecordedExchange, at site: RecordedSite) -> Bool {
        guard let answer = exchange.answer, answer.status == 200, let json = answer.json, json.members != nil,
            json["error"] == nil, answer.body.count < 200_000,
            ["json", "pjson", nil].contains(exchange.parameter("f")?.lowercased())
        else { return false }
        let segments = exchange.segments.dropFirst(site.context.count).map { $0.lowercased() }
        let doors = site.kind == .portal ? ["sharing", "portaladmin"] : ["admin", "rest"]
        guard segments.count > 1, doors.contains(segments[0]), segments.last != "generatetoken",
            !segments.contains("oauth2")
        else { return false }
        if site.kind == .server, segments.count > 3, segments[1] == "services",
            RecordedService.parse(exchange.segments) == nil
        {
            return false
        }
        return true
    }

    /// Returns the resources that answered in one way alone, by `place`.
    static func constant(_ exchanges: [RecordedExchange]) -> Set<String> {
        var bodies: [String: [UInt8]] = [:]
        var others: Set<String> = []
        for exchange in exchanges {
            let place = Self.place(exchange)
            let body = exchange.answer?.body ?? []
            if bodies[place].map({ $0 != body }) ?? false { others.insert(place) }
            bodies[place] = body
        }
        return Set(bodies.keys).subtracting(others)
    }

    static func place(_ exchange: RecordedExchange) -> String {
        "\(exchange.url.host)/\(exchange.segments.joined(separator: "/"))".lowercased()
    }

    private func given(ofSite index: Int) -> [RecordedExchange] {
        draft.steps.compactMap { step in
            guard step.origin == .result, let number = step.exchange else { return nil }
            let exchange = draft.recognition.exchanges[number]
            return draft.recognition.site(of: exchange.url) == index ? exchange : nil
        }
    }

    /// Returns the results of a portal or a server, by path below its context.
    func results(ofSite index: Int) -> JSON? {
        let site = draft.recognition.sites[index]
        var members: [JSON.Member] = []
        for exchange in given(ofSite: index) {
            let isService = RecordedService.parse(exchange.segments) != nil
            guard !isService, let json = exchange.answer?.json else { continue }
            add(exchange.segments.dropFirst(site.context.count).joined(separator: "/"), json, to: &members)
        }
        return members.isEmpty ? nil : .object(members)
    }

    /// Returns the recorded root of a service, if the double's is another.
    func root(of service: RecordedService, ofSite index: Int) -> JSON? {
        for exchange in given(ofSite: index) {
            if let (name, type, rest) = RecordedService.parse(exchange.segments), rest.isEmpty, type == service.type,
                name.lowercased() == service.name.lowercased()
            {
                return exchange.answer?.json
            }
        }
        return nil
    }

    /// Returns the results of a service, by path below it.
    func results(of service: RecordedService, ofSite index: Int) -> JSON? {
        var members: [JSON.Member] = []
        for exchange in given(ofSite: index) {
            guard let (name, _, rest) = RecordedService.parse(exchange.segments), !rest.isEmpty,
                name.lowercased() == service.name.lowercased(), let json = exchange.answer?.json
            else { continue }
            add(rest.joined(separator: "/"), json, to: &members)
        }
        return members.isEmpty ? nil : .object(members)
    }

    private func add(_ path: String, _ json: JSON, to members: inout [JSON.Member]) {
        if !members.contains(where: { ASCII.equal($0.name, path) }) { members.append(.init(path, json)) }
    }
}
