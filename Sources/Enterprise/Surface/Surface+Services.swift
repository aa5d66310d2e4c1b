// SPDX-License-Identifier: Apache-2.0

import Facts

/// `rest/services`: locators, tasks, geometry, tiles, scenes, and what is older.
extension Surface {
    /// The operations that take the same form at several places of a type.
    private static func operations(
        _ names: [String], below path: String = "", since: Version? = nil
    )
        -> [DocumentedPath.Row]
    {
        names.map { .both(path.isEmpty ? $0 : "\(path)/\($0)", since: since) }
    }

    static let geocodeServer = service(
        "GeocodeServer",
        [
            .get("", "geocode-service/"), .both("findAddressCandidates", "find-address-candidates/"),
            .both("geocodeAddresses", "geocode-addresses/", since: .v10_1), .both("reverseGeocode", "reverse-geocode/"),
            .both("suggest", "suggest/", since: .v10_3), .both("find"), .both("deriveCandidates", since: .v11_1),
        ] + infoRows)

    static let gpServer = service(
        "GPServer",
        [
            .get("", "gp-service/"), .get("{task}", "gp-task/"), .both("{task}/execute", "execute-gp-task/"),
            .both("{task}/submitJob", "submit-gp-job/"), .both("{task}/validate", "validate-gp-task/", since: .v11_3),
            .get("{task}/jobs", "gp-job/"), .get("{task}/jobs/{job}", "gp-job/"),
            .both("{task}/jobs/{job}/cancel", "cancel-gp-job/", since: .v10_1),
            .post("{task}/jobs/{job}/delete", since: .v10_8_1), .get("{task}/jobs/{job}/results", "results/"),
            .get("{task}/jobs/{job}/results/{parameter}", "gp-result/"), .get("{task}/jobs/{job}/inputs", "inputs/"),
            .get("{task}/jobs/{job}/inputs/{parameter}", "gp-input/"), .get("{task}/jobs/{job}/messages"),
            .get("jobs/{job}"), .get("uploads", "uploads/", since: .v10_1),
            .post("uploads/upload", "upload/", since: .v10_1),
            .get("uploads/info", since: .v10_1),
            .post("uploads/register", "register/", since: .v10_1), .get("uploads/{upload}", "item/", since: .v10_1),
            .get("uploads/{upload}/parts", "parts/", since: .v10_1),
            .post("uploads/{upload}/uploadPart", since: .v10_1),
            .post("uploads/{upload}/commit", since: .v10_1), .post("uploads/{upload}/delete", since: .v10_1),
        ] + infoRows)

    static let vectorTileServer = service(
        "VectorTileServer", since: .v10_4,
        [
            .get("", "vector-tile-service/"),
            .get("tile/{level}/{row}/{column}", "vector-tile/"), .get("tilemap", "vector-tilemap/"),
            .get("tilemap/{level}/{row}/{column}/{width}/{height}", "tile-map/"),
            .get("resources/styles", "vector-tile-style/"), .get("resources/styles/{file}", "vector-tile-style/"),
            .get("resources/fonts/{stack}/{file}", "vector-tile-font/"),
            .get("resources/sprites/{file}", "vector-tile-sprite/"),
            .get("resources/info", "vector-tile-resource-info/"), .get("resources/{folder}/{file}"),
            .both("exportTiles", "export-tiles-vector-tile-service/"),
        ] + infoRows)

    static let sceneServer = service(
        "SceneServer", since: .v10_3_1,
        [
            .get("", "scene-service/"), .get("layers", "layer-scene-service/"),
            .get("layers/{layer}", "layer-scene-service/"),
            .get("layers/{layer}/nodes/{node}", "node-scene-service/"), .get("layers/{layer}/nodepages/{page}"),
            .get("layers/{layer}/nodes/{node}/shared", "shared-scene-service/"),
            .get("layers/{layer}/nodes/{node}/features/{number}", "feature-scene-service/"),
            .get("layers/{layer}/nodes/{node}/geometries/{number}", "geometry-scene-service/"),
            .get("layers/{layer}/nodes/{node}/textures/{number}", "texture-scene-service/"),
            .get("layers/{layer}/nodes/{node}/attributes/{key}/{number}"),
            .get("layers/{layer}/statistics/{key}/{number}"),
            .get("layers/{layer}/sublayers/{sublayer}"),
            .get("layers/{layer}/symbols/{symbol}", "symbol-scene-service/"),
            .get("layers/{layer}/resources/styles"), .both("exportTiles"), .get("uploads"),
        ] + infoRows)

