// SPDX-License-Identifier: Apache-2.0

import Formats

/// A portal or a server that a recording shows.
package struct RecordedSite: Sendable {
    /// What it is, by the paths that were asked.
    package enum Kind: String, Sendable {
        case portal, server
    }

    package var kind: Kind
    package var host: String
    /// What stands before `sharing` or `rest` in its paths.
    package var context: [String]
    /// Its name in the scenario.
    package var name = ""
    /// The release that it says itself, as the tables know it.
    package var version: String?
    package var users: [RecordedUser] = []
    package var apps: [RecordedApp] = []
    package var services: [RecordedService] = []
    /// The portal that a server says it belongs to.
    package var owner: String?
    /// A Boolean value that indicates whether a server gave tokens of its own.
    package var givesTokens = false
    package var isHosting = false
    /// The primary site administrator of a server.
    package var administrator: RecordedUser?

    /// The first segment of its paths in the scenario.
    package var scenarioRoot = ""

    /// The same as the recording has it, or the usual one.
    var root: String {
        let last = context.last ?? (kind == .portal ? "portal" : "arcgis")
        return last.wholeMatch(of: /[A-Za-z0-9_-]{1,40}/) == nil ? (kind == .portal ? "portal" : "arcgis") : last
    }

    /// Returns where a path belongs: what kind of site, and how many segments are its context. `nil`: to none.
    static func place(_ segments: [String]) -> (kind: Kind, context: Int)? {
        let words = segments.prefix(5).map { $0.lowercased() }
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1] : ""
            switch word {
            case "sharing", "portaladmin": return (.portal, index)
            case "home" where index == 1: return (.portal, index)
            case "rest"
            where ["", "services", "info", "login", "logout", "generatetoken", "admin", "self"].contains(next):
                return (.server, index)
            case "admin" where index > 0, "tokens" where index > 0, "manager" where index == 1,
                "services" where index == 1:
                return (.server, index)
            default: continue
            }
        }
        return nil
    }
}

/// An app that asked for tokens.
package struct RecordedApp: Sendable, Hashable {
    package var clientID: String
    package var secret: String?
    package var redirectURIs: [String] = []

    init(_ clientID: String) { self.clientID = clientID }
}
