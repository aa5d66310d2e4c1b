// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats
import Services

/// The rules of all slices, which `explain` prints and steps may name.
package enum Explanation {
    package static let rules: [Rule] =
        Tokens.rules + Administration.rules + OAuth.rules + Sharing.rules + Hosting.rules + ServerDirectory.rules
        + Sharing.contentRules
        + ServiceCatalog.rules
        + Deployment.rules + Deployment.Unavailable.rules + LongURL.rules + Identity.rules
        + LoginPage.rules + EnterpriseLogin.rules + Faults.rules + Replicas.rules

    /// Ids that rules had before, which scenarios and tests may still name.
    private static let former = ["service.no-operation": "service.not-emulated"]

    /// Returns the id of a rule today.
    package static func current(_ id: String) -> String { former[id] ?? id }

    /// Returns whether a rule says that the double does not emulate a path.
    package static func isGap(_ id: String) -> Bool { gaps.contains(id) }

    private static let gaps = Set(
        [
            Sharing.Rules.notEmulated, Administration.Rules.notEmulated, Administration.Rules.portalNotEmulated,
            ServerDirectory.Rules.notEmulated, ServerDirectory.Rules.restNotEmulated,
        ].map(\.id))

    package static func rule(_ id: String) -> Rule? {
        let id = current(id)
        return rules.first { $0.id == id }
    }

    /// A rule, or the quirk of a behavior.
    package static func isKnown(_ id: String) -> Bool {
        rule(id) != nil || (id.hasPrefix("quirk.") && Behavior(rawValue: String(id.dropFirst(6))) != nil)
    }

    /// Every body of all slices.
    package static let errorBodies: [ErrorBody] =
        Tokens.errorBodies + Administration.errorBodies + OAuth.errorBodies + Sharing.errorBodies
        + Sharing.contentErrorBodies + Hosting.errorBodies
        + EnterpriseLogin.errorBodies
        + ServerDirectory.errorBodies
        + Deployment.Unavailable.errorBodies + ServiceCatalog.errorBodies
}
