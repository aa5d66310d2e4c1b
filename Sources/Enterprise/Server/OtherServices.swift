// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Types of service that the double does not have. They are answered like services that do not exist, because a server
/// may lack them; the verdict names the available types.
enum OtherServices {
    static let types: Set<String> = [
        "GeometryServer", "NAServer", "GeoDataServer", "GeoEnrichmentServer", "SceneServer", "StreamServer",
        "MobileServer", "GlobeServer", "SearchServer", "WorkflowManagerServer", "VersionManagementServer",
        "ParcelFabricServer", "UtilityNetworkServer", "TopographicProductionServer", "SchematicsServer",
        "KnowledgeGraphServer", "ElevationServer", "RelationalCatalogServer", "VideoServer", "NetworkDiagramServer",
        "LRServer",
    ]

    static let routes: [Route] = [
        "rest/services/{service}/{type}", "rest/services/{folder}/{service}/{type}",
        "rest/services/{service}/{type}/{operation}", "rest/services/{folder}/{service}/{type}/{operation}",
    ].map { path in
        Route(
            .server, path, .service, "A service of a type that is not emulated: not found.",
            evidence: ServerDirectory.ErrorBodies.notFound.evidence
        ) { deployment, context in
            ServiceDoor.missing(&deployment, &context, type: context.names["type"] ?? "")
        }
    }
}
