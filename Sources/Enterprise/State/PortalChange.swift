// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Something that a member did to a portal: what its history lists, and what its webhooks tell.
struct PortalChange: Sendable, Codable {
    /// What it was done to.
    enum Source: String, Sendable, Codable {
        case item, group, user, role

        /// The first segment of the events' addresses: `/items/update`.
        var path: String { "\(rawValue)s" }
    }

    var time: Instant
    var username: String
    /// The operation as webhooks spell it: `add`, `update`, `share`.
    var operation: String
    var source: Source
    /// The id of the item, the group or the role, or a member's name.
    var name: String
    var properties: [JSON.Member] = []
    /// The address of the client.
    var address: String

    /// The most that a portal remembers.
    static let most = 2000

    /// The addresses of the events that it is.
    var events: [String] {
        let root = "/\(source.path)"
        return ["/", root, "\(root)/\(operation)", "\(root)/\(name)", "\(root)/\(name)/\(operation)"]
    }
}
