// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats
import Services

/// The rules of all slices, which `explain` prints and steps may name.
package enum Explanation {
    package static let rules: [Rule] =
        Tokens.rules + Administration.rules + OAuth.rules + Sharing.rules + ServerDirectory.rules + ServiceCatalog.rules
        + Deployment.rules + Deployment.Unavailable.rules + LongURL.rules + Identity.rules
        + LoginPage.rules + EnterpriseLogin.rules + Faults.rules

    package static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    /// A rule, or the quirk of a behavior.
    package static func isKnown(_ id: String) -> Bool {
        rule(id) != nil || (id.hasPrefix("quirk.") && Behavior(rawValue: String(id.dropFirst(6))) != nil)
    }

    /// Every body of all slices.
    package static let errorBodies: [ErrorBody] =
        Tokens.errorBodies + Administration.errorBodies + OAuth.errorBodies + Sharing.errorBodies
        + EnterpriseLogin.errorBodies
        + ServerDirectory.errorBodies
        + Deployment.Unavailable.errorBodies + ServiceCatalog.errorBodies
}