    static let geometryServer = service(
        "GeometryServer",
        [.get("", "geometry-service/")]
            + [
                ("areasAndLengths", "areas-and-lengths/"), ("buffer", "buffer/"), ("labelPoints", "label-points/"),
                ("lengths", "lengths/"), ("project", "project/"), ("relation", "relation/"), ("simplify", "simplify/"),
            ].map { .both($0.0, $0.1) }
            + [
                ("autoComplete", "auto-complete/"), ("convexHull", "convex-hull/"), ("cut", "cut/"),
                ("densify", "densify/"), ("difference", "difference/"), ("distance", "distance/"),
                ("generalize", "generalize/"), ("intersect", "intersect/"), ("offset", "offset/"),
                ("reshape", "reshape/"), ("trimExtend", "trim-extend/"), ("union", "union/"),
            ].map { .both($0.0, $0.1, since: .v10_0_0) }
            + [
                ("findTransformations", "findtransformations/"),
                ("fromGeoCoordinateString", "from-geocoordinatestring/"),
                ("toGeoCoordinateString", "to-geocoordinatestring/"),
            ].map { .both($0.0, $0.1, since: .v10_3) })

    static let networkServer = service(
        "NAServer",
        [
            .get("", "network-service/"), .get("{name}", "network-layer/"), .both("{name}/solve"),
            .both("{name}/solveClosestFacility"), .both("{name}/solveServiceArea"),
            .both("{name}/solveLocationAllocation"),
            .both("{name}/solveODCostMatrix"), .both("{name}/solveVehicleRoutingProblem"),
            .both("{name}/retrieveTravelModes", "routing/retrieveTravelModes-direct/", since: .v10_4),
            .get("{name}/networkDataset", "network-dataset-layer/", since: .v11_1), .get("exts/{extension}"),
            .both("locate", "routing/locateService-direct/", since: .v11_1),
            .both("snapToRoads", "routing/snap-to-roads-direct/", since: .v11_1),
        ])

    private static let simple = [
        service(
            "GeoDataServer",
            [
                .get("", "geodata-service/"), .get("replicas", "replicas-geodata-service/"),
                .get("replicas/{replica}", "geodata-replica/"), .get("versions"),
                .get("versions/{version}", "geodata-version/"),
                .post("unRegisterReplica", "unregister-replica-geodata-service/"),
            ] + operations(["createReplica", "synchronizeReplica", "extractChanges"]) + infoRows),
        service(
            "GlobeServer",
            [
                .get("", "globe-service/"), .get("{layer}", "globe-layer/"),
                .get("{layer}/tile/{level}/{row}/{column}/{kind}", "globe-tile/"),
            ] + infoRows),
        service("MobileServer", [.get("", "mobile-service/"), .get("{layer}", "mobile-layer/")]),
        service(
            "StreamServer", since: .v10_3,
            [
                .get("", "stream-service/"), .get("subscribe", "subscribe/"), .post("broadcast", "broadcast/"),
                .both("updateFilter"), .get("{layer}"),
            ]),
        service(
            "SchematicsServer", since: .v10_1,
            [
                .get("", "schematic-service/"), .get("diagrams"), .get("templates"), .get("folders"),
                .get("schematicLayers"),
            ]),
        service("SearchServer", since: .v10_0_0, [.get(""), .both("find")]),
        service(
            "SymbolServer",
            [.get(""), .both("generateSymbol", "generate-symbol/"), .both("generateImage", "generate-image/")]),
        service(
            "RelationalCatalogServer", since: .v10_8_1,
            [
                .get("", "relational-catalog-service/"), .get("entities", "entities/"),
                .get("entities/{entity}", "entity/"),
                .get("entities/{entity}/fields", "fields/"),
                .get("entities/{entity}/relatedEntities", "related-entities/"),
            ]),
        service(
            "BigDataCatalogServer", since: .v10_5_1, [.get(""), .get("{name}"), .get("{name}/manifest")]),
        service("GeoEnrichmentServer", since: .v10_3, [.get(""), .get("{task}"), .both("{task}/{operation}")]),
        service("ElevationServer", since: .v10_7_1, [.get(""), .both("identify"), .both("sample")]),
        service("VideoServer", since: .v11_3, [.get(""), .get("layers"), .get("layers/{layer}")]),
        service(
            "WorkflowManagerServer", since: .v10_0_0,
            [.get(""), .get("{resource}"), .get("{resource}/{id}"), .both("{resource}/{id}/{operation}")]),
        service("WorkforceServer", [.get("")]),
        service("OGCFeatureServer", since: .v10_9_1, [.get(""), .get("collections")]),
        service("WMSServer", [.get("")]), service("WFSServer", [.get("")]), service("WCSServer", [.get("")]),
        service(
            "MaritimeChartService", [.get("", "maritime-chart-service-api/"), .both("find", "find-mcs/")]),
        service(
            "TopographicProductionServer", since: .v11_1,
            [.get("", "topographic-production-service/")]
                + ["jobs", "products", "projects", "taskGroups", "tasks", "workflows"].flatMap {
                    [.get($0), .get("\($0)/{id}"), .post("\($0)/{id}/{operation}")]
                }),
    ].flatMap { $0 }

    /// All of them, those with operations on networks and versions too.
    static let otherServers: [DocumentedPath] = simple + networks
}
