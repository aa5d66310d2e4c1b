// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// The door of a service: first it checks the token, then whether the service exists, then who may see it.
enum ServiceDoor {
    struct Refused: Error {
        var outcome: Outcome
    }

    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, type: ServiceKind, resource: Resource
    ) -> Deferrable<Outcome> {
        let opened: Opened
        switch open(&deployment, &context, type: type.rawValue) {
        case .failure(let refused): return .ready(refused.outcome)
        case .success(let found): opened = found
        }
        let (index, number) = (opened.server, opened.service)
        if case .other("jsapi") = context.format, type == .mapServer, resource.path.isEmpty {
            return .ready(.page(ViewerPage.page(deployment.servers[index].services[number].map, context)))
        }
        if case .other(let format) = context.format, resource.fileFormats.contains(format), type != .featureServer {
            // Errors are written as JSON, as those of images are.
            context.format = .json
        }
        if case .other(let format) = context.format {
            return .ready(OutputFormat.answer(format, ["json", "pjson"], resource.summary, &context))
        }
        // A request for an operation without parameters gets its form.
        if context.format == .html, context.isGet, let page = deployment.directoryLocation(context),
            let form = page.form,
            !form.isFilled(context.parameters)
        {
            return .ready(.page(ServicesPage.page(nil, at: page)))
        }
        return read(&deployment, &context, server: index, service: number, opened.access, type, resource)
    }

    /// A service that the caller may see and that runs.
    struct Opened {
        var server: Int
        var service: Int
        var access: ServiceState.Access
    }

    /// Returns the service of the path and a type, emulated or not, behind the door.
    static func open(
        _ deployment: inout Deployment, _ context: inout RequestContext, type: String
    ) -> Result<Opened, Refused> {
        guard case .server(let index) = context.site else { return .failure(Refused(outcome: .page(Page.notFound))) }
        let caller: Caller
        switch self.caller(&deployment, &context) {
        case .failure(let refused): return .failure(refused)
        case .success(let found): caller = found
        }
        let name = context.serviceName
        guard let number = number(of: name, type, &deployment, server: index),
            deployment.servers[index].services[number].running != .missing
        else {
            let isEmulated = ServiceKind(rawValue: type) != nil
            return .failure(
                Refused(
                    outcome: isEmulated
                        ? notFound(name, type, deployment.servers[index], &context)
                        : otherType(name, type, deployment.servers[index], &context)))
        }
        // Access the parts: passing a whole server would copy a large value.
        let (access, owner) = (
            deployment.servers[index].services[number].access, deployment.servers[index].services[number].owner
        )
        let federation = deployment.servers[index].federation
        if let portal = federation?.portal, deployment.portals[portal].isDisabled {
            return .failure(
                Refused(
                    outcome: .refused(
                        Tokens.ErrorBodies.subscriptionTokenRequired,
                        Verdict(
                            Sharing.Rules.subscription, facts: [.init("service", name)],
                            wouldPass: "an organization whose subscription is active"))))
        }
        guard !deployment.servers[index].isSecured || deployment.maySee(access, owner: owner, caller) else {
            return .failure(
                caller == .anonymous
                    ? required(name, &context)
                    : Refused(
                        outcome: notShared(
                            deployment.servers[index].services[number], type, caller, deployment, &context)))
        }
        let change = deployment.servers[index].services[number].change
        guard ServiceState.answers(deployment.servers[index].services[number].running, during: change, at: context.now)
        else {
            return .failure(
                Refused(
                    outcome: .refused(
                        ServerDirectory.ErrorBodies.notStarted.about("\(name)/\(wordOfType(type))"),
                        Verdict(
                            ServerDirectory.Rules.notStarted, facts: [.init("service", name)],
                            wouldPass: "the service after it is started"))))
        }
        return .success(Opened(server: index, service: number, access: access))
    }

    /// Returns the index of the service with that name and type. It accesses parts because passing a server or a
    /// service would copy a large value.
    private static func number(
        of name: String, _ type: String, _ deployment: inout Deployment, server: Int
    ) -> Int? {
        func isIt(_ number: Int) -> Bool {
            deployment.servers[server].services[number].name == name
                && deployment.servers[server].services[number].types.contains(type)
        }
        let indices = deployment.servers[server].services.indices
        // Of few, looking at all is cheaper than remembering.
        guard indices.count > 32 else { return indices.first(where: isIt) }
        let key = RecentServices.Key(server: server, name: name, type: type)
        if let known = deployment.recentServices[key], indices.contains(known), isIt(known) { return known }
        let number = indices.first(where: isIt)
        deployment.recentServices[key] = number
        return number
    }

    private static func read(
        _ deployment: inout Deployment, _ context: inout RequestContext, server: Int, service: Int,
        _ access: ServiceState.Access, _ type: ServiceKind, _ resource: Resource
    ) -> Deferrable<Outcome> {
        var request = ServiceRequest(
            of: deployment.servers[server].services[service].name, kind: type, version: context.profile.version,
            parameters: context.parameters.list,
            format: context.parameters["f"]?.lowercased() ?? "html", profile: context.profile)
        request.names = context.names
        request.method = context.call.request.method
        request.files = context.parameters.files
        if let file = deployment.appended(context, server: server) { request.files.append(file) }
        request.server = deployment.url(ofServer: server, context)
        request.token = context.parameters.given("token")
        request.user = context.caller
        if type == .geocodeServer, let name = context.caller {
            request.mayStorePlaces = deployment.mayStorePlaces(name, atServer: server)
        }
        request.now = context.now
        request.generator = deployment.generator
        let caching: Outcome.Caching = access == .everyone ? .anybody : .dependsOnToken
        deployment.lookThrough(server: server, service: service)
        let before = deployment.seen(server: server, service: service)
        if context.call.makesEditsAside, let awaited = settle(&deployment, context, request, before, server, service) {
            return .ready(awaited)
        }
        if context.call.makesEditsAside,
            let outcome = aside(&deployment, &context, request, caching, before, server, service, resource)
        {
            return .ready(outcome)
        }
        let result: Result<ServiceResponse, ServiceError>
        if deployment.sideNotes != nil {
            result = look(&deployment, &request, server, service, resource)
        } else {
            let revision = deployment.servers[server].services[service].revision
            // In its place: a service is large to copy.
            result = answer(&request, in: &deployment.servers[server].services[service].map, resource)
            if resource.isReading, deployment.servers[server].services[service].map.jobs.isEmpty {
                deployment.servers[server].services[service].wasOnlyRead(since: revision)
            }
        }
        deployment.passOn(before, server: server, service: service)
        deployment.generator = request.generator
        context.add(quirks: request.quirks)
        // A service is large to copy.
        let near =
            request.namesTransformation
            ? request.gridVerdict(deployment.servers[server].services[service].map) : nil
        if case .success(.deferred(let work)) = result {
            return .deferred { outcome(.deferred(work), caching).with(near) }
        }
        return .ready(outcome(caching) { () throws(ServiceError) in try result.get() }.with(near))
    }

    /// Makes the edits whose time has come; then returns what the scenario gives, or else the resource's answer.
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel, _ resource: Resource
    ) -> Result<ServiceResponse, ServiceError> {
        request.settle(&service)
        if !service.canned.isEmpty, let canned = service.canned(resource.path(request.names), for: request) {
            return .success(canned)
        }
        do throws(ServiceError) {
            return .success(
                try MissingLibrary.checked { () throws(ServiceError) in try resource.answer(&request, &service) })
        } catch {
            return .failure(error)
        }
    }

    static func outcome(
        _ caching: Outcome.Caching, _ answer: () throws(ServiceError) -> ServiceResponse
    ) -> Outcome {
        do throws(ServiceError) {
            return outcome(try answer(), caching)
        } catch {
            var outcome = Outcome.refused(error.body, error.verdict, status: error.status)
            outcome.delay = error.delay.milliseconds
            if let type = error.type {
                outcome.body = .bytes(JSONWriter.json(error.body.json, style: .server), type: type)
            }
            return outcome
        }
    }

    static func outcome(_ response: ServiceResponse, _ caching: Outcome.Caching) -> Outcome {
        switch response {
        case .json(let json): return .json(json, caching: caching)
        case .written(let json): return Outcome(body: .written(json), caching: caching)
        case .judged(let json, let verdict): return Outcome(body: .json(json), verdict: verdict, caching: caching)
        case .bytes(let bytes, let type): return Outcome(body: .bytes(bytes, type: type), caching: caching)
        case .file(let file):
            return Outcome(
                body: .bytes(file.bytes, type: file.type), status: file.status, verdict: file.verdict,
                caching: caching, fields: file.fields.map { Response.Field($0.name, $0.value) })
        case .page(let title, let body, let status):
            return Outcome(body: .page(Page(title: title, body: body)), status: status, caching: caching)
        case .deferred(let work):
            return outcome(caching) { () throws(ServiceError) in try MissingLibrary.checked(work) }
        }
    }

    /// Returns the caller. An invalid token is refused before anything else, for public services too.
    static func caller(_ deployment: inout Deployment, _ context: inout RequestContext) -> Result<Caller, Refused> {
        guard case .server(let index) = context.site, deployment.servers[index].isSecured else {
            return .success(.anonymous)
        }
        if let proxied = context.proxied {
            context.caller = deployment.name(of: proxied)
            return .success(proxied)
        }
        guard let presented = PresentedToken.find(context) else { return .success(.anonymous) }
        switch TokenFilter.check(deployment, &context, presented) {
        case .success(let (caller, _)):
            context.caller = deployment.name(of: caller)
            return .success(caller)
        case .failure(let refusal):
            let errorBody =
                switch context.choice(.serviceInvalidToken) {
                case .hosted: Tokens.ErrorBodies.onlineInvalidToken
                case .long: Tokens.ErrorBodies.longInvalidToken
                case .basemap: Tokens.ErrorBodies.portalInvalidToken
                default: Tokens.ErrorBodies.serverInvalidToken
                }
            return .failure(Refused(outcome: .refused(errorBody, refusal.verdict)))
        }
    }
}
