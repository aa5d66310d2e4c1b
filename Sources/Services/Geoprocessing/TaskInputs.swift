// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The inputs of one run of a task: those of the request, or else their defaults.
struct TaskInputs {
    /// What a tool says of inputs that it cannot run with, in the words of its error messages (documented).
    struct Problem {
        var message: String
        var verdict: Verdict
    }

    let values: [JSON.Member]
    /// The first problem; tools check their inputs in order before they run.
    let problem: Problem?

    init(_ task: GPTask, _ request: ServiceRequest) {
        var values: [JSON.Member] = []
        var problem: Problem?
        for parameter in task.parameters {
            guard let name = parameter["name"]?.text,
                parameter["direction"]?.text != "esriGPParameterDirectionOutput"
            else { continue }
            guard let text = request.given(name.lowercased()) else {
                if let value = parameter["defaultValue"], value != .null {
                    values.append(JSON.Member(name, value))
                } else if task.required.contains(name) {
                    problem = problem ?? Self.missing(name)
                }
                continue
            }
            let type = parameter["dataType"]?.text ?? "GPString"
            // Text for types other than GPString is JSON.
            let json = type == "GPString" ? nil : try? JSONReader.read(Array(text.utf8))
            values.append(JSON.Member(name, json ?? .string(text)))
            problem = problem ?? Self.otherType(name, type, text) ?? Self.otherWord(name, text, parameter["choiceList"])
        }
        (self.values, self.problem) = (values, problem)
    }

    private static func missing(_ name: String) -> Problem {
        Problem(
            message: "ERROR 000735: \(name): Value is required",
            verdict: Verdict(Geoprocessing.Rules.missing, facts: [.init("missing", name)], wouldPass: "\(name)=…"))
    }

    private static func otherType(_ name: String, _ type: String, _ text: String) -> Problem? {
        let number = Double(ASCII.trimmed(text))
        let fits =
            switch type {
            case "GPLong": number.map { $0 == $0.rounded() && abs($0) <= 2_147_483_648 } ?? false
            case "GPDouble": number != nil
            default: true
            }
        guard !fits else { return nil }
        return Problem(
            message: "ERROR 000628: Cannot set input into parameter \(name).",
            verdict: Verdict(
                Geoprocessing.Rules.inputType,
                facts: [.init("parameter", name), .init("dataType", type), .init("value", text)],
                wouldPass: type == "GPLong" ? "a whole number of 32 bits" : "a number"))
    }

    /// The letters may be others: what fails no client (inferred).
    private static func otherWord(_ name: String, _ text: String, _ choices: JSON?) -> Problem? {
        let words = (choices?.elements ?? []).compactMap(\.text)
        guard !words.isEmpty, !words.contains(where: { ASCII.equal($0, text) }), !text.hasPrefix("[") else {
            return nil
        }
        return Problem(
            message: "ERROR 000800: The value is not a member of \(words.joined(separator: " | ")).",
            verdict: Verdict(
                Geoprocessing.Rules.choice, facts: [.init("parameter", name), .init("value", text)],
                wouldPass: Suggestion.nearest(to: text, among: words).map { "did you mean \($0)?" }
                    ?? "one of \(words.joined(separator: ", "))"))
    }
}
