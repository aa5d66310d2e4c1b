// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `rest/directories/arcgisoutput`: files that services wrote, for callers who may see the service.
enum OutputDirectory {
    static let routes: [Route] = ["{directory}/{file}", "{folder}/{directory}/{file}"].map { path in
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
        let (directory, file) = (context.names["directory"] ?? "", context.names["file"] ?? "")
        // A feature service writes to the directory of its map service.
        let kinds: [(ending: String, type: ServiceKind)] = [
            ("_MapServer", .featureServer), ("_ImageServer", .imageServer),
        ]
        guard let kind = kinds.first(where: { directory.hasSuffix($0.ending) }) else {
            let verdict = Verdict(
                ServerDirectory.Rules.restNoResource, facts: [.init("directory", directory)],
                wouldPass: "a file that an answer names in href")
            return .ready(Outcome(body: .page(Page.notFound), status: 404, verdict: [verdict]))
        }
        var names = context.names
        names["service"] = String(directory.dropLast(kind.ending.count))
        let isPicture = file.hasPrefix("_ags_")
        var inner = RequestContext(
            call: context.call, site: context.site, route: context.route, names: names, parameters: context.parameters,
            profile: context.profile)
        inner.now = context.now
        let type: ServiceKind = isPicture && kind.type == .featureServer ? .mapServer : kind.type
        let resource = Resource(
            "output", [type], "A file.", evidence: .documented("docs/reference/maps.md#operations: href")
        ) { request, service throws(ServiceError) in
            try OutputOperation.answer(file, request, in: service)
        }
        let outcome = PlainDoor.answer(&deployment, &inner, type: type, resource: resource)
        context.caller = inner.caller
        context.add(quirks: inner.quirks)
        return outcome
    }
}
