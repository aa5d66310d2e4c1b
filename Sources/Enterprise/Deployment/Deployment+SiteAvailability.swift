// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Sites that do not answer, and portals that do not answer over plain HTTP: decided before any door.
extension Deployment {
    enum Unavailable {
        /// Captured. Clients also see this when a server fails in another way.
        static let server = ErrorBody(
            "adaptor.server-unreachable", 0,
            "Could not access any server machines. Please contact your system administrator.",
            envelope: .statusWithoutCode, evidence: .captured("docs/reference/refusals.md#administrator-directories"))
        static let portal = ErrorBody(
            "adaptor.portal-unreachable", 0,
            "Could not access any portal machines. Please contact your system administrator.",
            envelope: .statusWithoutCode,
            evidence: .captured("Esri/resource-proxy#534 (how it begins; the rest is as a server's adaptor says it)"))
        static let sslRequired = ErrorBody(
            "portal.ssl-required", 403, "SSL Required", subcode: 4,
            evidence: .reported(
                "Esri/ago-assistant dojo.js (JS API 3.x): subcode 4, or a message with \"ssl\" and without \"permission\""
            ))

        static let noSite = ErrorBody(
            "portal.no-site", 500,
            "The portal site has not been initialized. Please create a new site and try again.",
            evidence: .inferred(
                "the sentence of portaladmin (Esri/arcgis-powershell-dsc) in the sharing API's envelope"))

        static let directoryDisabled = ErrorBody(
            "server.directory-disabled", 403, "Services Directory has been disabled.",
            evidence: .inferred("the setting is documented; no page was ever shown"))

        static let errorBodies: [ErrorBody] = [server, portal, sslRequired, noSite, directoryDisabled]

        static let unreachable = Rule(
            "site.unreachable", "The web adaptor cannot reach any machine of the site.",
            advice: "Check for status: error without an error object; the site's own answers never look like this.",
            clients: "arcgis-rest-js and ArcGIS API for Python find no error object and treat it as a result.",
            evidence: .captured("docs/reference/refusals.md#administrator-directories; Esri/resource-proxy#534"))
        static let plainHTTP = Rule(
            "sharing.plain-http", "The organization requires HTTPS.", advice: "Use https.",
            clients: "JS API 3.x and 4.x repeat the request over HTTPS when subcode is 4.",
            evidence: .reported("Esri/ago-assistant dojo.js (JS API 3.x)"))

        static let otherHost = Rule(
            "site.other-host", "The web adaptor does not answer to that name.",
            advice: "Use the name of the web adaptor, or the machine's own with its port.",
            clients: "Esri/arcgis-powershell-dsc asks for a token ten times, 15 seconds apart, and gives up.",
            evidence: .captured(
                "Esri/arcgis-powershell-dsc#552, #644 and #361: that no token comes; the page is inferred"))
        static let noSiteYet = Rule(
            "sharing.no-site", "The portal has no site yet, and so no organization.",
            advice: "Create the site at portaladmin/createNewSite.",
            evidence: .inferred("known of portaladmin alone"))

        static let serverPlainHTTP = Rule(
            "service.plain-http", "The server answers over HTTPS only, and redirects there.", advice: "Use https.",
            clients: "Most follow, and a POST arrives as a GET without its form.",
            evidence: .documented("docs/reference/admin.md#g8"))
        static let noDirectory = Rule(
            "service.directory-disabled", "The pages of the services directory are turned off.",
            advice: "Ask with f=json, or turn them on in admin/system/handlers/rest/servicesdirectory.",
            evidence: .documented("docs/reference/admin.md#g9; the page is inferred"))

        static let rules: [Rule] = [unreachable, plainHTTP, otherHost, noSiteYet, serverPlainHTTP, noDirectory]
    }

    /// Returns the answer of the web server in front of a site, or `nil` if the site itself answers.
    func refuseSite(_ context: inout RequestContext) -> Outcome? {
        switch context.site {
        case .server(let index):
            if let refused = LongURL.refuse(&context) { return refused }
            if servers[index].condition == .unreachable {
                return unreachable(Unavailable.server, servers[index].name, context)
            }
            return refuseSettings(index, context)
        case .idp: return nil
        case .portal(let index):
            if portals[index].condition == .unreachable {
                return unreachable(Unavailable.portal, portals[index].name, context)
            }
            if address(ofPortal: index, context) == .none { return otherHost(index, context) }
            if !portals[index].hasSite, let refused = noSite(context) { return refused }
            return portals[index].isSSLOnly && !context.isSecure ? refusePlain(&context) : nil
        }
    }

