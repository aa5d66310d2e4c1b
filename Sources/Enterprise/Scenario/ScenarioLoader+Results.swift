// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `results` of a portal or a server: literal answers by path below its context.
extension ScenarioLoader {
    /// The doors whose answers a scenario may give: those that hand out tokens have rules of their own.
    private static let doors: [SiteKind: [String]] = [
        .portal: ["sharing", "portaladmin"], .server: ["admin", "rest"],
    ]

    mutating func results(_ node: Node?, _ kind: SiteKind) -> [String: Canned] {
        var results: [String: Canned] = [:]
        for entry in node?.entries ?? [] {
            let path = entry.name
            let parts = path.split(separator: "/").map(String.init)
            let plain = parts.joined(separator: "/")
            let doors = Self.doors[kind] ?? []
            if plain != path {
                fail(entry.node, "\"\(path)\" is not a path below the site's context", suggestion: nil)
            } else if !doors.contains(where: { ASCII.equal($0, parts.first ?? "") }) {
                fail(
                    entry.node, "\"\(path)\" is not below \(doors.joined(separator: " or "))",
                    suggestion: nil)
            } else if ASCII.equal(parts.last ?? "", "generateToken")
                || parts.contains(where: { ASCII.equal($0, "oauth2") })
            {
                fail(entry.node, "\"\(path)\" hands out tokens; a fault can answer for it", suggestion: nil)
            } else if kind == .server, parts.count > 3, ASCII.equal(parts[1], "services") {
                fail(
                    entry.node, "\"\(path)\" is below a service, whose own results give its answers", suggestion: nil)
            } else if let given = canned(entry.node) {
                results[path.lowercased()] = given
            }
        }
        return results
    }
}
