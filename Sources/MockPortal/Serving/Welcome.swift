// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts

/// What `serve` shows on a terminal: where everything is, who may sign in, and what to try.
///
/// Passwords are those of the scenario, which anybody can read there, and of a deployment that ends with the command. They
/// are shown where nobody but this machine reaches it.
package struct Welcome {
    private let scenario: Scenario
    private let sites: Sites
    private let ca: String?
    private let showsPasswords: Bool
    private let hasInspector: Bool
    private let isColored: Bool

    /// The most users that are shown; the ready file and `/_mock/ready` have all.
    private static let most = 12

    package init(_ portal: MockEnterprise, isColored: Bool = false) {
        scenario = portal.scenario
        sites = portal.sites
        ca = portal.instance.current.ca
        let options = portal.instance.options
        showsPasswords =
            options.controlToken == nil && options.names.isEmpty && options.publicString == nil
            && options.hosts.allSatisfy { $0.hasPrefix("127.") || $0 == "::1" }
        hasInspector = options.servesInspector
        self.isColored = isColored
    }

    package var text: String {
        var rows: [(String, String, String)] = []
        for (portal, site) in zip(scenario.portals, sites.portals) {
            rows.append(("Portal", site.url, portal.release.name))
        }
        for (server, site) in zip(scenario.servers, sites.servers) {
            let kind = server.federation?.isFederated ?? false ? "federated" : "alone"
            rows.append(("Server", site.url, "\(server.name), \(server.release.name), \(kind)"))
        }
        rows.append(("Trust", ca ?? "\(sites.http)/_mock/ca.pem", "the authority of the certificates"))
        rows.append(
            hasInspector
                ? ("Inspector", "\(sites.http)/_mock/", "what comes, and why it is refused, in a browser")
                : ("Control", "\(sites.http)/_mock", "journal, clock, faults, events"))
        if showsPasswords {
            rows += people
        } else {
            rows.append(("Users", "\(sites.http)/_mock/ready", "and their passwords"))
        }
        let title = scenario.title.isEmpty ? "" : ": \(scenario.title)"
        let head = bold("MockPortal \(MockEnterprise.version) serves \(scenario.name)") + title
        return ([head, ""] + table(rows) + [""] + tries + ["", "Ctrl-C ends it, and nothing remains.", ""])
            .joined(separator: "\n")
    }

    /// Users, site administrators and apps, with what they sign in by.
    private var people: [(String, String, String)] {
        var rows: [(String, String, String)] = []
        for portal in scenario.portals {
            rows += portal.users.map { user in
                let provider = (user.provider ?? .arcgis).rawValue
                return ("Users", "\(user.username) / \(user.password)", "\((user.role ?? .user).rawValue), \(provider)")
            }
        }
        for server in scenario.servers {
            rows += server.users.map { ("Users", "\($0.username) / \($0.password)", "store of \(server.name)") }
        }
        let left = rows.count - Self.most
        if left > 0 { rows = rows.prefix(Self.most) + [("Users", "… and \(left) more", "\(sites.http)/_mock/ready")] }
        for server in scenario.servers {
            guard let admin = server.siteAdministrator else { continue }
            rows.append(("Site", "\(admin.username) / \(admin.password)", "administrator of \(server.name)"))
        }
        for app in scenario.portals.flatMap(\.apps) {
            rows.append(("App", "\(app.clientID) / \(app.secret)", "OAuth 2.0"))
        }
        return rows
    }

    private var tries: [String] {
        var lines: [String] = []
        if let portal = sites.portals.first {
            lines.append("curl '\(portal.plainURL)/sharing/rest/portals/self?f=json'")
        }
        let services = zip(scenario.servers, sites.servers).flatMap { server, site in
            server.services.map { (site, $0) }
        }
        if let (site, service) = services.first {
            lines.append("curl -i '\(site.plainURL)/rest/services/\(service.name)/\(service.kind)?f=json'")
        }
        lines += ["mock-portal find 498 Invalid Token", "mock-portal check \(scenario.name)"]
        return lines.enumerated().map { "  \($0.offset == 0 ? bold("Try        ") : "           ")\($0.element)" }
    }

    /// Returns the rows in columns; of rows with the same label only the first has it.
    private func table(_ rows: [(String, String, String)]) -> [String] {
        let width = rows.map(\.1.count).filter { $0 <= 60 }.max() ?? 0
        var last = ""
        return rows.map { label, value, about in
            let shown = label == last ? "" : label
            last = label
            let blanks = String(repeating: " ", count: max(0, width - value.count))
            return "  \(bold(shown + String(repeating: " ", count: 11 - shown.count)))\(value)\(blanks)  \(about)"
        }
    }

    private func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
