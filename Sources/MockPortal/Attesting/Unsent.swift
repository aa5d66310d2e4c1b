// SPDX-License-Identifier: Apache-2.0

/// Why a step is not asked of a real site, or why what it said counts for nothing.
package enum Unsent: String, Sendable, CaseIterable {
    case changes = "it may change something"
    case unknownPath = "no documentation says what its path does"
    case elsewhere = "it is not about one of the sites that are named"
    case password = "the file does not list this name with this password"
    case refusedPassword = "the password of this name was refused before"
    case unreadable = "it sends bytes or secrets that cannot be judged"
    case certificate = "it needs a client certificate"
    case fault = "the scenario makes this answer by a fault"
    case missing = "the site has nothing there"
    case clock = "only a double moves its clock or lets something happen"
    case follows = "it follows from a step that was not asked"

    /// A Boolean value that indicates whether the steps after it find another state than they expect.
    var losesTrack: Bool {
        switch self {
        case .changes, .password, .refusedPassword, .unreadable, .certificate, .fault, .clock: true
        case .unknownPath, .elsewhere, .missing, .follows: false
        }
    }
}
