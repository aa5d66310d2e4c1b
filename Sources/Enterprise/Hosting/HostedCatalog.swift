// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `rest/admin` itself: the hosted services that a member may administer; and of one of them its status and sources.
enum HostedCatalog {
    private static let page = Evidence.documented(
        "developers.arcgis.com/rest/services-reference/enterprise/resource-hierarchy-services/")

    static let routes: [Route] =
        [
            Route(
                .server, "rest/admin", .restAdmin, "The resources below it.", since: .v10_1, evidence: page
            ) { deployment, context in
                listed(&deployment, &context) { _, _, _ in .json(.object([.init("resources", .strings(["services"]))]))
                }
            },
            Route(
                .server, "rest/admin/services", .restAdmin, "The folders of services.", since: .v10_1, evidence: page
            ) { deployment, context in
                listed(&deployment, &context) { deployment, context, services in
                    let folders = Set(services.map(\.folder)).subtracting([""]).sorted()
                    return .json(catalog(context, folders, services.filter(\.folder.isEmpty)))
                }
            },
            Route(
                .server, "rest/admin/services/{folder}", .restAdmin, "The services of a folder.", since: .v10_1,
                evidence: page
            ) { deployment, context in
                listed(&deployment, &context) { _, context, services in
                    .json(catalog(context, [], services.filter { $0.folder == context.names["folder"] }))
                }
            },
        ]
        + ["{service}", "{folder}/{service}"].flatMap { name in
            let path = "rest/admin/services/\(name)/FeatureServer"
            return [
                Route(
                    .server, "\(path)/status", .restAdmin, "Whether the service runs.", since: .v10_1, evidence: page
                ) { deployment, context in
                    HostedAdministration.enter(&deployment, &context) { deployment, context, place in
                        let service = deployment.servers[place.server].services[place.service]
                        let state = service.answers(at: context.now) ? "Started" : "Stopped"
                        return .json(.object([.init("status", .string(state))]))
                    }
                },
                Route(
                    .server, "\(path)/{layer}/sources", .restAdmin, "The layers that a view's layer shows.",
                    since: .v10_1, evidence: page
                ) { deployment, context in
                    HostedAdministration.enter(&deployment, &context) { deployment, context, place in
                        .json(sources(deployment, context, place))
                    }
                },
            ]
        }

    private static func listed(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (Deployment, RequestContext, [ServiceState]) -> Outcome
    ) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        switch ServiceDoor.caller(&deployment, &context) {
        case .failure(let refused): return refused.outcome
        case .success(.anonymous) where deployment.servers[index].isSecured:
            return ServiceDoor.required("rest/admin", &context).outcome
        case .success(let caller):
            let services = deployment.servers[index].services.filter { service in
                service.running != .missing && service.types.contains("FeatureServer")
                    && deployment.maySee(service.access, owner: service.owner, caller)
            }
            return body(deployment, context, services)
        }
    }

    private static func catalog(_ context: RequestContext, _ folders: [String], _ services: [ServiceState]) -> JSON {
        .object([
            .init("currentVersion", .number(context.profile.version.number ?? "")),
            .init("folders", .strings(folders)),
            .init(
                "services",
                .array(
                    services.map {
                        .object([.init("name", .string($0.name)), .init("type", .string("FeatureServer"))])
                    })),
        ])
    }

    private static func sources(
        _ deployment: Deployment, _ context: RequestContext, _ place: HostedAdministration.Place
    ) -> JSON {
        let layers = deployment.servers[place.server].services[place.service].map.layers
        let found = layers.first { $0.id == place.layer }?.view
            .flatMap { deployment.source(of: $0, atServer: place.server) }
        let list = found.map { found -> [JSON] in
            let service = deployment.servers[place.server].services[found.service]
            let url = "\(deployment.url(ofServer: place.server, context))/rest/services/\(service.name)/FeatureServer"
            let layer = service.map.layers[found.layer]
            return [
                .object([
                    .init("name", .string(layer.name)), .init("id", .int(layer.id)),
                    .init("url", .string("\(url)/\(layer.id)")),
                    .init("serviceItemId", .string(service.map.itemID ?? "")),
                ])
            ]
        }
        return .object([.init("layers", .array(list ?? []))])
    }
}