    /// Refuses what an administrator of a server has turned off: the machine, plain HTTP, the pages of its directory.
    private func refuseSettings(_ index: Int, _ context: RequestContext) -> Outcome? {
        let door = context.route.door
        if sites[index].isStopped, door != .admin, door != .adminGenerateToken {
            return unreachable(Unavailable.server, servers[index].name, context)
        }
        if sites[index].isHTTPSOnly, !context.isSecure, door != .info {
            return redirect(
                context,
                Verdict(
                    Unavailable.serverPlainHTTP, facts: [.init("scheme", "http"), .init("httpEnabled", "false")],
                    wouldPass: "the same request over https"))
        }
        if !sites[index].hasServicesDirectory, context.format == .html, door == .catalog || door == .service,
            !context.route.path.hasSuffix("login")
        {
            return .refused(
                Unavailable.directoryDisabled,
                Verdict(
                    Unavailable.noDirectory, facts: [.init("servicesDirEnabled", "false")],
                    wouldPass: "the same request with f=json"), status: 403)
        }
        return nil
    }

    private func otherHost(_ index: Int, _ context: RequestContext) -> Outcome {
        let known = portals[index].adaptorHosts + portals[index].directHosts
        let page = Page(
            title: "Bad Request",
            body: "<h2>Bad Request - Invalid Hostname</h2>\n<hr><p>HTTP Error 400. The request hostname is invalid.</p>"
        )
        return Outcome(
            body: .page(page), status: 400,
            verdict: [
                Verdict(
                    Unavailable.otherHost, facts: [.init("host", context.host)],
                    wouldPass: "one of \(known.joined(separator: ", "))")
            ])
    }

    /// Refuses what needs an organization. The administrator directory has words of its own.
    private func noSite(_ context: RequestContext) -> Outcome? {
        guard context.route.door != .portalAdmin, !context.route.path.hasSuffix("/info") else { return nil }
        return .refused(
            Unavailable.noSite, Verdict(Unavailable.noSiteYet, wouldPass: "the portal after its site is created"))
    }

    private func unreachable(_ errorBody: ErrorBody, _ name: String, _ context: RequestContext) -> Outcome {
        let verdict = Verdict(
            Unavailable.unreachable, facts: [.init("site", name)], wouldPass: "the site after it is started again")
        guard context.format == .html else { return .refused(errorBody, verdict) }
        let title = errorBody.message.prefix { $0 != "." }
        let page = Page(title: String(title), body: "<h1>\(title)</h1><p>\(errorBody.message)</p>")
        return Outcome(body: .page(page), verdict: [verdict])
    }

    /// Refuses plain HTTP, except at the doors that issue tokens, which have their own rule
    /// (`generate-token.plain-http`).
    private func refusePlain(_ context: inout RequestContext) -> Outcome? {
        switch context.route.door.kind {
        case .sharingGenerateToken, .sharingRestGenerateToken, .oauth2: return nil
        // Clients read `info` to find out where to go: a public URL for the JS API.
        case .sharing where context.route.path.hasSuffix("/info"): return nil
        default: break
        }
        let choice = context.choice(.sharingPlainHTTP)
        guard choice != .pass else { return nil }
        let verdict = Verdict(
            Unavailable.plainHTTP, facts: [.init("scheme", "http"), .init("allSSL", "true")],
            wouldPass: "the same request over https", evidence: context.evidence(.sharingPlainHTTP))
        return choice == .redirect ? redirect(context, verdict) : .refused(Unavailable.sslRequired, verdict)
    }

    /// Sends the client to the same address over HTTPS.
    private func redirect(_ context: RequestContext, _ verdict: Verdict) -> Outcome {
        let local = context.call.connection.localPort
        let port = (ports + serverPorts).first { $0.http != 0 && $0.http == local }?.https ?? 0
        let origin = context.origin(isSecure: true, port: port)
        return Outcome(body: .redirect("\(origin)\(context.call.request.target.raw)"), verdict: [verdict])
    }
}
