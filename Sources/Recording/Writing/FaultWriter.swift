// SPDX-License-Identifier: Apache-2.0

import Formats

/// Writes answers that the double would not give as faults: to that request, and at that count if it was answered in
/// different ways.
struct FaultWriter {
    private let draft: ScenarioDraft

    init(_ draft: ScenarioDraft) { self.draft = draft }

    /// The conditions of a fault: method, path, and parameters that no answer gave.
    private struct Pattern {
        var method: String
        var path: String
        var parameters: [String: String]
    }

    var faults: [JSON] {
        let exchanges = draft.recognition.exchanges
        let patterns = exchanges.map(pattern)
        let asked = Set(draft.steps.filter { !$0.isLeftOut }.compactMap(\.exchange))
        let groups = Dictionary(grouping: patterns.indices.filter(asked.contains)) {
            "\(patterns[$0].method) \(patterns[$0].path.lowercased())"
        }
        let given = Set(draft.steps.filter { $0.origin == .fault && !$0.isLeftOut }.compactMap(\.exchange))
        var faults: [JSON] = []
        var written: Set<Int> = []
        for index in given.sorted() where !written.contains(index) {
            guard let answer = exchanges[index].answer else { continue }
            let pattern = patterns[index]
            let group = groups["\(pattern.method) \(pattern.path.lowercased())"] ?? []
            let matching = group.filter { other in
                pattern.parameters.allSatisfy { patterns[other].parameters[$0.key] == $0.value }
            }
            let isOne = matching.allSatisfy { other in
                given.contains(other) && exchanges[other].answer?.status == answer.status
                    && exchanges[other].answer?.body == answer.body
            }
            if isOne { written.formUnion(matching) }
            let nth = isOne ? nil : (matching.firstIndex(of: index) ?? 0) + 1
            faults.append(fault(pattern, answer, nth: nth))
        }
        return faults
    }

    private func pattern(_ exchange: RecordedExchange) -> Pattern {
        var parameters: [String: String] = [:]
        for (name, value) in exchange.query + (exchange.form ?? []) where parameters.count < 12 {
            let isOwn = IssuedValues.isOpaque(value) || Vocabulary.isSecret(name) || value.contains("://")
            if !isOwn, value.utf8.count < 300, !name.isEmpty, !value.isEmpty { parameters[name] = value }
        }
        return Pattern(method: exchange.method, path: path(exchange), parameters: parameters)
    }

    private func path(_ exchange: RecordedExchange) -> String {
        let segments = exchange.segments
        // A fault looks at the path as it is sent: with a slash at its end it is another.
        let end = Target(exchange.url.target).path.hasSuffix("/") && !segments.isEmpty ? "/" : ""
        guard let index = draft.recognition.site(of: exchange.url) else {
            return "/" + segments.joined(separator: "/") + end
        }
        let site = draft.recognition.sites[index]
        let rest = segments.dropFirst(site.context.count).map { IssuedValues.isOpaque($0) ? "*" : $0 }
        return "/" + ([site.scenarioRoot] + rest).joined(separator: "/") + end
    }

    private func fault(_ pattern: Pattern, _ answer: RecordedAnswer, nth: Int?) -> JSON {
        var when: [JSON.Member] = [.init("path", .string(pattern.path)), .init("method", .string(pattern.method))]
        if !pattern.parameters.isEmpty {
            when.append(
                .init(
                    "query",
                    .object(
                        pattern.parameters.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })))
        }
        if let nth { when.append(.init("nth", .int(nth))) }
        var headers: [JSON.Member] = []
        if let type = answer.field("content-type") { headers.append(.init("Content-Type", .string(type))) }
        if let location = answer.field("location") { headers.append(.init("Location", .string(location))) }
        if let challenge = answer.field("www-authenticate") {
            headers.append(.init("WWW-Authenticate", .string(challenge)))
        }
        var then: [JSON.Member] = [.init("status", .int((100...599).contains(answer.status) ? answer.status : 200))]
        if !headers.isEmpty { then.append(.init("headers", .object(headers))) }
        then.append(.init("body", .string(String(decoding: answer.body, as: UTF8.self))))
        return .object([
            .init("when", .object(when)), .init("then", .object([.init("answer", .object(then))])),
        ])
    }
}
