// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

extension Deployment {
    /// Creates a deployment from a scenario; its layers are shared, not copied.
    ///
    /// `seed` is the scenario's, or the caller's choice.
    package static func grow(_ scenario: Scenario, seed: UInt64) -> Deployment {
        let portals = scenario.portals.map { written in
            var portal = Self.portal(scenario: written, quirks: scenario.quirks, seed: seed)
            // The portal is older than the scenario's start, or has a fixed date where that is the machine's time.
            portal.created =
                scenario.clock?.advanced(minutes: -30 * 24 * 60) ?? Instant(milliseconds: 1_704_067_200_000)
            fill(&portal, written)
            return portal
        }
        let servers = scenario.servers.map { written -> ServerState in
            let portal = written.federation.flatMap { federation in
                federation.isFederated
                    ? portals.firstIndex { federation.portal == nil || $0.name == federation.portal } : nil
            }
            let owner = portal.flatMap { portals[$0].accounts.list.first { $0.isAdministrator }?.username }
            return server(scenario: written, portal: portal, owner: owner, quirks: scenario.quirks, seed: seed)
        }
        var deployment = Deployment(
            portals: portals, servers: servers, seed: seed, allowedOrigins: scenario.allowedOrigins,
            explains: scenario.explains ?? true)
        deployment.ports = scenario.portals.map { $0.httpPort != nil || $0.httpsPort != nil }.map {
            $0 ? .own : .shared
        }
        deployment.serverPorts = scenario.servers.map { $0.httpPort != nil || $0.httpsPort != nil }.map {
            $0 ? .own : .shared
        }
        return deployment
    }

    private static func accounts(_ users: [Scenario.User]) -> Accounts {
        Accounts(
            users.map { user in
                Account(
                    username: user.username, password: user.password, provider: user.provider ?? .arcgis,
                    role: (user.role ?? .user).rawValue,
                    fullName: user.fullName ?? user.username,
                    email: user.email ?? "\(user.username.prefix { $0 != "@" })@example.com",
                    isDisabled: user.isDisabled ?? false, nameID: user.nameID, access: user.access,
                    description: user.description, licenseType: user.licenseType, roles: user.roles,
                    hasSecondFactor: user.hasSecondFactor,
                    oneTimeSecret: user.totpSecret.flatMap { Base32.decode($0) },
                    recoveryCodes: user.recoveryCodes, claims: user.claims, firstSignIn: user.firstSignIn,
                    storageQuota: user.storageQuota)
            })
    }

    private static func portal(
        scenario portal: Scenario.Portal, quirks: [Behavior: Choice], seed: UInt64
    ) -> PortalState {
        var apps = portal.apps.map {
            PortalState.App(clientID: $0.clientID, clientSecret: $0.secret, redirectURIs: $0.redirectURIs)
        }
        // With the out-of-band URN and the portal's own origin.
        for id in KnownNames.standingApps where !apps.contains(where: { $0.clientID == id }) {
            apps.append(
                PortalState.App(clientID: id, clientSecret: "", redirectURIs: [OAuth.outOfBand], isStanding: true))
        }
        return PortalState(
            name: portal.name, context: portal.root, profile: Profile(portal.release, quirks: quirks),
            accounts: accounts(portal.users), apps: apps,
            groups: portal.groups,
            issuer: Issuer(.portal, name: "portal/\(portal.name)", seed: seed), isSSLOnly: portal.isHTTPSOnly ?? false,
            maximumMinutes: portal.maximumMinutes, publicURL: portal.publicURL, organization: portal.organization,
            hasBuiltInLogins: portal.logins?.builtIn ?? true,
            oidcName: portal.logins?.openIDConnect, saml: portal.saml, webTier: portal.webTier,
            condition: portal.availability,
            hasSite: portal.hasSite, year: portal.year ?? SharingRelease.newestYear)
    }

