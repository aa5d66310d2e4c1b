// SPDX-License-Identifier: Apache-2.0

import Facts

/// Work on an item that takes its time on the deployment's clock: an upload that is put together, a publication, an export.
struct ContentJob: Sendable, Codable {
    enum Kind: String, Sendable, Codable {
        case upload, publish, export, generateFeatures
    }

    /// The id that `status` asks for; empty for an upload, which has none.
    var id: String
    var kind: Kind
    /// The item whose status it is.
    var itemID: String
    /// When it ends.
    var due: Instant
    /// Why it fails: what the client reads, and what the verdict says.
    var failure: Failure?

    struct Failure: Sendable, Codable {
        var message: String
        var reason: String
    }

    func isUnderWay(at now: Instant) -> Bool { now < due }
}
