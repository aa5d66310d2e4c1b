// SPDX-License-Identifier: Apache-2.0

import Enterprise

/// A run that attests, for people.
extension CheckRun {
    /// Returns how many requests scenarios have at most, and the minutes that they take, for whoever waits.
    package static func plan(_ names: [String], rate: Int) -> String {
        let scenarios = names.compactMap { MockEnterprise.load($0).0 }
        let requests = scenarios.flatMap(\.steps).count { if case .request = $0.action { true } else { false } }
        let minutes = (requests + rate - 1) / rate
        return "up to \(requests) requests, \(rate) a minute at most: "
            + "\(minutes) minute\(minutes == 1 ? "" : "s"), or less for what is not asked"
    }

    /// Fact by fact what the site agrees with, where it differs and what was not seen; then what was not asked, and why.
    package var attestedText: String {
        var text = facts.map(\.text).joined()
        for (reason, steps) in unsent {
            text += "not counted, because \(reason.rawValue): \(steps.count) step\(steps.count == 1 ? "" : "s")\n"
            text += steps.map { "  \($0)\n" }.joined()
        }
        if let double { text += "asked was a double, \(double): this attests nothing of a real site\n" }
        let releases = Set(reports.flatMap(\.releases)).sorted()
        let told = Set((against?.sites ?? []).compactMap(\.release)).sorted()
        if !told.isEmpty, !releases.isEmpty {
            text += "the scenarios are of \(releases.joined(separator: ", ")), "
            text += "the sites say \(told.joined(separator: ", "))\n"
        }
        return text
    }

    /// A one-line summary.
    package var attestedSummary: String {
        func count(_ verdict: AttestedFact.Verdict) -> Int { facts.count { $0.verdict == verdict } }
        let requests = courtesy?.requests ?? 0
        return "\(facts.count) facts: \(count(.agree)) agree, \(count(.differ)) differ, \(count(.notSeen)) not seen; "
            + "\(requests) request\(requests == 1 ? "" : "s") sent\n"
    }
}
