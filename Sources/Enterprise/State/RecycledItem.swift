// SPDX-License-Identifier: Apache-2.0

import Facts

/// An item in the recycle bin, and what comes back with it.
struct RecycledItem: Sendable, Codable {
    var item: ContentItem
    var deleted: Instant
    /// The resources of the item.
    var resources: [ItemResource]
    /// The service of the item, by its server's name: its name, its type, and whether it ran.
    var service: Service?

    struct Service: Sendable, Codable {
        var server: String
        var name: String
        var type: String
        var running: ServiceState.Running
    }

    /// The days after which it is gone (documented).
    static let days: Int64 = 14

    func isThere(at now: Instant) -> Bool { now < deleted.advanced(minutes: Self.days * 1440) }
}
