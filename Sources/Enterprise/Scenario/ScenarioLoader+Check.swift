// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Checks beyond the tables: duplicate names, colliding contexts, versions without a portal.
extension ScenarioLoader {
    mutating func check(_ root: Node) {
        let portals = root["portals"]?.nodes ?? root["portal"].map { $0.isNull ? [] : [$0] } ?? []
        let servers = root["servers"]?.nodes ?? []
        unique(portals, "name", "portal")
        unique(servers, "name", "server")
        // Of each, what all portals share is looked up, not listed again.
        let sites = Self.siteNames(portals, servers)
        let everyGroup = Self.groups(of: portals)
        let everyUser = Names(portals.flatMap { $0["users"]?.nodes ?? [] }.compactMap { $0["username"]?.text })
        for portal in portals {
            unique(portal["users"]?.nodes ?? [], "username", "user")
            unique(portal["groups"]?.nodes ?? [], "id", "group")
            unique(portal["apps"]?.nodes ?? [], "clientId", "app")
            unique(portal["items"]?.nodes ?? [], "id", "item")
            let own = Self.groups(of: [portal])
            for item in portal["items"]?.nodes ?? [] {
                groups(item["access"], own)
                groups(item, own)
            }
            checkContent(portal, sites: sites)
            context(portal)
            members(portal)
            release(portal)
        }
        for server in servers {
            unique(server["users"]?.nodes ?? [], "username", "user")
            unique(server["services"]?.nodes ?? [], "name", "service")
            context(server)
            release(server: server)
            for service in server["services"]?.nodes ?? [] {
                unique(service["layers"]?.nodes ?? [], "id", "layer")
                name(service)
                groups(service["access"], everyGroup)
                groups(service["item"]?["access"], everyGroup)
                owner(service, everyUser)
                idle(service: service)
                let version = server["version"]?.text.flatMap(Version.init) ?? .newest
                for layer in service["layers"]?.nodes ?? [] { idle(layer: layer, of: service, version) }
            }
        }
        contexts(portals, servers)
    }

    private mutating func unique(_ nodes: [Node], _ key: String, _ what: String) {
        var seen: [JSON: Position] = [:]
        seen.reserveCapacity(nodes.count)
        // All names are needed once there is a duplicate, which there usually is not.
        var names: Set<JSON>?
        for node in nodes {
            guard let name = node[key] else { continue }
            let json = name.json
            guard let first = seen[json] else {
                seen[json] = name.position
                continue
            }
            let known = names ?? Set(nodes.compactMap { $0[key]?.json })
            names = known
            fail(
                name, "the \(what) \"\(name.scalar)\" is a duplicate of the one in line \(first.line)",
                suggestion: Self.another(json, besides: known))
        }
    }

    /// Returns the next unused name or number.
    private static func another(_ name: JSON, besides known: Set<JSON>) -> String? {
        let number = name.integer
        let candidates = (2...known.count + 2).lazy.map { step in
            number.map { JSON.int($0 &+ step - 1) } ?? .string("\(name.text ?? "")\(step)")
        }
        return candidates.first { !known.contains($0) }.map { $0.text ?? "\($0.integer ?? 0)" }
    }

