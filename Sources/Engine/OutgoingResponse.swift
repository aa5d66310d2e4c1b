// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A response and the faults to apply to it.
package struct OutgoingResponse: Sendable {
    package var response: Response
    package var effects: [Effect]

    /// A Boolean value that indicates whether the connection ends with the response.
    var closes: Bool {
        effects.contains { if case .close = $0 { true } else { false } } || goesOn
    }

    /// A Boolean value that indicates whether the response has no length.
    var goesOn: Bool {
        effects.contains { if case .feed = $0 { true } else { false } }
    }

    /// The false content coding to apply, if any.
    var misencoding: Misencoding? {
        for case .gzip(let misencoding) in effects { return misencoding }
        return nil
    }

    package init(_ response: Response, effects: [Effect] = []) {
        self.response = response
        self.effects = effects
    }
}
