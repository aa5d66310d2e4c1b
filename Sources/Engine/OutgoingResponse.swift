// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A response and the faults to apply to it.
package struct OutgoingResponse: Sendable {
    package var response: Response
    package var effects: [Effect]
    /// A Boolean value that indicates whether the content coding was applied.
    private var isCoded = false

    /// Returns whether the connection ends with the response.
    func closes(for request: Request) -> Bool {
        effects.contains { if case .close = $0 { true } else { false } } || framing(for: request) == .toTheEnd
    }

    /// Returns how the client learns where the body ends.
    func framing(for request: Request) -> ResponseWriter.Framing {
        for effect in effects {
            switch effect {
            case .feed: return .toTheEnd
            case .pieces: return request.minorVersion == 0 ? .toTheEnd : .chunked
            default: break
            }
        }
        return .length
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

    /// A Boolean value that indicates whether the content coding would hold up the others of a loop.
    func isLongToCode(for request: Request) -> Bool {
        !isCoded && response.body.count > 16_384 && ContentCoding.accepts(request)
    }

    /// Applies the content coding, unless it was applied. On any thread: large bodies take milliseconds.
    mutating func code(for request: Request) {
        guard !isCoded else { return }
        isCoded = true
        if let misencoding {
            ContentCoding.code(&response, as: misencoding)
        } else {
            ContentCoding.code(&response, for: request)
        }
    }
}