    /// Fills in content, and the first administrator as owner where none is named.
    private static func fill(_ portal: inout PortalState, _ written: Scenario.Portal) {
        portal.roles += written.roles.map { role in
            CustomRole(
                id: role.id ?? FederatedServers.id("role/\(written.name)/\(role.name)"), name: role.name,
                description: role.description, privileges: role.privileges.sorted())
        }
        for (number, user) in written.users.enumerated() {
            guard let name = user.customRole else { continue }
            let role = portal.roles.first { $0.name == name || $0.id == name }
            portal.accounts[number].role = role?.id ?? portal.accounts[number].role
        }
        let owner = portal.accounts.list.first { $0.isAdministrator }?.username
        for index in portal.groups.indices { portal.groups[index].owner = portal.groups[index].owner ?? owner }
        portal.items = written.items.map { $0.grown(in: written.name) }
        for index in portal.items.indices { portal.items[index].owner = portal.items[index].owner ?? owner }
        portal.helperServices = written.helperServices
        portal.properties = written.properties
        (portal.adaptorHosts, portal.directHosts) = (written.adaptorHosts, written.directHosts)
        portal.oidcFaults = written.logins?.oidcFaults ?? []
        portal.oidc = written.logins.flatMap { $0.oidc.issuer.isEmpty ? nil : $0.oidc }
        portal.kerberos = written.logins?.kerberos
        portal.acceptsCertificates = written.logins?.certificates == .accept
        portal.isDisabled = written.subscription == .disabled
        portal.sharesGroupsPublicly = written.sharesGroupsPublicly
        portal.results = written.results
        portal.content.publishing = written.publishing
        // How a package is written is not state: what is published of it is.
        for package in written.publishing.packages.indices { portal.content.publishing.packages[package].layers = [] }
        portal.webhookHosts = written.webhookHosts
    }

    private static func server(
        scenario server: Scenario.Server, portal: Int?, owner: String?, quirks: [Behavior: Choice], seed: UInt64
    ) -> ServerState {
        var services: [ServiceState] = []
        for service in server.services {
            let hasFeatureServer = service.hasFeatureServer ?? (service.kind == "FeatureServer")
            var map = ServiceModel(
                name: service.name, layers: service.served, maxRecordCount: service.maxRecordCount,
                capabilities: service.capabilities, hasFeatureServer: hasFeatureServer, pasted: service.json)
            map.feature = service.feature
            map.cache = service.cache
            (map.hasWMS, map.hasKML) = (service.hasWMS, service.hasKML)
            map.hasDynamicLayers = service.hasDynamicLayers
            (map.locator, map.tasks, map.imagery) = (service.locator, service.tasks, service.imagery)
            map.canned = service.canned
            map.runtime = service.runtime
            // The scenario's own texts below override the description.
            if let described = service.described { map.describe(described) }
            map.description = service.description ?? map.description
            map.copyright = service.copyright ?? map.copyright
            if portal != nil { map.itemID = Item.id(server.name, service.name, service.kind) }
            if service.kind == "FeatureServer" {
                map.feature.capabilities = map.feature.capabilities ?? service.capabilities
            }
            var types = [service.kind]
            if hasFeatureServer, service.kind == "MapServer" { types.insert("FeatureServer", at: 0) }
            var state = ServiceState(
                name: service.name, types: types, access: service.access ?? .organization,
                itemAccess: service.itemAccess ?? service.access ?? .organization, referrers: service.referrers,
                credentials: service.credentials,
                owner: service.owner ?? owner, running: service.state ?? .started, map: map)
            state.operationTime = service.operationTime?.milliseconds ?? 0
            state.neverStarts = service.neverStarts
            services.append(state)
        }
        let federation = server.federation.flatMap { written in
            portal.map { index in
                FederationState(
                    portal: index, url: written.url, adminURL: written.adminURL,
                    owningSystemURL: written.owningSystemURL,
                    role: written.role ?? (server.isHosting ?? false ? "HOSTING_SERVER" : "FEDERATED_SERVER"),
                    hasStaleKey: written.hasStaleKey)
            }
        }
        var state = ServerState(
            name: server.name, context: server.root, machine: server.machine,
            profile: Profile(server.release, quirks: quirks), isSecured: server.isSecured ?? true,
            siteAdmin: server.siteAdministrator.map { .init(username: $0.username, password: $0.password) },
            accounts: accounts(server.users), federation: federation, isHosting: server.isHosting ?? false,
            services: services,
            issuer: Issuer(.server, name: "server/\(server.name)", seed: seed), publicURL: server.publicURL,
            hasSite: server.hasSite, hasBrokenStore: server.store == .unreachable, condition: server.availability,
            fullVersion: server.fullVersion,
            tokens: server.tokens)
        state.results = server.results
        state.operationTime = server.operationTime?.milliseconds ?? 0
        (state.license, state.platform) = (server.license, server.platform)
        return state
    }
}
