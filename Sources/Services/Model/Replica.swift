// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A replica: what a client took offline, and since when the server's changes are new to it.
package struct Replica: Sendable, Codable {
    /// Whether generations are of the replica or of each layer.
    enum Model: String, Sendable, CaseIterable, Codable {
        case perReplica, perLayer
        /// Data without a replica.
        case none
    }

    enum Direction: String, Sendable, CaseIterable, Codable {
        case none, upload, download, bidirectional
        /// The rows anew.
        case snapshot

        var uploads: Bool { self == .upload || self == .bidirectional }
        var downloads: Bool { self == .download || self == .bidirectional }
    }

    /// What a replica has of a layer: `layerQueries`.
    struct Part: Sendable, Codable {
        /// The rows: none, those of the filter, or all.
        enum Option: String, Sendable, CaseIterable, Codable {
            case none, useFilter, all
        }

        var layer: Int
        var option: Option?
        var condition: String?
        var usesGeometry = true
        var includesRelated = true
        /// The generation up to which the client has the server's changes.
        var generation: Int
    }

    var id: String
    var name: String
    var owner: String
    var model: Model
    var direction: Direction
    var attachments: Direction
    var returnsAttachments: Bool
    var targetType: String
    var parts: [Part]
    /// The parameters `geometry`, `geometryType` and `inSR` as they were sent.
    var filter: [ServiceRequest.Parameter]
    /// The reference of its geometries as it was sent.
    var reference: String?
    var created: Instant
    var synchronized: Instant

    /// The generation of the whole: the oldest of its layers.
    var generation: Int { parts.map(\.generation).min() ?? 0 }
}
