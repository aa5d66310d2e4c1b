// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// The errors that the steps of scenarios expect, as people search for them: `498 Invalid Token`.
enum ShownErrors {
    /// The rules that steps name beside each error.
    static let rules: [String: Set<String>] = {
        var rules: [String: Set<String>] = [:]
        for name in BuiltInScenarios.names {
            for step in BuiltInScenarios.scenario(name)?.steps ?? [] {
                guard let verdict = step.verdict, let rule = verdict.map(Explanation.current) else { continue }
                for text in texts(of: step) { rules[text, default: []].insert(rule) }
            }
        }
        return rules
    }()

    /// Returns the errors in the body that a step expects.
    static func texts(of step: Scenario.Step) -> [String] {
        guard let response = step.response else { return [] }
        let body = response.body.flatMap { try? JSONReader.read(Array(object(in: $0).utf8)) }
        return [body, response.json].compactMap { $0 }.flatMap(texts)
    }

    /// Returns the text from the first brace to the last: a callback may surround it.
    private static func object(in text: String) -> Substring {
        guard let first = text.firstIndex(of: "{"), let last = text.lastIndex(of: "}"), first < last else {
            return text[...]
        }
        return text[first...last]
    }

    private static func texts(_ json: JSON) -> [String] {
        if let error = json["error"], let code = error["code"] {
            let number = String(decoding: JSONWriter.json(code), as: UTF8.self)
            guard let message = error["message"]?.text else { return [number] }
            let details = (error["details"]?.elements ?? []).compactMap(\.text).filter { $0 != message }
            return ["\(number) \(message)"] + details.map { "\(number) \($0)" }
        }
        guard json["status"]?.text == "error" else { return [] }
        let code = json["code"].map { String(decoding: JSONWriter.json($0), as: UTF8.self) + " " } ?? ""
        return (json["messages"]?.elements ?? []).compactMap(\.text).map { code + $0 }
    }
}
