// SPDX-License-Identifier: Apache-2.0

import Facts

/// `rest/services`: the services of versioned data, of networks, parcels and routes.
extension Surface {
    private static func operations(_ names: [String], below path: String = "") -> [DocumentedPath.Row] {
        names.map { .both(path.isEmpty ? $0 : "\(path)/\($0)") }
    }

    private static let versions = service(
        "VersionManagementServer", since: .v10_6_1,
        [
            .get("", "version-management-service/"), .get("versions", "versions/"),
            .both("versionInfos", "version-infos/"),
            .post("create", "create/"), .post("delete", "delete/"), .post("purgeLock", "purge-lock/"),
            .get("versions/{version}", "version/"), .get("versions/{version}/{operation}"),
        ]
            + operations(
                [
                    "alter", "conflicts", "deleteForwardEdits", "differences", "inspectConflicts", "partialPost",
                    "post",
                    "reconcile", "restoreRows", "startEditing", "startReading", "stopEditing", "stopReading",
                ], below: "versions/{version}"))

    private static let utility = service(
        "UtilityNetworkServer", since: .v10_6_1,
        [
            .get("", "utility-network-service/"), .get("associations", "associations-utility-network-server/"),
            .get("locations", "locations-utility-network-server/"),
            .get("traceConfigurations", "traceconfigurations-utility-network-server/"),
            .get("circuits", "circuits-utility-network-server/"),
            .get("unitIdentifiers", "unitIdentifiers-utility-network-server/"),
        ]
            + operations([
                "trace", "disableSubnetworkController", "disableTopology", "enableSubnetworkController",
                "enableTopology", "exportSubnetwork", "queryNetworkMoments", "synthesizeAssociationGeometries",
                "updateIsConnected", "updateSubnetwork", "validateNetworkTopology", "queryOverrides",
                "applyOverrides", "addRules",
            ])
            + operations(["query", "traverse"], below: "associations") + operations(["query"], below: "locations")
            + operations(["query", "create", "alter", "delete"], below: "traceConfigurations")
            + operations(["query", "create", "alter", "delete", "export", "verify"], below: "circuits")
            + operations(["query", "insertGap", "reset", "resize"], below: "unitIdentifiers"))

    private static let trace = service(
        "TraceNetworkServer", since: .v10_9_1,
        [.get("", "trace-network-service/"), .get("traceConfigurations", "traceconfigurations-trace-network-server/")]
            + operations(["trace", "queryNetworkMoments", "validateNetworkTopology"])
            + operations(["query", "create", "alter", "delete"], below: "traceConfigurations"))

    private static let parcels = service(
        "ParcelFabricServer", since: .v10_7_1,
        [.get("", "parcel-fabric-service/")]
            + operations([
                "analyzeByLSA", "applyLSA", "assignFeaturesToRecord", "assignToRecord", "build", "changeParcelType",
                "changeType", "clip", "copyLinesToParcelType", "createSeeds", "deleteParcels", "delete", "divide",
                "duplicateParcels", "merge", "mergeParcelPoints", "reassignFeaturesToRecord", "reassignToRecord",
                "reconstructFromSeeds", "setParcelLineLabelPosition", "shrinkToSeeds", "transferParcel",
                "updateParcelHistory",
            ]))

    private static let diagrams = service(
        "NetworkDiagramServer", since: .v10_6_1,
        [
            .get("", "network-diagram-service/"), .get("diagramDataset", "diagram-dataset-network-diagram-service/"),
            .get("templates", "diagram-templates-network-diagram-service/"),
            .get("templates/{template}", "template-network-diagram-service/"),
            .get("diagrams/{diagram}", "diagram-network-diagram-service/"),
            .get("diagrams/{diagram}/map", "diagram-map-network-diagram-service/"),
            .both("diagrams/{diagram}/{operation}", "update-network-diagrams/"),
            .both("diagrams/{diagram}/map/{operation}", "export-network-diagram-service/"),
        ]
            + operations([
                "createDiagramFromFeatures", "createDiagramFromTraceLocations", "findDiagramInfos", "findDiagramNames",
                "findInitialNetworkObjects", "deleteDiagram",
            ]))

