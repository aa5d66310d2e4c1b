// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// Decoding of the tree into values. The tree was checked against the tables: kinds fit, and required keys exist.
extension ScenarioLoader {
    mutating func decode(_ root: Node) -> Scenario {
        var scenario = Scenario()
        scenario.title = root["title"]?.text ?? ""
        if let report = root["report"] {
            scenario.report = Scenario.Report(
                url: report["url"]?.text, version: report["version"]?.text, login: report["login"]?.text,
                client: report["client"]?.text, confidence: report["confidence"]?.text)
        }
        if let clock = root["clock"], let text = clock.text {
            scenario.clock = ISO8601.instant(text)
            if scenario.clock == nil {
                fail(
                    clock, "\"clock\": \"\(text)\" is no instant",
                    suggestion: ISO8601.instant(meant: text) ?? "2016-01-26T17:29:00Z")
            }
        }
        scenario.seed = root["seed"]?.integer.map { UInt64($0) }
        scenario.explains = root["explain"]?.truth ?? true
        scenario.allowedOrigins = root["allowedOrigins"]?.texts ?? ["*"]
        let portals = root["portals"]?.nodes ?? root["portal"].map { $0.isNull ? [] : [$0] } ?? []
        scenario.portals = portals.map { portal($0) }
        scenario.servers = (root["servers"]?.nodes ?? []).enumerated().map {
            server($0.element, $0.offset, scenario.portals)
        }
        for entry in root["quirks"]?.entries ?? [] { quirk(entry, &scenario.quirks) }
        for node in root["faults"]?.nodes ?? [] { scenario.faults.append(Fault.read(node, &self)) }
        scenario.steps = (root["steps"]?.nodes ?? []).compactMap { step($0) }
        placeholders(root["steps"]?.nodes ?? [], scenario)
        events(root["steps"]?.nodes ?? [], scenario)
        faultEvents(root["faults"]?.nodes ?? [], scenario)
        faultUsers(root["faults"]?.nodes ?? [], scenario)
        certificates(root["steps"]?.nodes ?? [], scenario)
        return scenario
    }

    private mutating func quirk(_ entry: Node.Member, _ quirks: inout [Behavior: Choice]) {
        guard let behavior = Behavior(rawValue: entry.name) else {
            findings.append(
                Finding(
                    file: entry.node.file, position: entry.position, message: "there is no behavior \"\(entry.name)\"",
                    suggestion: Suggestion.nearest(to: entry.name, among: Behavior.allCases.map(\.rawValue))))
            return
        }
        let text = entry.node.text ?? ""
        guard let choice = Choice(rawValue: text), behavior.choices.contains(choice) else {
            let errorBody = behavior.choices.map(\.rawValue)
            fail(
                entry.node, "\"\(entry.name)\" is one of \(errorBody.joined(separator: ", ")), not \"\(text)\"",
                suggestion: Suggestion.nearest(to: text, among: errorBody))
            return
        }
        quirks[behavior] = choice
    }

    private func version(_ node: Node?) -> Version { node?.text.flatMap(Version.init) ?? .newest }

    private mutating func portal(_ node: Node) -> Scenario.Portal {
        var portal = Scenario.Portal()
        portal.name = node["name"]?.text ?? "portal"
        portal.version = version(node["version"])
        portal.context = node["context"]?.text ?? "portal"
        portal.httpPort = node["httpPort"]?.integer
        portal.httpsPort = node["httpsPort"]?.integer
        portal.hosts = hosts(node["hosts"])
        portal.publicURL = publicURL(node["publicURL"])
        portal.isSSLOnly = node["allSSL"]?.truth ?? false
        portal.maximumMinutes = node["maxTokenExpirationMinutes"]?.integer.flatMap { $0 < 0 ? nil : Int64($0) }
        portal.organization = node["org"]?["name"]?.text ?? "Mock Organization"
        portal.hasBuiltInLogins = node["logins"]?["builtIn"]?.truth ?? true
        portal.saml = saml(node["logins"]?["saml"])
        portal.oidcName = node["logins"]?["oidc"].map { $0["name"]?.text ?? "OpenID Connect" }
        portal.webTier = node["logins"]?["webTier"]?.text.flatMap(WebTier.init)
        portal.condition = node["state"]?.text.flatMap(SiteAvailability.init) ?? .started
        portal.hasSite = node["site"]?.truth ?? true
        portal.users = users(node["users"])
        portal.groups = (node["groups"]?.nodes ?? []).map { group($0) }
        portal.items = (node["items"]?.nodes ?? []).map { item($0, portal.name) }
        portal.helperServices = node["org"]?["helperServices"]?.json
        portal.apps = (node["apps"]?.nodes ?? []).map {
            Scenario.App(
                clientID: $0["clientId"]?.text ?? "", clientSecret: $0["clientSecret"]?.text ?? "",
                redirectURIs: $0["redirectUris"]?.texts ?? [])
        }
        return portal
    }

    private mutating func saml(_ node: Node?) -> SAMLProvider? {
        guard let node else { return nil }
        var provider = SAMLProvider(name: node["name"]?.text ?? "Enterprise login")
        provider.isOpen = node["signUpMode"]?.text == "automatic"
        provider.usernameSuffix = node["usernameSuffix"]?.text ?? ""
        provider.entityID = node["entityId"]?.text
        provider.faults = Set(node["faults"]?.texts.compactMap(SAMLProvider.Fault.init) ?? [])
        guard let metadata = node["metadata"], let name = metadata.text else { return provider }
        guard let bytes = files.read(files.resolve(name, from: metadata.file)) else {
            missing(metadata, name)
            return provider
        }
        do throws(XMLFailure) {
            provider.external = try SAMLProvider.External(metadata: bytes)
        } catch {
            fail(metadata, "\"\(name)\": \(error)")
        }
        if let faults = node["faults"] { fail(faults, "\"faults\" are the built-in provider's, not one's elsewhere") }
        return provider
    }

