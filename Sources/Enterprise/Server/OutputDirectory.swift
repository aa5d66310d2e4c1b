// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `rest/directories/arcgisoutput`: files that services wrote, for callers who may see the service.
enum OutputDirectory {
    static let routes: [Route] = [
        "{directory}/{file}", "{folder}/{directory}/{file}", "{folder}/{directory}/{sub}/{file}",
        "{folder}/{directory}/{sub}/{inner}/{file}",
    ].map { path in
        Route(
            .server, "rest/directories/arcgisoutput/\(path)", .service, "A file that a service wrote.",
            evidence: .documented(
                "docs/reference/maps.md#operations; docs/reference/editing.md#documentation: applyEdits, example six"),
            handler: answer)
    }

    private static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext
    ) -> Deferrable<Outcome> {
        if case .server(let index) = context.site, deployment.sites[index].securesDirectories {
            switch ServiceDoor.caller(&deployment, &context) {
            case .failure(let refused): return .ready(refused.outcome)
            case .success(.anonymous): return .ready(ServiceDoor.required("rest/directories", &context).outcome)
            case .success: break
            }
        }
        let path = ["folder", "directory", "sub", "inner", "file"].compactMap { context.names[$0] }
        // A feature service writes to the directory of its map service.
        let kinds: [(ending: String, type: ServiceKind)] = [
            ("_MapServer", .featureServer), ("_ImageServer", .imageServer),
        ]
        // The directory of a service stands first, or behind its folder.
        let found = [0, 1].lazy.compactMap { number -> (number: Int, kind: (ending: String, type: ServiceKind))? in
            guard path.count > number + 1, let kind = kinds.first(where: { path[number].hasSuffix($0.ending) }) else {
                return nil
            }
            return (number, kind)
        }.first
        guard let (number, kind) = found else {
            let verdict = Verdict(
                ServerDirectory.Rules.restNoResource, facts: [.init("directory", path.first ?? "")],
                wouldPass: "a file that an answer names in href")
            return .ready(Outcome(body: .page(Page.notFound), status: 404, verdict: [verdict]))
        }
        let files = Array(path.dropFirst(number + 1))
        var names = context.names
        names["folder"] = number == 0 ? nil : path[0]
        names["service"] = String(path[number].dropLast(kind.ending.count))
        let isPicture = files.first?.hasPrefix("_ags") ?? false
        var inner = RequestContext(
            call: context.call, site: context.site, route: context.route, names: names, parameters: context.parameters,
            profile: context.profile)
        inner.now = context.now
        let type: ServiceKind = isPicture && kind.type == .featureServer ? .mapServer : kind.type
        let resource = Resource(
            "output", [type], "A file.", evidence: .documented("docs/reference/maps.md#operations: href")
        ) { request, service throws(ServiceError) in
            try OutputOperation.answer(files, request, in: service)
        }
        let outcome = PlainDoor.answer(&deployment, &inner, type: type, resource: resource)
        context.caller = inner.caller
        context.add(quirks: inner.quirks)
        return outcome
    }
}
