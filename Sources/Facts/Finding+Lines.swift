// SPDX-License-Identifier: Apache-2.0

extension Finding {
    /// How many findings a person is shown at once; JSON has all of them.
    private static let most = 50

    /// Findings as a person reads them, one per line: of many the first, errors before warnings, and how many more there
    /// are.
    package static func lines(_ findings: [Finding]) -> [String] {
        guard findings.count > most else { return findings.map(\.description) }
        let sorted = findings.filter { $0.severity == .error } + findings.filter { $0.severity == .warning }
        let rest = sorted.dropFirst(most)
        let errors = rest.count { $0.severity == .error }
        return sorted.prefix(most).map(\.description) + ["and \(rest.count) more, \(errors) of them errors"]
    }
}