    private func users(_ node: Node?) -> [Scenario.User] {
        (node?.nodes ?? []).map {
            Scenario.User(
                username: $0["username"]?.text ?? "", password: $0["password"]?.text ?? "",
                provider: $0["provider"]?.text.flatMap(Scenario.User.Provider.init) ?? .arcgis,
                role: $0["role"]?.text ?? "org_user", fullName: $0["fullName"]?.text, email: $0["email"]?.text,
                isDisabled: $0["disabled"]?.truth ?? false, nameID: $0["nameId"]?.text,
                hasCertificate: $0["certificate"]?.truth ?? false)
        }
    }

    private mutating func server(_ node: Node, _ index: Int, _ portals: [Scenario.Portal]) -> Scenario.Server {
        var server = Scenario.Server()
        server.name = node["name"]?.text ?? (index == 0 ? "gis" : "gis\(index + 1)")
        server.context = node["context"]?.text ?? "arcgis"
        server.version = version(node["version"])
        server.machine = node["machine"]?.text ?? server.machine
        server.httpPort = node["httpPort"]?.integer
        server.httpsPort = node["httpsPort"]?.integer
        server.hosts = hosts(node["hosts"])
        server.publicURL = publicURL(node["publicURL"])
        server.isSecured = node["security"]?.truth ?? true
        server.hasSite = node["site"]?.truth ?? true
        server.condition = node["state"]?.text.flatMap(SiteAvailability.init) ?? .started
        server.fullVersion = node["fullVersion"]?.text
        server.tokens = tokens(node["tokens"])
        if let admin = node["siteAdmin"] {
            server.siteAdmin = (admin["username"]?.text ?? "", admin["password"]?.text ?? "")
        }
        server.users = users(node["users"])
        server.isHosting = node["hosting"]?.truth ?? false
        server.federation = federation(node["federated"], portals, isHosting: server.isHosting)
        server.services = (node["services"]?.nodes ?? []).map { service($0) }
        return server
    }

    private func tokens(_ node: Node?) -> TokenManager {
        var tokens = TokenManager()
        tokens.shortMinutes = node?["shortTimeout"]?.integer.map { Int64($0) } ?? tokens.shortMinutes
        tokens.longMinutes = node?["longTimeout"]?.integer.map { Int64($0) } ?? tokens.longMinutes
        tokens.allowsGet = node?["allowHttpGet"]?.truth
        tokens.allowsQueryCredentials = node?["allowHttpPostQueryParams"]?.truth
        return tokens
    }

    func access(_ node: Node?) -> Scenario.Access {
        switch node?.text {
        case "public": .everyone
        case "private": .owner
        default: node?["groups"].map { .groups($0.texts) } ?? .organization
        }
    }

    private mutating func federation(
        _ node: Node?, _ portals: [Scenario.Portal], isHosting: Bool
    ) -> Scenario.Federation? {
        guard let node, node.truth != false else { return nil }
        let named = node.text ?? node["portal"]?.text
        guard
            let portal = named.flatMap({ name in portals.first { $0.name == name } })
                ?? (named == nil ? portals.first : nil)
        else {
            let index = node["portal"] ?? node
            fail(
                index, named.map { "there is no portal \"\($0)\"" } ?? "there is no portal to be federated with",
                suggestion: named.map { Suggestion.nearest(to: $0, among: portals.map(\.name)) }
                    ?? (node.truth == true ? "false" : nil))
            return nil
        }
        var federation = Scenario.Federation(portal: portal.name)
        federation.url = node["url"]?.text
        federation.adminURL = node["adminUrl"]?.text
        federation.owningSystemURL = node["owningSystemUrl"]?.text
        federation.role = node["role"]?.text ?? (isHosting ? "HOSTING_SERVER" : "FEDERATED_SERVER")
        federation.hasStaleKey = node["staleKey"]?.truth ?? false
        return federation
    }

    private mutating func service(_ node: Node) -> Scenario.Service {
        var service = Scenario.Service(name: node["name"]?.text ?? "")
        service.type = node["type"]?.text ?? "MapServer"
        other(node, &service)
        let feature = node["featureServer"]
        service.hasFeatureServer = feature?.truth ?? (feature != nil || service.type == "FeatureServer")
        service.feature.capabilities = feature?["capabilities"]?.text
        service.feature.allowsGeometryUpdates = feature?["allowGeometryUpdates"]?.truth ?? true
        service.access = access(node["access"])
        service.itemAccess = node["item"]?["access"].map { access($0) }
        service.referrers = node["item"]?["serviceProxyParams"]?["referrers"]?.texts ?? []
        service.owner = node["owner"]?.text
        service.state = node["state"]?.text ?? "started"
        service.maxRecordCount = node["maxRecordCount"]?.integer
        service.capabilities = node["capabilities"]?.text
        service.json = node["json"]?.json
        if let cached = node["cached"], cached.truth != false {
            service.cache = TileCache(
                levels: cached["levels"]?.integer ?? 23, hasBlankTiles: cached["blankTiles"]?.truth ?? false)
        }
        service.hasWMS = node["wms"]?.truth ?? false
        service.hasDynamicLayers = node["supportsDynamicLayers"]?.truth
        service.runtime = node["runtime"]?.text.flatMap(Runtime.init)
        service.description = node["description"]?.text
        service.copyright = node["copyrightText"]?.text
        service.described = described(node)
        service.layers = layers(node, service.described)
        return service
    }
}
