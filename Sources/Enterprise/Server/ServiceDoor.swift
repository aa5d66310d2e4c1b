import Facts
import Formats
import MapServices

/// The door in front of a service: the token first, then whether the service is there, then who may see it.
enum ServiceDoor {
    struct Refused: Error {
        var outcome: Outcome
    }

    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, type: Reading.Kind, resource: Resource
    ) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        let caller: Caller
        switch self.caller(&deployment, &visit) {
        case .failure(let refused): return refused.outcome
        case .success(let found): caller = found
        }
        let name = visit.serviceName
        guard let number = number(of: name, type, deployment, server: place),
            deployment.servers[place].services[number].running != .missing
        else { return notFound(name, deployment.servers[place], &visit) }
        // Asked of the parts: a server is large to hand on.
        let (access, owner) = (
            deployment.servers[place].services[number].access, deployment.servers[place].services[number].owner
        )
        guard !deployment.servers[place].isSecured || deployment.maySee(access, owner: owner, caller) else {
            return caller == .anonymous
                ? required(name, &visit).outcome
                : notShared(deployment.servers[place].services[number], caller, deployment)
        }
        guard deployment.servers[place].services[number].running == .started else {
            return .refused(
                ServerDirectory.Said.notStarted.about("\(name)/MapServer"),
                Because(
                    ServerDirectory.Rules.notStarted, facts: [.init("service", name)], wouldPass: "the service started")
            )
        }
        if case .other("jsapi") = visit.format, type == .mapServer, resource.path.isEmpty {
            return .page(ViewerPage.page(deployment.servers[place].services[number].map, visit))
        }
        if case .other(let format) = visit.format {
            return OutputFormat.answer(format, ["json", "pjson"], resource.summary, &visit)
        }
        // Whoever comes to an operation with nothing to ask sees its form.
        if visit.format == .html, visit.isGet, let page = deployment.directoryPlace(visit), let form = page.form,
            !form.isFilled(visit.parameters)
        {
            return .page(ServicesPage.page(nil, at: page))
        }
        return read(&deployment, &visit, server: place, service: number, access, type, resource)
    }

    /// The place of the service of that name and type. Asked of the parts: a server is large to hand on, and so is a
    /// service.
    private static func number(
        of name: String, _ type: Reading.Kind, _ deployment: Deployment, server: Int
    ) -> Int? {
        for number in deployment.servers[server].services.indices
        where deployment.servers[server].services[number].name == name {
            if deployment.servers[server].services[number].types.contains(type.rawValue) { return number }
        }
        return nil
    }

    private static func read(
        _ deployment: inout Deployment, _ visit: inout Visit, server: Int, service: Int,
        _ access: ServiceState.Access, _ type: Reading.Kind, _ resource: Resource
    ) -> Outcome {
        var reading = Reading(
            service: deployment.servers[server].services[service].map, kind: type, version: visit.profile.version,
            parameters: visit.parameters.list,
            format: visit.parameters["f"]?.lowercased() ?? "html", profile: visit.profile)
        reading.names = visit.names
        reading.method = visit.call.request.method
        reading.files = visit.parameters.files
        reading.server = deployment.url(ofServer: server, visit)
        reading.token = visit.parameters.given("token")
        reading.user = visit.caller
        reading.now = visit.now
        reading.generator = deployment.generator
        reading.settle()
        let canned = reading.hasCanned ? reading.canned(resource.path(reading.names)) : nil
        let result = canned ?? resource.answer(&reading)
        if reading.isServiceChanged { deployment.servers[server].services[service].map = reading.service }
        deployment.generator = reading.generator
        visit.add(quirks: reading.quirks)
        return outcome(result, access == .everyone ? .anybody : .dependsOnToken)
    }

    private static func outcome(_ result: Reading.Result, _ caching: Outcome.Caching) -> Outcome {
        switch result {
        case .json(let json): return .json(json, caching: caching)
        case .written(let json): return Outcome(body: .written(json), caching: caching)
        case .judged(let json, let because): return Outcome(body: .json(json), because: because, caching: caching)
        case .bytes(let bytes, let type): return Outcome(body: .bytes(bytes, type: type), caching: caching)
        case .reply(let reply):
            return Outcome(
                body: .bytes(reply.bytes, type: reply.type), status: reply.status, because: reply.because,
                caching: caching, fields: reply.fields.map { Response.Field($0.name, $0.value) })
        case .page(let title, let body, let status):
            return Outcome(body: .page(Page(title: title, body: body)), status: status, caching: caching)
        case .later(let work): return Outcome(body: .later { outcome(work(), caching) }, caching: caching)
        case .refused(let refused):
            return Outcome(body: .json(refused.json), status: refused.status, because: [refused.because])
        }
    }

    /// Who calls. A bad token is refused before anything else is looked at, at public services too.
    static func caller(_ deployment: inout Deployment, _ visit: inout Visit) -> Result<Caller, Refused> {
        guard case .server(let place) = visit.site, deployment.servers[place].isSecured else {
            return .success(.anonymous)
        }
        guard let presented = Presented.find(visit) else { return .success(.anonymous) }
        switch TokenFilter.check(deployment, &visit, presented) {
        case .success(let (caller, _)):
            visit.caller = deployment.name(of: caller)
            return .success(caller)
        case .failure(let refusal):
            let words =
                switch visit.choice(.serviceInvalidToken) {
                case .hosted: Tokens.Said.onlineInvalidToken
                case .long: Tokens.Said.longInvalidToken
                case .basemap: Tokens.Said.portalInvalidToken
                default: Tokens.Said.serverInvalidToken
                }
            return .failure(Refused(outcome: .refused(words, refusal.because)))
        }
    }

    /// 499; a browser is sent to the login page instead (CartoDB/cartodb#6829: 302).
    static func required(_ resource: String, _ visit: inout Visit) -> Refused {
        let because = Because(
            Tokens.Rules.required, facts: [.init("resource", resource)],
            wouldPass: "token=… in the query or body, or X-Esri-Authorization: Bearer …")
        if visit.format == .html, let context = visit.call.request.target.segments.first {
            return Refused(
                outcome: Outcome(
                    body: .redirect(LoginPage.url("\(visit.origin)/\(context)/rest", visit)), because: [because]))
        }
        let words =
            switch visit.choice(.serviceTokenRequired) {
            case .unauthorized: Tokens.Said.unauthorizedAccess
            case .hosted: Tokens.Said.onlineTokenRequired
            case .subscription: Tokens.Said.subscriptionTokenRequired
            case .basemap: Tokens.Said.basemapTokenRequired
            default: Tokens.Said.serverTokenRequired
            }
        return Refused(outcome: .refused(words, because))
    }

    private static func notShared(_ service: ServiceState, _ caller: Caller, _ deployment: Deployment) -> Outcome {
        .refused(
            Tokens.Said.serverForbidden.about("\(service.name).MapServer"),
            Because(
                Tokens.Rules.notShared,
                facts: [
                    .init("service", service.name), .init("access", "\(service.access)"),
                    .init("user", deployment.name(of: caller) ?? "nobody"),
                ], wouldPass: "a user whom the service is shared with"))
    }

    /// A service that cannot be there, behind the same door.
    static func missing(_ deployment: inout Deployment, _ visit: inout Visit, type: String) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        if case .failure(let refused) = caller(&deployment, &visit) { return refused.outcome }
        let name = [visit.names["folder"], visit.names["service"]].compactMap { $0 }.joined(separator: "/")
        let kinds = Reading.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        var outcome = notFound(name, deployment.servers[place], &visit, type: type)
        outcome.because = [
            Because(
                ServerDirectory.Rules.otherType, facts: [.init("service", name), .init("type", type)],
                wouldPass: "a service of one of the types \(kinds)")
        ]
        return outcome
    }

    private static func notFound(
        _ name: String, _ server: ServerState, _ visit: inout Visit, type: String = "MapServer"
    ) -> Outcome {
        let code = visit.choice(.serviceNotFoundCode) == .code500 ? 500 : 404
        let names = server.services.map(\.name)
        let words =
            switch visit.choice(.serviceNotFoundWords) {
            case .unauthorized: ServerDirectory.Said.oldNotFound.about(name)
            case .hosted: ServerDirectory.Said.hostedNotFound
            default: ServerDirectory.Said.notFound.about("\(name)/\(type)").with(code: code)
            }
        return .refused(
            words,
            Because(
                ServerDirectory.Rules.notFound, facts: [.init("service", name)],
                wouldPass: Suggestion.nearest(to: name, among: names).map { "did you mean \($0)?" }
                    ?? (names.isEmpty ? "a server with services" : "one of \(names.prefix(8).joined(separator: ", "))"),
                evidence: visit.evidence(.serviceNotFoundCode)))
    }
}
