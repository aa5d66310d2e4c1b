// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What is common to all doors: methods, preflight requests, and paths that nothing answers.
extension Deployment {
    enum Rules {
        static let notFound = Rule(
            "http.not-found", "Nothing answers at this path.",
            advice: "Compare with `mock-portal routes`; the verdict names the nearest path.",
            evidence: .documented("docs/reference/http.md#rules-of-every-resource: a wrong context is an HTTP error"))
        static let method = Rule(
            "http.method", "The resource accepts only GET and POST.",
            advice: "Use GET or POST.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-feature-service-layer/ and others name them; the answer is inferred"
            ))
    }

    static let rules: [Rule] = [Rules.notFound, Rules.method]

    /// Returns the origin to allow: the request's own if the scenario allows it (documented for servers; assumed for
    /// portals).
    func allowed(_ origin: String?) -> String? {
        guard let origin else { return nil }
        return allowedOrigins.contains("*") || allowedOrigins.contains(origin) ? origin : nil
    }

    /// Refuses methods other than GET and POST. HEAD is answered as GET.
    func refuseMethod(_ context: RequestContext) -> Outcome? {
        let method = context.call.request.method
        guard !["GET", "POST", "HEAD"].contains(method) else { return nil }
        let verdict = Verdict(Rules.method, facts: [.init("method", method)], wouldPass: "GET or POST")
        return Outcome(
            body: .page(Page(title: "Method Not Allowed", body: "<h1>Method Not Allowed</h1>")), status: 405,
            verdict: [verdict])
    }

    /// Answers the preflight request of a browser, such as before a request with `X-Esri-Authorization`.
    func preflight(_ call: Call, _ origin: String?, _ site: Site) -> Answer {
        var fields: [Response.Field] = [.init("Allow", "GET, POST, HEAD, OPTIONS")]
        if let allowed = allowed(origin) {
            fields.append(.init("Access-Control-Allow-Origin", allowed))
            if profile(of: site)[.corsCredentials].choice == .show {
                fields.append(.init("Access-Control-Allow-Credentials", "true"))
            }
            fields.append(.init("Access-Control-Allow-Methods", "GET, POST, HEAD, OPTIONS"))
            let names = (allowsAuthorization(site) ? ["X-Esri-Authorization"] : []) + ["Authorization", "Content-Type"]
            fields.append(.init("Access-Control-Allow-Headers", names.joined(separator: ", ")))
            fields.append(.init("Access-Control-Max-Age", "600"))
        }
        fields.append(.init("Vary", "Origin"))
        fields.append(.init("Date", HTTPDate.format(call.now)))
        let sent = Answer.Sent(response: Response(status: 200, fields: fields), verdict: [])
        return Answer(door: nil, user: nil, sent: .ready(sent))
    }

    /// Returns whether a page of another origin may send `X-Esri-Authorization`. Portals of before 2020 do not allow it.
    private func allowsAuthorization(_ site: Site) -> Bool {
        guard case .portal(let index) = site else { return true }
        let setting = portals[index].profile[.corsAuthorization]
        if portals[index].version.isOnline, !setting.isQuirk { return portals[index].year >= 2020 }
        return setting.choice == .pass
    }

    /// Returns the path that was meant if the context was left out.
    private func meant(_ path: [String]) -> String? {
        let sites = portals.map { (SiteKind.portal, $0.context) } + servers.map { (SiteKind.server, $0.context) }
        for (kind, context) in sites {
            if Router.find(kind, path[...]) != nil { return "/\(context)/\(path.joined(separator: "/"))" }
        }
        return nil
    }

    /// Returns an error where no door is, in the envelope of most doors and in the format that is asked for.
    func refuseNowhere(_ call: Call, _ errorBody: ErrorBody, _ verdict: Verdict) -> Answer {
        let encoder = ResponseEncoder(
            kind: .server, format: Format(Parameters(call.request)["f"]), callback: nil, serverMediaType: .text,
            path: call.request.target.path, allowedOrigin: allowed(call.request.fields["origin"]), explains: explains,
            quirks: [], date: HTTPDate.format(call.now))
        return Answer(door: nil, user: nil, sent: .ready(encoder.encode(.refused(errorBody, verdict))))
    }

    func notFound(_ call: Call, _ path: [String], _ origin: String?, _ site: Site?) -> Answer {
        var facts: [Verdict.Fact] = [.init("path", call.request.target.path)]
        var wouldPass = "a path that `mock-portal routes` lists"
        if let site, let nearest = Router.nearest(site.kind, path.dropFirst()) {
            wouldPass = "did you mean /\(path[0])/\(nearest)?"
        } else if site == nil {
            let contexts = portals.map { "/\($0.context)" } + servers.map { "/\($0.context)" }
            facts.append(.init("contexts", contexts.joined(separator: " ")))
            wouldPass =
                meant(path).map { "did you mean \($0)?" } ?? "a path below one of \(contexts.joined(separator: ", "))"
        }
        let verdict = Verdict(Rules.notFound, facts: facts, wouldPass: wouldPass)
        let page = Page(title: "Not Found", body: "<h1>Not Found</h1>")
        let encoder = ResponseEncoder(
            kind: site?.kind ?? .server, format: .html, callback: nil, serverMediaType: .text,
            path: call.request.target.path, allowedOrigin: allowed(origin), explains: explains, quirks: [],
            date: HTTPDate.format(call.now))
        // Who types a portal's address is led to its home (inferred); a client that asks there hears that nothing is.
        if case .portal? = site, path.count == 1, call.request.method == "GET",
            call.request.fields.all("accept").contains(where: { $0.contains("text/html") })
        {
            let home = Outcome(body: .redirect("\(call.origin)/\(path[0])/home/"))
            return Answer(door: nil, user: nil, sent: .ready(encoder.encode(home)))
        }
        let sent = encoder.encode(Outcome(body: .page(page), status: 404, verdict: [verdict]))
        return Answer(door: nil, user: nil, sent: .ready(sent))
    }
}
