// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

extension ReferencePages {
    /// Returns `docs/gallery.md`: the built-in scenarios by error text, release, login and client.
    package static func gallery() -> String {
        let shown = BuiltInScenarios.names.compactMap { name in
            BuiltInScenarios.scenario(name).map { Shown(name: name, scenario: $0) }
        }
        return [
            """
            # Gallery: what goes wrong, and the scenario that shows it

            Made from the files by `make schema`; a test fails if it is not up to date. Each of the \(shown.count) scenarios runs with
            `mock-portal serve NAME` and proves itself with `mock-portal check NAME`.

            """,
            index("By error text", shown) { $0.errors }, index("By release", shown) { $0.versions },
            index("By login", shown) { $0.logins }, index("By client", shown) { $0.clients }, all(shown),
        ].joined(separator: "\n")
    }

    /// The same as JSON, for those who search it.
    static let galleryJSON: [JSON] = BuiltInScenarios.names.compactMap { name in
        guard let scenario = BuiltInScenarios.scenario(name) else { return nil }
        let shown = Shown(name: name, scenario: scenario)
        func list(_ words: [String]) -> JSON { .array(Set(words).sorted().map(JSON.string)) }
        func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
        return .object([
            .init("name", .string(name)), .init("title", .string(scenario.title)),
            .init("url", text(scenario.report?.url)), .init("confidence", text(scenario.report?.confidence?.rawValue)),
            .init("errors", list(shown.errors)), .init("versions", list(shown.versions)),
            .init("login", text(scenario.report?.login)), .init("client", text(scenario.report?.client)),
        ])
    }

    /// A scenario as the indexes need it.
    private struct Shown {
        var name: String
        var scenario: Scenario

        var errors: [String] {
            scenario.steps.flatMap { step -> [String] in
                var found = ShownErrors.texts(of: step)
                if let status = step.response?.status, status >= 400 { found.append("HTTP \(status)") }
                if let closed = step.response?.closed { found.append("connection: \(closed)") }
                return found
            }
        }

        var versions: [String] {
            scenario.portals.map(\.release.name) + scenario.servers.map(\.release.name)
        }
        var logins: [String] { [scenario.report?.login].compactMap { $0 } }
        var clients: [String] { [scenario.report?.client].compactMap { $0 } }
    }

    private static func index(_ title: String, _ shown: [Shown], _ words: (Shown) -> [String]) -> String {
        var indices: [String: [String]] = [:]
        for one in shown {
            for word in Set(words(one)) { indices[word, default: []].append(one.name) }
        }
        let known = Version.known.map(\.name)
        let order = indices.keys.sorted { a, b in
            if let first = known.firstIndex(of: a), let second = known.firstIndex(of: b) { return first < second }
            return a < b
        }
        let lines = order.map { word in
            "| `\(word.replacing("|", with: "\\|"))` | \((indices[word] ?? []).map { "[\($0)](../scenarios/\($0).json5)" }.joined(separator: ", ")) |\n"
        }
        return "## \(title)\n\n| | scenarios |\n|---|---|\n" + lines.joined()
    }

    private static func all(_ shown: [Shown]) -> String {
        let lines = shown.map { one in
            let report = one.scenario.report
            let source =
                report?.url.map { "[\(report?.confidence?.rawValue ?? "source")](\($0))" } ?? report?.confidence?
                .rawValue ?? ""
            return
                "| [\(one.name)](../scenarios/\(one.name).json5) | \(one.scenario.title.replacing("|", with: "\\|")) | \(source) |\n"
        }
        return "## All\n\n| scenario | shows | source |\n|---|---|---|\n" + lines.joined()
    }
}
