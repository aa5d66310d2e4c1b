// SPDX-License-Identifier: Apache-2.0

/// A behavior set otherwise than the release has it.
///
/// Real systems differ in many small things. Each of them is a function of this type, and takes what some system was seen
/// to do:
///
/// ```swift
/// import MockPortal
///
/// let strict = MockEnterprise.Scenario.federated(
///     version: "11.4", quirks: [.tokenRefererMissing(.refuse), .queryPaging(.ignore)])
/// ```
///
/// `mock-portal schema` and the page on fidelity list the behaviors and what each release does.
public struct Quirk: Sendable, Hashable, CustomStringConvertible {
    package let behavior: Behavior
    package let choice: Choice

    init(_ behavior: Behavior, _ value: some QuirkValue) { (self.behavior, choice) = (behavior, value.choice) }

    /// The quirk as scenario files write it: `"token.referer-missing": "refuse"`.
    public var description: String { "\"\(behavior.rawValue)\": \"\(choice.rawValue)\"" }
}

/// What some behaviors can be set to.
protocol QuirkValue: Sendable, Hashable {
    var choice: Choice { get }
}
