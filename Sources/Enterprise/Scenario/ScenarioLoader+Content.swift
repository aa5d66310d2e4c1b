// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// Decoding of the groups and items of a portal.
extension ScenarioLoader {
    func group(_ node: Node) -> Scenario.Group {
        var group = Scenario.Group(
            id: node["id"]?.text ?? "", title: node["title"]?.text ?? node["id"]?.text ?? "",
            members: node["members"]?.texts ?? [])
        group.owner = node["owner"]?.text
        group.admins = node["admins"]?.texts ?? []
        group.description = node["description"]?.text
        group.snippet = node["snippet"]?.text
        group.tags = node["tags"]?.texts ?? []
        group.access = node["access"]?.text.flatMap(Scenario.Group.Access.init) ?? .organization
        group.isInvitationOnly = node["isInvitationOnly"]?.truth ?? true
        return group
    }

    mutating func item(_ node: Node, _ portal: String) -> ContentItem {
        let (title, type) = (node["title"]?.text ?? "", node["type"]?.text ?? "")
        let made = Hex.encode(Digest.sha256(Array("\(portal)/\(type)/\(title)".utf8)).prefix(16))
        var item = ContentItem(id: node["id"]?.text ?? made, title: title, type: type)
        item.owner = node["owner"]?.text
        item.folder = node["folder"]?.text
        item.access = access(node["access"])
        item.alsoSharedWith = node["groups"]?.texts ?? []
        if item.access == .owner, !item.alsoSharedWith.isEmpty {
            (item.access, item.alsoSharedWith) = (.groups(item.alsoSharedWith), [])
        }
        item.url = node["url"]?.text
        item.name = node["name"]?.text
        item.description = node["description"]?.text
        item.snippet = node["snippet"]?.text
        item.tags = node["tags"]?.texts ?? []
        item.typeKeywords = node["typeKeywords"]?.texts ?? ContentItem.keywords(ofType: type)
        item.categories = node["categories"]?.texts ?? []
        item.spatialReference = node["spatialReference"]?.text
        item.accessInformation = node["accessInformation"]?.text
        item.licenseInfo = node["licenseInfo"]?.text
        item.culture = node["culture"]?.text
        item.properties = node["properties"]?.json
        item.created = instant(node["created"])
        item.modified = instant(node["modified"])
        item.extent = extent(node["extent"])
        if let thumbnail = node["thumbnail"], let bytes = file(thumbnail) {
            let name = thumbnail.text?.split(separator: "/").last.map(String.init) ?? ""
            item.thumbnail = ContentItem.Thumbnail(name: name, bytes: bytes)
        }
        if let data = node["data"] { item.data = self.data(data) }
        return item
    }

    private mutating func data(_ node: Node) -> ContentItem.Data {
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

    private mutating func instant(_ node: Node?) -> Instant? {
        guard let node, let text = node.text else { return nil }
        if let instant = ISO8601.instant(text) { return instant }
        fail(node, "\"\(text)\" is no instant", suggestion: ISO8601.instant(meant: text) ?? "2016-01-26T17:29:00Z")
        return nil
    }

    private mutating func extent(_ node: Node?) -> Envelope? {
        guard let node else { return nil }
        let sides = (node.json.elements ?? []).flatMap { $0.elements ?? [] }.compactMap(\.double)
        guard sides.count == 4, sides[0] <= sides[2], sides[1] <= sides[3] else {
            fail(
                node, "\"extent\" is two corners: [[west, south], [east, north]]", suggestion: Self.corners(sides))
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

    /// Checks groups and items beyond the tables: owners, groups and sites that do not exist.
    mutating func checkContent(_ portal: Node, _ portals: [Node], _ servers: [Node]) {
        let users = portal["users"]?.nodes.compactMap { $0["username"]?.text } ?? []
        let people = (portal["groups"]?.nodes ?? []).flatMap {
            [$0["owner"]].compactMap(\.self) + ($0["admins"]?.nodes ?? [])
        }
        for person in people + (portal["items"]?.nodes ?? []).compactMap({ $0["owner"] }) {
            guard let name = person.text, !users.contains(name) else { continue }
            fail(
                person, "the portal has no user \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: users))
        }
        let sites = Set(
            ["portal", "server"] + portals.map { "portal.\($0["name"]?.text ?? "portal")" }
                + servers.enumerated().map {
                    "server.\($0.element["name"]?.text ?? ($0.offset == 0 ? "gis" : "gis\($0.offset + 1)"))"
                })
        for item in portal["items"]?.nodes ?? [] {
            for node in [item["url"], item["data"]].compactMap(\.self) { checkSites(node, sites) }
        }
        if let services = portal["org"]?["helperServices"] { checkSites(services, sites) }
    }

    /// Reports unknown sites in braces. Braces are common in data; those that begin like a site's are meant as one.
    private mutating func checkSites(_ node: Node, _ sites: Set<String>) {
        if let text = node.text {
            for match in text.matches(of: /\{((?:portal|server)(?:\.[A-Za-z0-9_.-]+)?)\}/) {
                let name = String(match.1)
                if !sites.contains(name) {
                    fail(
                        node, "nothing is called {\(name)} here",
                        suggestion: Suggestion.nearest(to: name, among: sites).map { "{\($0)}" })
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
        type == "Web Map" ? ["ArcGIS Online", "Explorer Web Map", "Map", "Online Map", "Web Map"] : []
    }
}
