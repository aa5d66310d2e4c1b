// SPDX-License-Identifier: Apache-2.0

import Facts

/// A payload of a webhook, and what came of sending it.
package struct WebhookDelivery: Sendable, Codable {
    enum State: Sendable, Hashable, Codable {
        case waiting
        /// The receiver's status and what it answered.
        case answered(Int, String)
        /// Why nobody received it.
        case failed(String)
        /// Its host may not be asked.
        case held
    }

    package let number: Int
    var hook: String
    var invoked: Instant
    package let request: BackRequest
    /// How often it is tried.
    package let attempts: Int
    /// The hosts beside loopback that may be asked.
    package let hosts: [String]
    var state = State.waiting

    init(
        number: Int, hook: String, invoked: Instant, request: BackRequest, attempts: Int, hosts: [String]
    ) {
        (self.number, self.hook, self.invoked) = (number, hook, invoked)
        (self.request, self.attempts, self.hosts) = (request, attempts, hosts)
    }

    /// The most that a portal remembers.
    static let most = 500

    /// A Boolean value that indicates whether somebody received it.
    var isReceived: Bool { if case .answered(let status, _) = state { (200..<300).contains(status) } else { false } }
}
