// SPDX-License-Identifier: Apache-2.0

package import Formats

/// What to do about a request: answer now, or let a worker make the answer while the loop goes on.
package enum Reply: Sendable {
    case now(OutgoingResponse)
    /// Run on a worker thread; the connection's loop writes what comes out. Later requests of the connection wait.
    case later(@Sendable () -> OutgoingResponse)
}

/// A response and what shall go wrong with it.
package struct OutgoingResponse: Sendable {
    package var response: Response
    package var effects: [Effect]

    /// Whether the connection ends with it.
    var closes: Bool {
        effects.contains { if case .close = $0 { true } else { false } }
    }

    /// What it is wrong about in its content coding.
    var lie: Gzip.Lie? {
        for case .gzip(let lie) in effects { return lie }
        return nil
    }

    package init(_ response: Response, effects: [Effect] = []) {
        self.response = response
        self.effects = effects
    }
}
