// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// A path below a service that no resource answers, or below a service of a type that the double does not emulate.
struct ServiceGap: Sendable {
    private var gap: Gap
    /// The type as it is spelled.
    private var type: String
    /// The path below the service, as the client wrote it.
    private var below: String
    private var kind = SiteKind.server
    /// The path of the route, in which the service's name is a placeholder.
    private var pattern: String
    /// Whether answers are JSON without `f`: tiles, scenes and OGC services have no pages.
    private var isPlain: Bool
    /// What the placeholders of the path stand for.
    private(set) var names: [String: String]

    /// A path below `rest/services`; `nil` if no type of service is in it.
    init?(_ path: ArraySlice<String>, _ gap: Gap) {
        let parts = Array(path)
        guard parts.count > 3, ASCII.equal(parts[1], "services") else { return nil }
        self.init(parts: Array(parts.dropFirst(2)), prefix: "rest/services", gap)
    }

    /// A path below `sharing/servers/{id}/rest/services` of a portal, which proxies a server's.
    init?(proxied path: ArraySlice<String>, _ gap: Gap) {
        let parts = Array(path)
        guard parts.count > 6, ASCII.equal(parts[1], "servers"), ASCII.equal(parts[3], "rest") else { return nil }
        var inner = Gap(path: parts.dropFirst(3).joined(separator: "/"))
        inner.row = Surface.find(.server, parts.dropFirst(3))?.row
        self.init(parts: Array(parts.dropFirst(5)), prefix: "sharing/servers/{id}/rest/services", inner)
        kind = .portal
        names["id"] = parts[2]
    }

    /// A path below `services`, where OGC services are.
    init?(soap path: ArraySlice<String>, _ gap: Gap) {
        self.init(parts: Array(path.dropFirst()), prefix: "services", gap)
        isPlain = true
    }

    private init?(parts: [String], prefix: String, _ gap: Gap) {
        let found = [1, 2].compactMap { index -> (index: Int, type: String)? in
            guard parts.count > index, let type = Surface.serviceType(parts[index]) else { return nil }
            return (index, type)
        }
        guard let (index, type) = found.first else { return nil }
        (self.gap, self.type) = (gap, type)
        below = parts.dropFirst(index + 1).joined(separator: "/")
        isPlain = ["VectorTileServer", "SceneServer"].contains(type)
        let name = index == 1 ? "{service}" : "{folder}/{service}"
        pattern = [prefix, name, type, below].filter { !$0.isEmpty }.joined(separator: "/")
        names = ["service": parts[index - 1]]
        if index == 2 { names["folder"] = parts[0] }
    }

    var route: Route {
        Route(
            kind, pattern, .service, "Not emulated.", since: gap.row?.since,
            evidence: gap.row?.evidence ?? .inferred("no real service has the path")
        ) { deployment, context in
            guard isPlain else { return answer(&deployment, &context) }
            let format = context.format
            if format != .pjson { context.format = .json }
            defer { context.format = format }
            var outcome = answer(&deployment, &context)
            outcome.isAlwaysJSON = true
            return outcome
        }
    }

    private func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard kind == .portal else { return inside(&deployment, &context) }
        switch ProxiedService.enter(deployment, &context) {
        case .failure(let refused): return refused.outcome
        case .success(var inner):
            let outcome = inside(&deployment, &inner)
            context.caller = inner.caller
            context.add(quirks: inner.quirks)
            return outcome
        }
    }

    private func inside(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        let opened: ServiceDoor.Opened
        switch ServiceDoor.open(&deployment, &context, type: type) {
        case .failure(let refused): return refused.outcome
        case .success(let found): opened = found
        }
        let service = deployment.servers[opened.server].services[opened.service].map
        if let given = service.canned(below, format: context.parameters["f"]?.lowercased() ?? "html") {
            return Gap.outcome(given)
        }
        if below.isEmpty, let pasted = service.pasted { return .json(pasted) }
        let told: [Verdict.Fact] = [.init("service", context.serviceName), .init("type", type), .init("path", below)]
        guard gap.row != nil else {
            return .refused(
                ServerDirectory.ErrorBodies.invalidURL,
                Verdict(ServerDirectory.Rules.noResource, facts: told + gap.facts, wouldPass: instead))
        }
        return .refused(
            ServerDirectory.ErrorBodies.notEmulated.about(below.isEmpty ? type : "\(type)/\(below)"),
            Verdict(ServerDirectory.Rules.notEmulated, facts: told, wouldPass: howToGive))
    }

    private var howToGive: String {
        below.isEmpty
            ? "json: { … } of the service in the scenario"
            : "results: { \"\(below)\": … } of the service in the scenario, or an operation of mock-portal routes"
    }

    /// The similar path that services of the type have, of the layer whose number was sent.
    private var instead: String {
        let prefix = "rest/services/{service}/\(type)/"
        let layer = String(below.prefix { $0 != "/" })
        let known = Surface.paths(.server).filter { $0.hasPrefix(prefix) }.map { path in
            let path = String(path.dropFirst(prefix.count))
            return Int(layer) == nil ? path : path.replacing("{layer}", with: layer)
        }
        return Suggestion.nearest(to: below, among: known).map { "did you mean \($0)?" }
            ?? "a path below a \(type) of docs/fidelity.md"
    }
}
