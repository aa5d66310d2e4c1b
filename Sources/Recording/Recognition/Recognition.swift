// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// What a recording tells of a deployment: its sites, their releases, users, apps and services.
package struct Recognition: Sendable {
    package private(set) var sites: [RecordedSite] = []
    /// The exchanges that belong to a site, or to the identity provider beside one.
    package private(set) var exchanges: [RecordedExchange] = []
    /// The number of exchanges that were left out, by the reason.
    package private(set) var leftOut: [String: Int] = [:]

    package var portals: [RecordedSite] { sites.filter { $0.kind == .portal } }
    package var servers: [RecordedSite] { sites.filter { $0.kind == .server } }

    /// Recognizes a deployment in exchanges whose words have their aliases already.
    package init(_ all: [RecordedExchange]) {
        // Clients ask a portal for rest/info, too, so that portals are found first.
        for kind in [RecordedSite.Kind.portal, .server] {
            for exchange in all where !Self.isStatic(exchange) { place(exchange, as: kind) }
        }
        let hosts = Set(sites.map(\.host))
        for exchange in all {
            if let reason = reason(exchange, hosts) {
                leftOut[reason, default: 0] += 1
            } else {
                exchanges.append(exchange)
            }
        }
        for exchange in exchanges { learn(exchange) }
        settle()
    }

    /// Returns the index of the site to which a URL belongs.
    package func site(of url: WebURL) -> Int? {
        let segments = Target(url.target).segments
        let host = url.host.lowercased()
        if let (kind, count) = RecordedSite.place(segments) {
            let context = segments.prefix(count).map { $0.lowercased() }
            if let found = sites.firstIndex(where: {
                $0.kind == kind && $0.host == host && $0.context.map { $0.lowercased() } == context
            }) {
                return found
            }
        }
        return sites.firstIndex { site in
            site.host == host && !site.context.isEmpty
                && segments.prefix(site.context.count).map { $0.lowercased() } == site.context.map { $0.lowercased() }
        }
    }

    private mutating func place(_ exchange: RecordedExchange, as wanted: RecordedSite.Kind) {
        let segments = exchange.segments
        let host = exchange.url.host.lowercased()
        guard sites.count < 40, let (kind, count) = RecordedSite.place(segments), kind == wanted,
            site(of: exchange.url) == nil,
            !host.hasSuffix("arcgisonline.com"), host != "basemaps.arcgis.com"
        else { return }
        var site = RecordedSite(kind: kind, host: host, context: Array(segments.prefix(count)))
        if kind == .portal, host.hasSuffix(".arcgis.com") { site.version = Version.online.name }
        sites.append(site)
    }

    private func reason(_ exchange: RecordedExchange, _ hosts: Set<String>) -> String? {
        if exchange.method == "OPTIONS" { return "preflights" }
        if Self.isStatic(exchange) { return "files of a page" }
        if site(of: exchange.url) != nil { return nil }
        if exchange.segments.first == "idp", hosts.contains(exchange.url.host.lowercased()) { return nil }
        return "requests to other sites"
    }

    private static let endings = [
        ".js", ".css", ".png", ".svg", ".ico", ".woff", ".woff2", ".ttf", ".map", ".html", ".gif", ".jpg", ".wasm",
    ]

    private static func isStatic(_ exchange: RecordedExchange) -> Bool {
        // The alias of a name of a file has the length of the name, so the type says what the ending would.
        let type = MediaType(exchange.answer?.field("content-type") ?? "")?.essence ?? ""
        let isFile =
            ["text/css", "application/javascript", "text/javascript", "application/x-javascript"].contains(type)
            || type.hasPrefix("font/")
        let last = exchange.segments.last?.lowercased() ?? ""
        let isCall = exchange.segments.contains {
            ["rest", "sharing", "admin", "portaladmin"].contains($0.lowercased())
        }
        return isFile && exchange.parameter("callback") == nil && !isCall
            || !isCall && endings.contains { last.hasSuffix($0) } || last.hasPrefix("favicon")
    }

    // MARK: what each exchange tells

    private mutating func learn(_ exchange: RecordedExchange) {
        guard let index = site(of: exchange.url) else { return }
        let json = exchange.answer?.json
        let isRefused =
            json?["error"] != nil || json?["status"]?.text == "error" || (exchange.answer?.status ?? 200) >= 400
        let segments = exchange.segments.dropFirst(sites[index].context.count).map { $0.lowercased() }
        learnUsers(exchange, json, isRefused, segments, at: index)
        // A service that asks for a token is there.
        let refusals = [401, 403, 498, 499]
        if isRefused, let (name, type, _) = RecordedService.parse(exchange.segments), let answer = exchange.answer,
            refusals.contains(answer.status) || answer.errorCode.map(refusals.contains) ?? false
        {
            service(name, type, at: index) { _ in }
        }
        guard let json, !isRefused else { return }
        switch sites[index].kind {
        case .portal: learnPortal(json, segments, at: index)
        case .server: learnServer(exchange, json, segments, at: index)
        }
    }

    private mutating func learnUsers(
        _ exchange: RecordedExchange, _ json: JSON?, _ isRefused: Bool, _ segments: [String], at index: Int
    ) {
        if let id = exchange.parameter("client_id"), !id.isEmpty {
            var app = sites[index].apps.first { $0.clientID == id } ?? RecordedApp(id)
            app.secret = exchange.parameter("client_secret") ?? app.secret
            if let uri = exchange.parameter("redirect_uri"), !app.redirectURIs.contains(uri) {
                app.redirectURIs.append(uri)
            }
            sites[index].apps.removeAll { $0.clientID == id }
            sites[index].apps.append(app)
        }
        guard let username = exchange.parameter("username"), !username.isEmpty,
            let password = exchange.parameter("password")
        else { return }
        // A page that signs in leads on; where it comes again, the password was wrong.
        let isLed = (300..<400).contains(exchange.answer?.status ?? 0) && segments.first != "rest"
        let isIn = !isRefused && (json?["token"] != nil || json?["access_token"] != nil || isLed)
        if sites[index].kind == .server {
            sites[index].givesTokens = sites[index].givesTokens || isIn
            if segments.first == "admin" {
                if isIn {
                    var user = RecordedUser(username)
                    user.password = password
                    sites[index].administrator = user
                }
                return
            }
        }
        change(username, at: index) { user in
            guard isIn else { return }
            user.password = password
            user.isKnown = true
        }
    }

    private mutating func change(_ username: String, at index: Int, _ change: (inout RecordedUser) -> Void) {
        let known = sites[index].users.firstIndex { $0.username.lowercased() == username.lowercased() }
        guard known != nil || sites[index].users.count < 500 else { return }
        let place = known ?? sites[index].users.count
        if known == nil { sites[index].users.append(RecordedUser(username)) }
        change(&sites[index].users[place])
    }

    private mutating func learnPortal(_ json: JSON, _ segments: [String], at index: Int) {
        let said = json["enterpriseVersion"]?.text ?? json["currentVersion"].map(Self.spelled)
        if let said, let version = Self.portalVersion(said) { sites[index].version = sites[index].version ?? version }
        for described in [json, json["user"]].compactMap({ $0 }) {
            guard let username = described["username"]?.text, let role = described["role"]?.text else { continue }
            change(username, at: index) { user in
                user.isKnown = true
                user.role = role
                user.fullName = described["fullName"]?.text ?? user.fullName
                user.email = described["email"]?.text ?? user.email
                user.isEnterprise = described["provider"]?.text == "enterprise"
            }
        }
        guard segments.last == "servers" else { return }
        for server in json["servers"]?.elements ?? [] {
            guard let url = server["url"]?.text.flatMap(WebURL.init) else { continue }
            let context = Target(url.target).segments
            let isHosting = server["isHosted"] == .bool(true)
            if let known = sites.firstIndex(where: {
                $0.kind == .server && $0.host == url.host.lowercased() && $0.context == context
            }) {
                sites[known].isHosting = isHosting
                sites[known].owner = sites[index].host
            }
        }
    }

    private mutating func learnServer(_ exchange: RecordedExchange, _ json: JSON, _ segments: [String], at index: Int) {
        let said = json["fullVersion"]?.text ?? json["currentVersion"].map(Self.spelled)
        if let said, let version = Self.serverVersion(said) { sites[index].version = sites[index].version ?? version }
        if let owner = json["owningSystemUrl"]?.text.flatMap(WebURL.init) {
            sites[index].owner = owner.host.lowercased()
        }
        if let (name, type, rest) = RecordedService.parse(exchange.segments) {
            let isOpen =
                exchange.parameter("token") == nil && exchange.field("authorization") == nil
                && exchange.field("x-esri-authorization") == nil && exchange.field("cookie") == nil
            service(name, type, at: index) { service in
                if isOpen { service.isPublic = true }
                if rest.isEmpty { service.root = json }
                if let layer = rest.first.flatMap({ Int($0) }), rest.count == 1 { service.layers[layer] = json }
            }
        }
        for listed in json["services"]?.elements ?? [] {
            guard let name = listed["name"]?.text, let type = listed["type"]?.text else { continue }
            service(name, type, at: index) { _ in }
        }
    }

    private mutating func service(
        _ name: String, _ type: String, at index: Int, _ change: (inout RecordedService) -> Void
    ) {
        let known = sites[index].services.firstIndex { $0.name.lowercased() == name.lowercased() }
        guard known != nil || sites[index].services.count < 300 else { return }
        let place = known ?? sites[index].services.count
        if known == nil { sites[index].services.append(RecordedService(name: name, types: [type])) }
        if !sites[index].services[place].types.contains(type) { sites[index].services[place].types.append(type) }
        change(&sites[index].services[place])
    }

    // MARK: names and releases

    static func spelled(_ json: JSON) -> String { json.text ?? String(decoding: JSONWriter.json(json), as: UTF8.self) }

    private static func portalVersion(_ said: String) -> String? {
        (Version.known.first { $0.portal == said } ?? Version(said) ?? Version.known.first { $0.full == said })
            .flatMap { $0.hasPortal ? $0.name : nil }
    }

    private static func serverVersion(_ said: String) -> String? {
        (Version.known.first { $0.full == said } ?? Version.known.first { $0.number == said }
            ?? Version.nearest(to: said))
            .map(\.name)
    }

    /// Gives the sites their names, and a server without a release that of its portal.
    private mutating func settle() {
        var roots: Set<String> = []
        for index in sites.indices {
            let kind = sites[index].kind
            let number = sites[..<index].count { $0.kind == kind }
            sites[index].name = (kind == .portal ? "portal" : "gis") + (number == 0 ? "" : "\(number + 1)")
            var root = sites[index].root
            while !roots.insert(root.lowercased()).inserted { root += "\(number + 1)" }
            sites[index].context = sites[index].context.isEmpty ? [] : sites[index].context
            sites[index].scenarioRoot = root
        }
        let release = sites.first { $0.kind == .server && $0.version != nil }?.version
        for index in sites.indices where sites[index].version == nil {
            let fitting = sites[index].kind == .server ? portals.first { $0.version != nil }?.version : release
            guard let fitting, let version = Version(fitting) else { continue }
            if sites[index].kind == .server || version.hasPortal { sites[index].version = fitting }
        }
    }
}
