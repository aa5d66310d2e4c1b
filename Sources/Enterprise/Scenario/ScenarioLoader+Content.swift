// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// Decoding of the groups and items of a portal.
extension ScenarioLoader {
    mutating func data(_ node: Node) -> ContentItem.Data {
        guard let name = node.text else { return .json(node.json) }
        guard let bytes = file(node) else { return .nothing }
        if name.hasSuffix(".json"), let json = try? JSONReader.read(bytes) { return .json(json) }
        return .file(bytes, type: FileType.of(name))
    }

    /// Returns the content of a file beside the scenario, or `nil` with a finding if it is missing.
    mutating func file(_ node: Node) -> [UInt8]? {
        let name = node.text ?? ""
        if let bytes = files.read(files.resolve(name, from: node.file)) { return bytes }
        missing(node, name)
        return nil
    }

    mutating func extent(_ node: Node) -> Envelope? {
        let sides = (node.json.elements ?? []).flatMap { $0.elements ?? [] }.compactMap(\.double)
        guard sides.count == 4, sides[0] <= sides[2], sides[1] <= sides[3] else {
            fail(
                node, "\"extent\" must be two corners: [[west, south], [east, north]]", suggestion: Self.corners(sides))
            return nil
        }
        return Envelope(xmin: sides[0], ymin: sides[1], xmax: sides[2], ymax: sides[3])
    }

    /// Returns the four numbers with the smaller ones first.
    private static func corners(_ sides: [Double]) -> String? {
        guard sides.count == 4 else { return nil }
        func shown(_ side: Double) -> String { Int(exactly: side).map(String.init) ?? "\(side)" }
        let (west, east) = (min(sides[0], sides[2]), max(sides[0], sides[2]))
        let (south, north) = (min(sides[1], sides[3]), max(sides[1], sides[3]))
        return "[[\(shown(west)), \(shown(south))], [\(shown(east)), \(shown(north))]]"
    }

    /// The names that sites have in braces. They are of the whole scenario: made once, not for each of thousands of portals.
    static func siteNames(_ portals: [Node], _ servers: [Node]) -> Names {
        Names(
            ["portal", "server"] + portals.map { "portal.\($0["name"]?.text ?? "portal")" }
                + servers.enumerated().map {
                    "server.\($0.element["name"]?.text ?? ($0.offset == 0 ? "gis" : "gis\($0.offset + 1)"))"
                })
    }

    /// Checks groups and items beyond the tables: owners, groups and sites that do not exist.
    mutating func checkContent(_ portal: Node, sites: Names) {
        let users = Names(portal["users"]?.nodes.compactMap { $0["username"]?.text } ?? [])
        let people = (portal["groups"]?.nodes ?? []).flatMap {
            [$0["owner"]].compactMap(\.self) + ($0["admins"]?.nodes ?? [])
        }
        for person in people + (portal["items"]?.nodes ?? []).compactMap({ $0["owner"] }) {
            guard let name = person.text, !users.contains(name) else { continue }
            fail(
                person, "the portal has no user \"\(name)\"", suggestion: users.nearest(to: name))
        }
        checkRoles(portal)
        for item in portal["items"]?.nodes ?? [] {
            for node in [item["url"], item["data"]].compactMap(\.self) { checkSites(node, sites) }
        }
        if let services = portal["org"]?["helperServices"] { checkSites(services, sites) }
    }

    /// Reports privileges that there are not, and roles that the portal does not have.
    private mutating func checkRoles(_ portal: Node) {
        let roles = portal["roles"]?.nodes ?? []
        for privilege in roles.flatMap({ $0["privileges"]?.nodes ?? [] }) {
            guard let name = privilege.text, !Privileges.all.contains(name) else { continue }
            fail(
                privilege, "there is no privilege \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: Array(Privileges.all)))
        }
        let known = Names(
            (roles.flatMap { [$0["name"], $0["id"]] } + []).compactMap { $0?.text }
                + Privileges.standing.flatMap { [$0.name, $0.id] })
        for node in (portal["users"]?.nodes ?? []).compactMap({ $0["customRole"] }) {
            guard let name = node.text, !known.contains(name) else { continue }
            fail(node, "the portal has no role \"\(name)\"", suggestion: known.nearest(to: name))
        }
    }

    /// Reports unknown sites in braces. Braces are common in data; those that begin like a site's are meant as one.
    private mutating func checkSites(_ node: Node, _ sites: Names) {
        // Few texts have a brace, and to make a regular expression for each would be a twentieth of a start.
        if let text = node.text, text.utf8.contains(UInt8(ascii: "{")) {
            for match in text.matches(of: /\{((?:portal|server)(?:\.[A-Za-z0-9_.-]+)?)\}/) {
                let name = String(match.1)
                if !sites.contains(name) {
                    fail(
                        node, "{\(name)} is not defined here",
                        suggestion: sites.nearest(to: name).map { "{\($0)}" })
                }
            }
        }
        for inner in node.nodes { checkSites(inner, sites) }
        for entry in node.entries { checkSites(entry.node, sites) }
    }
}

extension ContentItem {
    /// Returns the keywords that a portal gives a web map itself (inferred from items of ArcGIS Online).
    static func keywords(ofType type: String) -> [String] {
        switch type {
        case "Web Map": ["ArcGIS Online", "Explorer Web Map", "Map", "Online Map", "Web Map"]
        // Captured (docs/reference/sharing.md#k9).
        case "API Key": ["API Key", "Registered App"]
        case "Application": ["Application", "Registered App"]
        default: []
        }
    }
}
