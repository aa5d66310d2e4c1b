// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

extension ReferencePages {
    /// Returns `docs/scenarios/keys.md`: every key, operator, placeholder and event of scenario files, each with an example
    /// of a scenario that `check` runs.
    package static func keys() -> String {
        let examples = KeyExamples()
        var lines = [
            "# Scenario files: every key, operator, placeholder and event", "",
            """
            Made from the code by `make schema`; a test fails if it is not up to date. Each example is of the built-in scenario beside it, which
            `mock-portal check NAME` runs. How to write one: [writing a scenario](../../Sources/MockPortal/MockPortal.docc/WritingAScenario.md).
            Failures on purpose: [faults](faults.md). Releases and their quirks: [fidelity](../fidelity.md).
            """, "",
        ]
        lines += ["## Placeholders", "", "| placeholder | stands for | shown by |", "|---|---|---|"]
        lines += Placeholders.about.map { row in
            "| `{\(row.name)}` | \(row.text) | \(link(examples.placeholders[row.name])) |"
        }
        lines += [
            "",
            "What a step saves is a placeholder of the steps after it. In the answers of faults, names that are no placeholder stay as they are.",
            "", "## Operators", "", "| operator | fits | example | shown by |", "|---|---|---|---|",
        ]
        lines += Subset.about.map { row in
            "| `\(row.name)` | \(row.text) | \(code(examples.operators[row.name])) | \(link(examples.operators[row.name])) |"
        }
        lines += ["", "## Events", "", "| event | needs | example | shown by |", "|---|---|---|---|"]
        lines += Event.Kind.allCases.map { kind in
            let example = examples.events[kind.rawValue]
            let needs = kind.needed.map { "`\($0)`" }.joined(separator: ", ")
            return "| `\(kind.rawValue)` | \(needs) | \(code(example)) | \(link(example)) |"
        }
        for keys in objects {
            lines += ["", "## \(keys.what.prefix(1).uppercased())\(keys.what.dropFirst())", ""]
            lines += ["| key | value | meaning | example | shown by |", "|---|---|---|---|---|"]
            lines += keys.list.map { key in
                let example = examples.keys["\(keys.what).\(key.name)"]
                let meaning = key.about.replacing("|", with: "\\|").replacing("{", with: "&#123;")
                return "| `\(key.name)` | \(value(key.kind)) | \(meaning) | \(code(example)) | \(link(example)) |"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The objects of the format, each once, those that stand outside first.
    private static var objects: [Keys] {
        var found: [Keys] = []
        var kinds: [Keys.Kind] = [.object(.scenario)]
        while !kinds.isEmpty {
            switch kinds.removeFirst() {
            case .object(let keys):
                let isKnown = found.contains { $0.what == keys.what && $0.list.map(\.name) == keys.list.map(\.name) }
                if isKnown { continue }
                found.append(keys)
                kinds += keys.list.map(\.kind)
            case .list(let inner), .map(let inner): kinds.append(inner)
            case .either(let several): kinds += several
            default: break
            }
        }
        return found
    }

    /// Returns what a value may be, in short.
    private static func value(_ kind: Keys.Kind) -> String {
        switch kind {
        case .word(let words) where words.count > 8: "a word of \(words.count)"
        case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .release: "a release"
        case .list(let inner): "a list of: \(value(inner))"
        case .map(let inner): "by name: \(value(inner))"
        case .object(let keys): keys.what
        case .either(let kinds): kinds.map(value).joined(separator: " or ")
        default: kind.name
        }
    }

    private static func code(_ example: KeyExamples.Example?) -> String {
        guard let example, !example.text.isEmpty else { return "" }
        return "`\(example.text.replacing("|", with: "\\|").replacing("`", with: "'"))`"
    }

    private static func link(_ example: KeyExamples.Example?) -> String {
        example.map { "[\($0.scenario)](../../scenarios/\($0.scenario).json5)" } ?? ""
    }
}
