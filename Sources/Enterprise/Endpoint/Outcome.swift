// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The decision of an endpoint, before format, callback and header fields are applied.
struct Outcome: Sendable {
    enum Body: Sendable {
        case json(JSON)
        /// The JSON in encoded form.
        case written([UInt8])
        case bytes([UInt8], type: String)
        /// A page of its own, regardless of `f`, such as a form.
        case page(Page)
        /// A redirect with 302.
        case redirect(String)
    }

    /// What a cache may do with an answer.
    enum Caching: Sendable {
        /// As captured from the portal: `no-cache`, `Pragma`, `Expires: -1`.
        case tokenDispenser
        /// As captured from a portal's `oauth2/token`.
        case oauth
        /// The answer depends on a token: `no-store` (inferred; otherwise QGIS replays answers).
        case dependsOnToken
        /// The same for all callers: a portal's `sharing/rest/info` has the fields of a token and a different Vary
        /// (captured).
        case anybody
    }

    var body: Body
    var status = 200
    var verdict: [Verdict] = []
    var caching = Caching.dependsOnToken
    /// A Boolean value that indicates whether the answer is JSON regardless of `f`.
    var isAlwaysJSON = false
    /// What the endpoint needs to know first; then nothing else of the outcome counts, and nothing has changed.
    var errand: Errand?
    /// The milliseconds of the deployment's clock that pass before the answer is sent.
    var delay: Int64 = 0
    /// Additional header fields, such as cookies and challenges.
    var fields: [Response.Field] = []

    /// A Boolean value that indicates whether writing it takes so long that others should not wait for it.
    var isLongToWrite: Bool {
        switch body {
        case .json(let json): json.hasMore(than: 1_000)
        case .written(let bytes), .bytes(let bytes, _): bytes.count > 65_536
        case .page, .redirect: false
        }
    }

    /// Returns the outcome with another verdict behind its own.
    func with(_ another: Verdict?) -> Outcome {
        guard let another else { return self }
        var outcome = self
        outcome.verdict.append(another)
        return outcome
    }

    static func json(_ json: JSON, caching: Caching = .dependsOnToken) -> Outcome {
        Outcome(body: .json(json), caching: caching)
    }

    static func page(_ page: Page, caching: Caching = .dependsOnToken) -> Outcome {
        Outcome(body: .page(page), caching: caching)
    }

    /// Returns an error of the door with its verdict.
    static func refused(_ errorBody: ErrorBody, _ verdict: Verdict, status: Int = 200) -> Outcome {
        Outcome(body: .json(errorBody.json), status: status, verdict: [verdict])
    }
}
