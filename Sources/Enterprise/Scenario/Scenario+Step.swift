// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

extension Scenario {
    /// An action, and what it must result in.
    package struct Step: Sendable {
        package enum Action: Sendable {
            case request(Request)
            /// Moves the deployment's clock by milliseconds.
            case advance(Int64)
            /// Triggers an event.
            case event(Event)
        }

        package var say: String?
        package var action: Action
        package var response: Response?
        /// The first rule id in the header; `.some(nil)` requires that there is no header.
        package var verdict: String??
        package var saves: [Save] = []
        /// The number of repetitions.
        package var times = 1
        package var file: String
        package var position: Position

        /// A Boolean value that indicates whether something of an answer must arrive for the step to pass.
        package var awaitsAnswer: Bool { response?.namesAnswer == true || verdict != nil }
    }

    package struct Request: Sendable {
        package enum Body: Sendable {
            case none
            case form([(String, String)])
            case multipart([(String, String)])
            case json(JSON)
            case text(String)
        }

        package var method: String?
        package var url: String
        package var isSecure = true
        package var headers: [(String, [String])] = []
        package var query: [(String, String)] = []
        package var body = Body.none
        /// The bytes for the socket, which replace everything else.
        package var raw: String?
        package var jar = "default"
        package var follow = 0
        /// The user whose client certificate is presented.
        package var certificate: String?
    }

    package struct Response: Sendable {
        package var status: Int?
        /// The header fields; `nil` requires absence.
        package var headers: [(String, String?)] = []
        package var body: String?
        package var bytes: Int?
        package var json: JSON?
        /// A subset of the body of an answer in `f=pbf`, read as JSON.
        package var pbf: JSON?
        package var keys: [(String, [String])] = []
        package var matches: [String] = []
        /// How the connection ends before the response is complete: `fin`, `reset`, `timeout` or `handshake`.
        package var closed: String?
        /// A Boolean value that indicates whether the body keeps its content coding.
        package var isRaw = false

        /// A Boolean value that indicates whether the step expects anything of the answer itself.
        package var namesAnswer: Bool {
            status != nil || !headers.isEmpty || body != nil || bytes != nil || json != nil || pbf != nil
                || !keys.isEmpty
                || !matches.isEmpty
        }
    }

    /// A value kept from a response for later steps.
    package struct Save: Sendable {
        package enum Source: Sendable {
            case pointer(String)
            case header(String, matches: String?)
            case body(String)
            case cookie(String)
        }

        package var name: String
        package var source: Source
        /// The decoding: `percent`, `html` or `nil`.
        package var decode: String?
    }
}