    private static let routes = service(
        "LRServer", since: .v10_4,
        [
            .get("", "linear-referencing-service/"), .get("layers", "all-layers/"), .get("locks", "lr-locks/"),
            .get("networkLayers/{layer}", "lr-network-layer/"), .get("eventLayers/{layer}", "event-layer/"),
            .get("intersectionLayers/{layer}", "lr-intersection-layer/"),
            .get("redlineLayers/{layer}", "lr-redline-layer/"),
            .get("nonLRSLayers/{layer}", "lr-non-lrs-layer/"), .get("centerlineLayers/{layer}", "lr-centerline-layer/"),
            .get("calibrationPointLayers/{layer}", "lr-calibration-point-layer/"),
            .get("addressLayers/{layer}", "lr-address-layers/"),
            .get("utilityNetworkLayers/{layer}", "lr-utility-network-layer/"),
        ]
            + operations([
                "applyEdits", "acquireLocks", "releaseLocks", "queryLocks", "queryAttributeSet", "checkEvents",
                "createVersion", "deleteVersion", "reconcileVersion", "concurrencies", "appendEvents", "appendRoutes",
                "applyEventBehaviors", "deriveEventMeasures", "exportNetwork", "generateEvents",
                "generateIntersections", "generateRoutes", "overlayEvents", "queryEditLog", "queryLookupTable",
                "relocateEvent", "removeOverlappingCenterlines", "translate", "updateMeasuresFromLRS",
                "getCalibrationConfiguration", "setCalibrationConfiguration",
                "getCartographicRealignmentConfiguration", "setCartographicRealignmentConfiguration",
            ])
            + operations(
                [
                    "geometryToMeasure", "measureToGeometry", "geometryToStation", "stationToGeometry", "translate",
                    "concurrencies", "queryAttributeSet", "checkEvents", "geometryToReferent", "referentToGeometry",
                    "queryRouteAssociations",
                ], below: "networkLayers/{layer}"))

    private static let validation = service(
        "ValidationServer", since: .v10_7_1,
        [
            .get("", "validation-server/"), .both("evaluate", "evaluate/"), .both("writeErrors", "write-errors/"),
            .both("updateErrors", "update-errors/"), .get("jobs/{job}"),
        ])

    private static let knowledge = service(
        "KnowledgeGraphServer", since: .v11_1,
        [
            .get("", "kgs-hosted-server/"), .get("dataModel", "kgs-datamodel/"), .get("graph", "kgs-graph/"),
            .both("dataModel/queryDataModel", "kgs-datamodel-query/"), .both("graph/query", "kgs-graph-query/"),
            .both("graph/search", "kgs-graph-search/"), .post("graph/applyEdits", "kgs-graph-applyedits/"),
            .get("dataModel/domains", "kgs-datamodel-domains/"),
            .post("dataModel/domains/add", "kgs-datamodel-domains-add/"),
            .get("dataModel/domains/{domain}", "kgs-datamodel-domains-domain/"),
            .post("dataModel/domains/{domain}/update", "kgs-datamodel-domains-domain-update/"),
            .post("dataModel/domains/{domain}/delete", "kgs-datamodel-domains-domain-delete/"),
            .get("dataModel/edit", "kgs-datamodel-edit/"),
            .get("dataModel/edit/namedTypes", "kgs-datamodel-edit-namedtypes/"),
            .post("dataModel/edit/namedTypes/add", "kgs-datamodel-edit-namedtypes-add/"),
            .get("dataModel/edit/namedTypes/{type}", "kgs-datamodel-edit-namedtypes-type/"),
            .post("dataModel/edit/namedTypes/{type}/{operation}", "kgs-datamodel-edit-namedtypes-type-update/"),
            .get("dataModel/edit/namedTypes/{type}/fields", "kgs-datamodel-edit-namedtypes-type-fields/"),
            .post(
                "dataModel/edit/namedTypes/{type}/fields/{operation}", "kgs-datamodel-edit-namedtypes-type-fields-add/"),
            .get("dataModel/edit/namedTypes/{type}/indexes", "kgs-datamodel-edit-namedtypes-type-indexes/"),
            .post(
                "dataModel/edit/namedTypes/{type}/indexes/{operation}",
                "kgs-datamodel-edit-namedtypes-type-indexes-add/"),
            .both("export", "kgs-export/"), .both("query"),
        ])

    static let networks = versions + utility + trace + parcels + diagrams + routes + validation + knowledge
}