    private mutating func context(_ site: Node) {
        guard let node = site["context"], let text = node.text else { return }
        let isSegment =
            !text.isEmpty
            && text.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || [45, 46, 95].contains($0) }
        if !isSegment || text.hasPrefix("_") || text.lowercased() == "idp" {
            fail(
                node, "\"context\": \"\(text)\" cannot be the first segment of a path",
                suggestion: Self.segment(text, taken: "idp"))
        }
    }

    /// Returns its letters, digits and hyphens as a path segment.
    private static func segment(_ text: String, taken: String) -> String? {
        let kept = text.utf8.map { ASCII.isLetter($0) || ASCII.isDigit($0) ? Character(UnicodeScalar($0)) : "-" }
        let trimmed = String(kept.drop { $0 == "-" })
        return trimmed.isEmpty ? nil : trimmed.lowercased() == taken ? "\(trimmed)2" : trimmed
    }

    private mutating func members(_ portal: Node) {
        let groups = portal["groups"]?.nodes ?? []
        guard !groups.isEmpty else { return }
        let users = Names(portal["users"]?.nodes.compactMap { $0["username"]?.text } ?? [])
        for group in groups {
            for member in group["members"]?.nodes ?? [] where !users.contains(member.text ?? "") {
                fail(
                    member, "the portal has no user \"\(member.text ?? "")\"",
                    suggestion: users.nearest(to: member.text ?? ""))
            }
        }
    }

    private mutating func name(_ service: Node) {
        guard let node = service["name"], let text = node.text else { return }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count > 2 || parts.contains(where: \.isEmpty) {
            let named = parts.filter { !$0.isEmpty }
            let rest = named.dropFirst().joined(separator: "_")
            fail(
                node, "\"name\": \"\(text)\" is neither Name nor Folder/Name",
                suggestion: named.first.map { rest.isEmpty ? String($0) : "\($0)/\(rest)" })
        }
    }

    /// Checks releases before 10.3.1, which have only standalone servers.
    private mutating func release(_ portal: Node) {
        if let version = portal["version"], let known = version.text.flatMap(Version.init), !known.hasPortal {
            fail(
                version, "\(known) is a release of servers only; portals exist from 10.3.1 on", suggestion: "10.3.1")
        }
    }

    private mutating func release(server: Node) {
        guard let known = server["version"]?.text.flatMap(Version.init), !known.hasPortal else { return }
        if let federated = server["federated"], federated.truth != false {
            fail(
                federated, "a server of \(known) is always standalone here; federation exists from 10.3.1 on",
                suggestion: "false")
        }
        if known == .v10_3, let get = server["tokens"]?["allowHttpGet"], get.truth == true {
            fail(
                get, "10.3 cannot issue tokens for GET; earlier and later releases can",
                suggestion: "false")
        }
    }

    private mutating func owner(_ service: Node, _ users: Names) {
        guard let owner = service["owner"], let name = owner.text, !users.contains(name) else { return }
        fail(owner, "no portal has a user \"\(name)\"", suggestion: users.nearest(to: name))
    }

    private static func groups(of portals: [Node]) -> Names {
        Names(portals.flatMap { $0["groups"]?.nodes ?? [] }.compactMap { $0["id"]?.text })
    }

    private mutating func groups(_ access: Node?, _ known: Names) {
        for group in access?["groups"]?.nodes ?? [] where !known.contains(group.text ?? "") {
            fail(
                group, "no group is named \"\(group.text ?? "")\"",
                suggestion: known.nearest(to: group.text ?? ""))
        }
    }

    /// Reports two sites with the same context on one listener, which cannot be told apart.
    private mutating func contexts(_ portals: [Node], _ servers: [Node]) {
        var seen: [String: Node] = [:]
        for (site, standard) in portals.map({ ($0, "portal") }) + servers.map({ ($0, "arcgis") }) {
            let ports = "\(site["httpPort"]?.integer ?? -1)/\(site["httpsPort"]?.integer ?? -1)"
            // Port 0 picks a free port, which no other site has.
            if site["httpPort"]?.integer == 0 || site["httpsPort"]?.integer == 0 { continue }
            let context = site["context"]?.text ?? standard
            let key = "\(context.lowercased()) \(ports)"
            if let first = seen[key] {
                fail(
                    site["context"] ?? site,
                    "two sites have the context \"\(context)\" on one port, here and in line \(first.position.line); "
                        + "give one a context or a port of its own",
                    suggestion: site["context"] == nil ? nil : "\(context)2")
            } else {
                seen[key] = site["context"] ?? site
            }
        }
    }
}
