// SPDX-License-Identifier: Apache-2.0

import Formats

/// Writes portals and servers in the keys of scenario files.
struct DeploymentWriter {
    private let draft: ScenarioDraft
    private let results: ResultWriter

    init(_ draft: ScenarioDraft) {
        self.draft = draft
        results = ResultWriter(draft)
    }

    var members: [JSON.Member] {
        let recognition = draft.recognition
        let portals = recognition.sites.indices.filter { recognition.sites[$0].kind == .portal }
        let servers = recognition.sites.indices.filter { recognition.sites[$0].kind == .server }
        var members: [JSON.Member] = []
        switch portals.count {
        case 0: members.append(.init("portal", .null))
        case 1: members.append(.init("portal", portal(portals[0])))
        default: members.append(.init("portals", .array(portals.map(portal))))
        }
        if !servers.isEmpty { members.append(.init("servers", .array(servers.map(server)))) }
        return members
    }

    private func site(_ site: RecordedSite) -> [JSON.Member] {
        var members: [JSON.Member] = [.init("name", .string(site.name))]
        if let version = site.version { members.append(.init("version", .string(version))) }
        members.append(.init("context", .string(site.scenarioRoot)))
        return members
    }

    private func portal(_ index: Int) -> JSON {
        let portal = draft.recognition.sites[index]
        var members = site(portal)
        var users = portal.users.filter(\.isKnown)
        if !users.contains(where: { $0.role == "org_admin" }) {
            var administrator = RecordedUser(SignIn.stranger)
            administrator.role = "org_admin"
            if !users.contains(where: { $0.username == administrator.username }) { users.append(administrator) }
        }
        members.append(.init("users", .array(users.map { user($0, isMember: true) })))
        let apps = portal.apps.filter { !["pythonapi", "arcgisonline", "arcgispro"].contains($0.clientID) }
        if !apps.isEmpty { members.append(.init("apps", .array(apps.map(app)))) }
        if let given = results.results(ofSite: index) { members.append(.init("results", given)) }
        return .object(members)
    }

    private func user(_ user: RecordedUser, isMember: Bool) -> JSON {
        var members: [JSON.Member] = [
            .init("username", .string(user.username)), .init("password", .string(user.password ?? user.username)),
        ]
        guard isMember else { return .object(members) }
        let roles = ["org_admin", "org_publisher", "org_user", "org_viewer"]
        members.append(.init("role", .string(user.role.flatMap { roles.contains($0) ? $0 : nil } ?? "org_user")))
        if user.isEnterprise { members.append(.init("provider", .string("enterprise"))) }
        if let email = user.email, !email.isEmpty { members.append(.init("email", .string(email))) }
        if let name = user.fullName, !name.isEmpty { members.append(.init("fullName", .string(name))) }
        return .object(members)
    }

    private func app(_ app: RecordedApp) -> JSON {
        let uris = app.redirectURIs.map { uri -> String in
            let written = draft.urls.written(uri, isSecure: uri.hasPrefix("https"))
            return written.hasPrefix("{") ? "{https}" : uri
        }
        return .object([
            .init("clientId", .string(app.clientID)), .init("clientSecret", .string(app.secret ?? "none-recorded")),
            .init("redirectUris", .array((uris.isEmpty ? ["urn:ietf:wg:oauth:2.0:oob"] : uris).map(JSON.string))),
        ])
    }

    private func server(_ index: Int) -> JSON {
        let server = draft.recognition.sites[index]
        let portals = draft.recognition.portals
        var members = site(server)
        let owner = portals.first { $0.host == server.owner } ?? portals.first
        let isFederated = owner != nil && (server.owner != nil || !server.givesTokens)
        if let owner, isFederated {
            members.append(.init("federated", portals.count == 1 ? .bool(true) : .string(owner.name)))
            if server.isHosting { members.append(.init("hosting", .bool(true))) }
        }
        let administrator = server.administrator ?? RecordedUser("siteadmin")
        members.append(.init("siteAdmin", user(administrator, isMember: false)))
        if !isFederated {
            var users = server.users.filter { $0.isKnown && $0.username != administrator.username }
            if users.isEmpty { users = [RecordedUser(SignIn.stranger)] }
            members.append(.init("users", .array(users.map { user($0, isMember: false) })))
        }
        if !server.services.isEmpty {
            members.append(.init("services", .array(server.services.map { service($0, ofSite: index) })))
        }
        if let given = results.results(ofSite: index) { members.append(.init("results", given)) }
        return .object(members)
    }

    private func service(_ service: RecordedService, ofSite index: Int) -> JSON {
        var members: [JSON.Member] = [.init("name", .string(service.name)), .init("type", .string(service.type))]
        if service.hasFeatureServer { members.append(.init("featureServer", .bool(true))) }
        members.append(.init("access", .string(service.isPublic ? "public" : "org")))
        let described = LayerWriter.layers(of: service)
        if draft.describesServices, ["MapServer", "FeatureServer"].contains(service.type), !described.isEmpty {
            members.append(.init("layers", .array(described)))
        }
        if let root = results.root(of: service, ofSite: index) { members.append(.init("json", root)) }
        if let given = results.results(of: service, ofSite: index) { members.append(.init("results", given)) }
        return .object(members)
    }
}
