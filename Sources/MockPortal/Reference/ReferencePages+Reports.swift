// SPDX-License-Identifier: Apache-2.0

import Enterprise

extension ReferencePages {
    /// Returns the part of `docs/scenarios/reports.md` that is made from the scenarios: every report, the scenario that
    /// shows it, and whether the double shows it by itself or by a fault.
    package static func reports() -> String {
        let shown = BuiltInScenarios.names.compactMap { name in
            BuiltInScenarios.scenario(name).map { (name: name, scenario: $0) }
        }
        let rows = shown.compactMap { name, scenario in
            scenario.report?.url.map { url in
                "| \(url) | \(cell(scenario.title)) | [\(name)](../../scenarios/\(name).json5) | \(shower(of: scenario)) |\n"
            }
        }
        return """
            # Reports and their scenarios

            Made from the scenario files by `make schema`, but for the reasons at the end; a test fails if it is not up to date. \
            \(rows.count) scenarios
            show a report about logins, tokens, federation or services. Where the last column is *a fault*, the double does not
            behave this way itself: the scenario gives an answer of the reported form by a fault, and `because` says so; where the
            report quotes no bytes, the file's are composed. A few reports have no page of their own and name the vendor's page on
            the subject.

            | report | symptom | scenario | shown by |
            |---|---|---|---|

            """ + rows.joined() + "\n## Why some need a fault\n"
    }

    /// The names of the scenarios that show their report by a fault.
    package static var reportsShownByFaults: [String] {
        BuiltInScenarios.names.filter { name in
            BuiltInScenarios.scenario(name).map { $0.report?.url != nil && !$0.faults.isEmpty } ?? false
        }
    }

    private static func shower(of scenario: Scenario) -> String {
        scenario.faults.isEmpty ? "the double" : "a fault"
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
