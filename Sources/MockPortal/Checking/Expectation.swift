// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// A comparison of an answer with what a step expects. It reports every difference, not only the first.
struct Expectation {
    struct Difference {
        var what: String
        var expected: String
        var got: String
    }

    let response: Scenario.Response
    let fill: (String) -> String

    func compare(_ received: ResponseReader.Received) -> [Difference] {
        var differences: [Difference] = []
        func differ(_ what: String, _ expected: String, _ got: String) {
            differences.append(Difference(what: what, expected: expected, got: got))
        }
        let text = String(decoding: received.body, as: UTF8.self)
        if let status = response.status, status != received.status {
            differ("status", "\(status)", "\(received.status)")
        }
        for (name, wanted) in response.headers {
            let values = received.fields.filter { ASCII.equal($0.name, name) }.map(\.value)
            if let problem = header(wanted.map(fill), values) { differ("header \(name)", problem.0, problem.1) }
        }
        if let body = response.body.map(fill), body != text {
            let (wanted, found) = Excerpt.shown(body, text)
            differ("body", wanted, found)
        }
        if let bytes = response.bytes, bytes != received.body.count {
            differ("length", "\(bytes) bytes", "\(received.body.count) bytes")
        }
        if response.json != nil || !response.keys.isEmpty { json(received, text, differ) }
        if let wanted = response.pbf { pbf(wanted, received, differ) }
        for pattern in response.matches {
            let pattern = fill(pattern)
            guard let regex = try? Regex(pattern) else { continue }
            if text.firstMatch(of: regex) == nil { differ("body", "to match /\(pattern)/", "no match") }
        }
        return differences
    }

    private func header(_ wanted: String?, _ values: [String]) -> (String, String)? {
        let got = values.isEmpty ? "absent" : values.joined(separator: ", ")
        guard let wanted else { return values.isEmpty ? nil : ("absent", got) }
        if wanted.count > 1, wanted.hasPrefix("/"), wanted.hasSuffix("/"),
            let regex = try? Regex(String(wanted.dropFirst().dropLast()))
        {
            return values.contains { $0.firstMatch(of: regex) != nil } ? nil : ("to match \(wanted)", got)
        }
        return values.contains(wanted) ? nil : (wanted, got)
    }

    private func json(
        _ received: ResponseReader.Received, _ text: String, _ differ: (String, String, String) -> Void
    ) {
        guard let json = try? JSONReader.read(received.body) else { return differ("body", "JSON", Excerpt.cut(text)) }
        if let wanted = response.json {
            for problem in Subset.compare(filled(wanted), json) {
                differ("json \(problem.index)", problem.expected, problem.found)
            }
        }
        for (pointer, names) in response.keys {
            let found = json.at(pointer: pointer)?.members?.map(\.name)
            if found != names {
                differ(
                    "keys of \(pointer.isEmpty ? "the body" : pointer)", names.joined(separator: ", "),
                    found?.joined(separator: ", ") ?? "no object")
            }
        }
    }

    private func pbf(_ wanted: JSON, _ received: ResponseReader.Received, _ differ: (String, String, String) -> Void) {
        guard let json = FeatureCollection.json(received.body) else {
            let text = String(validating: received.body, as: UTF8.self).map { Excerpt.cut($0) }
            return differ("body", "a FeatureCollection of f=pbf", text ?? "\(received.body.count) other bytes")
        }
        for problem in Subset.compare(filled(wanted), json) {
            differ("pbf \(problem.index)", problem.expected, problem.found)
        }
    }

    private func filled(_ json: JSON) -> JSON {
        switch json {
        case .string(let text): .string(fill(text))
        case .array(let elements): .array(elements.map(filled))
        case .object(let members): .object(members.map { JSON.Member($0.name, filled($0.value)) })
        default: json
        }
    }
}
