// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What an endpoint decided, before format, callback and headers are put on it.
struct Outcome: Sendable {
    enum Body: Sendable {
        case json(JSON)
        /// The same, written already.
        case written([UInt8])
        case bytes([UInt8], type: String)
        /// A page of its own, whatever `f` says: a form.
        case page(Page)
        /// 302 to there.
        case redirect(String)
    }

    /// What a cache may do with it.
    enum Caching: Sendable {
        /// As captured from the portal: `no-cache`, `Pragma`, `Expires: -1`.
        case tokenDispenser
        /// As captured from a portal's `oauth2/token`.
        case oauth
        /// It depends on a token: `no-store` (inferred; QGIS replays answers otherwise).
        case dependsOnToken
        /// The same for everybody: a portal's `sharing/rest/info` has the fields of a token and another Vary (captured).
        case anybody
    }

    var body: Body
    var status = 200
    var verdict: [Verdict] = []
    var caching = Caching.dependsOnToken
    /// JSON whether `f` asks for it or not.
    var isAlwaysJSON = false
    /// Further fields: cookies, challenges.
    var fields: [Response.Field] = []

    static func json(_ json: JSON, caching: Caching = .dependsOnToken) -> Outcome {
        Outcome(body: .json(json), caching: caching)
    }

    static func page(_ page: Page, caching: Caching = .dependsOnToken) -> Outcome {
        Outcome(body: .page(page), caching: caching)
    }

    /// An error in the words of the door, with the rule that says so.
    static func refused(_ errorBody: ErrorBody, _ verdict: Verdict, status: Int = 200) -> Outcome {
        Outcome(body: .json(errorBody.json), status: status, verdict: [verdict])
    }
}
