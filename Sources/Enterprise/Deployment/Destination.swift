// SPDX-License-Identifier: Apache-2.0

/// Where a target leads.
enum Destination: Sendable {
    case route(RecentRoutes.Found)
    /// Nothing answers there. Without a site, none has such a context.
    case nowhere(path: [String], site: Site?)

    /// The door that it leads to; `nil` where nothing answers.
    var door: Door? { if case .route(let found) = self { found.route.door } else { nil } }
}
