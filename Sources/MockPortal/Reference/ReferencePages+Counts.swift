// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Services

extension ReferencePages {
    /// How many facts of each kind the double holds, by confidence: the first table of the fidelity page.
    static var counts: String {
        let kinds: [(name: String, evidence: [Evidence])] = [
            ("behaviors by release (rows)", Behavior.allCases.flatMap { $0.rows.map(\.evidence) }),
            ("error bodies of portals and servers", Explanation.errorBodies.filter { $0.scope == nil }.map(\.evidence)),
            ("error bodies of services", Explanation.errorBodies.filter { $0.scope != nil }.map(\.evidence)),
            ("endpoints", Router.routes.map(\.evidence)),
            ("keys of descriptions of services", ServiceCatalog.keysOfDescriptions),
            ("rules", Explanation.rules.map(\.evidence)),
            (
                "values of parameters",
                ParameterForm.all.map(\.evidence)
                    + ServiceCatalog.parameters.flatMap { row in row.forms.map { _ in row.evidence } }
            ),
        ]
        let rows = kinds.map { cells([$0.name, "\($0.evidence.count)"] + shares($0.evidence)) }
        let all = kinds.flatMap(\.evidence)
        let total = cells(["**all**", "**\(all.count)**"] + shares(all))
        let about = """
            ## How much is known

            A key of a description counts as captured where its order is; between two captures, the release in which it came is
            inferred. Limits are what the double says of itself: its gaps, its faults and its own words. No source can show
            them, and they are not counted among the inferred, although their confidence is the same below.
            """
        return table(about, ["kind", "number"] + Confidence.allCases.map(\.rawValue) + ["limits"], rows + [total])
    }

    /// Returns the number of each confidence, with its share in percent, and of the limits.
    private static func shares(_ evidence: [Evidence]) -> [String] {
        let limits = evidence.filter(\.isLimit)
        let counts =
            Confidence.allCases.map { confidence in
                evidence.count { $0.confidence == confidence && !$0.isLimit }
            } + [limits.count]
        return counts.map { count in
            let percent = evidence.isEmpty ? 0 : (count * 100 + evidence.count / 2) / evidence.count
            return "\(count) (\(percent) %)"
        }
    }
}

extension Evidence {
    /// A Boolean value that indicates whether this is no claim about real systems.
    fileprivate var isLimit: Bool {
        let beginnings = ["a limit of this double", "a failure that the scenario", "a fault of the scenario"]
        return confidence == .inferred && beginnings.contains { source.hasPrefix($0) }
    }
}
