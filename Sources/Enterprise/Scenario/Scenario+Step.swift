// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

extension Scenario {
    /// One thing that is done, and what must come of it.
    package struct Step: Sendable {
        package enum Action: Sendable {
            case request(Request)
            /// Milliseconds by which the deployment's clock moves.
            case advance(Int64)
            /// Something that happens to the deployment.
            case event(Event)
        }

        package var say: String?
        package var action: Action
        package var response: Response?
        /// The first rule id of the header; `.some(nil)`: the header must be absent.
        package var verdict: String??
        package var saves: [Save] = []
        /// How often it is done.
        package var times = 1
        package var file: String
        package var position: Position
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
        /// The bytes for the socket, instead of all else.
        package var raw: String?
        package var jar = "default"
        package var follow = 0
        /// The user whose client certificate is shown.
        package var certificate: String?
    }

    package struct Response: Sendable {
        package var status: Int?
        /// `nil`: must be absent.
        package var headers: [(String, String?)] = []
        package var body: String?
        package var bytes: Int?
        package var json: JSON?
        package var keys: [(String, [String])] = []
        package var matches: [String] = []
        /// `fin`, `reset`, `timeout`, `handshake`: the connection ends so before the response is whole.
        package var closed: String?
        /// Whether the body is meant as it came, with its content coding.
        package var isRaw = false

        /// Whether anything is said of the answer itself.
        package var namesAnswer: Bool {
            status != nil || !headers.isEmpty || body != nil || bytes != nil || json != nil || !keys.isEmpty
                || !matches.isEmpty
        }
    }

    /// Something kept of a response for later steps.
    package struct Save: Sendable {
        package enum Source: Sendable {
            case pointer(String)
            case header(String, matches: String?)
            case body(String)
            case cookie(String)
        }

        package var name: String
        package var source: Source
        /// `percent`, `html` or nothing.
        package var decode: String?
    }
}
