// SPDX-License-Identifier: Apache-2.0

import Formats

/// Where an answer leads.
enum Links {
    private static let host = "h.example"

    /// Returns the targets that JSON names: URLs of the same host, and what descriptions list below themselves.
    static func of(_ json: JSON, at target: String) -> [String] {
        let path = String(target.prefix { $0 != "?" })
        let root = path.hasSuffix("/") ? String(path.dropLast()) : path
        var links = urls(json, at: target)
        for key in ["resources", "tasks"] {
            links += (json[key]?.elements ?? []).compactMap(\.text).map { "\(root)/\($0)" }
        }
        for folder in (json["folders"]?.elements ?? []).compactMap(\.text) { links.append("\(root)/\(folder)") }
        for key in ["layers", "tables"] where root.hasSuffix("Server") {
            links += (json[key]?.elements ?? []).compactMap { $0["id"]?.integer }.map { "\(root)/\($0)" }
        }
        for service in json["services"]?.elements ?? [] {
            if let name = service["name"]?.text, let type = service["type"]?.text {
                links.append("/arcgis/rest/services/\(name)/\(type)")
            } else if let name = service["serviceName"]?.text, let type = service["type"]?.text {
                links += ["\(root)/\(name).\(type)", "\(root)/\(name).\(type)/status"]
            }
        }
        for machine in json["machines"]?.elements ?? [] where root.hasSuffix("admin/machines") {
            if let name = machine["machineName"]?.text, !root.contains("portaladmin") {
                links.append("\(root)/\(name)")
            }
        }
        for item in json["results"]?.elements ?? [] {
            if let id = item["id"]?.text { links.append("/portal/sharing/rest/content/items/\(id)") }
        }
        return links
    }

    private static func urls(_ json: JSON, at target: String) -> [String] {
        switch json {
        case .string(let text):
            text.contains("://") && !text.contains(" ") ? local(text, at: target).map { [$0] } ?? [] : []
        case .array(let elements): elements.flatMap { urls($0, at: target) }
        case .object(let members): members.flatMap { urls($0.value, at: target) }
        default: []
        }
    }

    /// Returns the addresses in `href` and `action`.
    static func of(page: String, at target: String) -> [String] {
        [" href=\"", " action=\"", " src=\""].flatMap { mark in
            page.split(separator: mark, omittingEmptySubsequences: false).dropFirst().compactMap { part in
                let text = String(part.prefix { $0 != "\"" }).replacing("&amp;", with: "&").replacing(
                    "&#39;", with: "'")
                return local(text, at: target)
            }
        }
    }

    /// Returns the target of a link on the same host, without its token and format; `nil`: it leads elsewhere.
    static func local(_ link: String, at target: String) -> String? {
        let base = String(target.prefix { $0 != "?" })
        var path: String
        if link.hasPrefix("data:") || link.hasPrefix("wss:") { return nil }
        if let scheme = link.firstRange(of: "://") {
            let rest = link[scheme.upperBound...]
            guard rest.prefix(while: { $0 != "/" }) == host else { return nil }
            path = String(rest.drop { $0 != "/" })
        } else if link.hasPrefix("/") {
            path = link
        } else if link.hasPrefix("?") {
            path = base + link
        } else {
            path = base[...(base.lastIndex(of: "/") ?? base.startIndex)] + link
        }
        // Most applications of a portal's home are not there.
        if [
            "/portal", "/portal/", "/portal/images", "/portal/portalhelp/", "/arcgis", "/arcgis/",
            "/arcgis/services",
        ].contains(path)
            || isApplication(path) || path.hasPrefix("/arcgis/services/")
        {
            return nil
        }
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let query = parts.count < 2 ? [] : Form.parse(parts[1]).filter { $0.name != "token" && $0.name != "redirect" }
        let kept = query.isEmpty ? "" : "?" + Form.encode(query.map { ($0.name, $0.value) })
        return (parts.first ?? path) + kept
    }

    /// Whether a path is an application's, such as the map viewer.
    private static func isApplication(_ path: String) -> Bool {
        let known = ["", "item.html", "user.html", "group.html", "signin.html"]
        guard path.hasPrefix("/portal/home/") else { return false }
        return !known.contains(String(path.dropFirst("/portal/home/".count).prefix { $0 != "?" }))
    }
}
