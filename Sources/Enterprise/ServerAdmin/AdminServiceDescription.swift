// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// A service as `admin/services` describes it: the keys are those of a captured map service of 10.x, in its order
/// (docs/reference/admin.md#b4). Numbers among the properties are texts.
enum AdminServiceDescription {
    static func members(of service: ServiceState, _ server: ServerState, _ version: Version) -> [JSON.Member] {
        let isMap = service.mainType == "MapServer"
        var members: [JSON.Member] = [
            .init("serviceName", .string(service.plainName)), .init("type", .string(service.mainType)),
            .init("description", .string(service.map.description)),
            .init("capabilities", .string(service.map.capabilities ?? (isMap ? "Map,Query,Data" : ""))),
            .init("provider", .string(provider(service, version))), .init("interceptor", .string("")),
            .init("clusterName", .string("default")), .init("minInstancesPerNode", .int(1)),
            .init("maxInstancesPerNode", .int(2)), .init("instancesPerContainer", .int(1)),
            .init("maxWaitTime", .int(60)), .init("maxStartupTime", .int(300)), .init("maxIdleTime", .int(1800)),
            .init("maxUsageTime", .int(600)), .init("loadBalancing", .string("ROUND_ROBIN")),
            .init("isolationLevel", .string("HIGH")),
            .init("configuredState", .string(service.configuredState)),
            .init("recycleInterval", .int(24)), .init("recycleStartTime", .string("00:00")),
            .init("keepAliveInterval", .int(1800)), .init("private", .bool(false)), .init("isDefault", .bool(false)),
            .init("maxUploadFileSize", .int(0)), .init("allowedUploadFileTypes", .string("")),
            .init("properties", .object(properties(service))),
        ]
        members.append(.init("extensions", .array(isMap ? extensions(service) : [])))
        members.append(.init("datasets", .array([])))
        return members
    }

    private static func provider(_ service: ServiceState, _ version: Version) -> String {
        if service.folder == "Hosted" { return service.mainType == "FeatureServer" ? "SDS" : "DMaps" }
        return version >= .v10_9_1 ? "ArcObjects11" : "ArcObjects"
    }

    /// The properties of a captured map service, in its order.
    private static func properties(_ service: ServiceState) -> [JSON.Member] {
        let directory = "/opt/arcgis/server/usr/directories"
        let plain = service.plainName
        let input = "\(directory)/arcgissystem/arcgisinput/\(service.name).\(service.mainType)"
        let values: [(String, String)] = [
            ("maxImageHeight", "4096"), ("virtualCacheDir", "/rest/directories/arcgiscache"),
            ("maxSampleSize", "100000"), ("exportTilesAllowed", "false"), ("textAntialiasingMode", "Force"),
            ("maxImageWidth", "4096"), ("enableDynamicLayers", "\(service.map.hasDynamicLayers ?? false)"),
            ("dynamicDataWorkspaces", "[]"), ("supportedImageReturnTypes", "URL"),
            ("disableIdentifyRelates", "false"), ("isCached", "\(service.map.cache != nil)"), ("maxScale", "0"),
            ("maxBufferCount", "100"), ("schemaLockingEnabled", "true"),
            ("maxRecordCount", "\(service.map.maxRecordCount ?? 1000)"),
            ("filePath", "\(input)/extracted/v101/\(plain).msd"), ("cacheOnDemand", "false"),
            ("useLocalCacheDir", "true"), ("outputDir", "\(directory)/arcgisoutput"),
            ("virtualOutputDir", "/rest/directories/arcgisoutput"), ("minScale", "0"),
            ("maxDomainCodeCount", "25000"), ("maxExportTilesCount", "100000"), ("tilingScheme", "3"),
            ("ignoreCache", "false"), ("antialiasingMode", "None"), ("clientCachingAllowed", "true"),
            ("cacheDir", "\(directory)/arcgiscache"),
        ]
        return values.map { .init($0, .string($1)) }
    }

    private static func extensions(_ service: ServiceState) -> [JSON] {
        func one(_ type: String, _ capabilities: String, _ isEnabled: Bool, _ more: [(String, String)] = []) -> JSON {
            .object([
                .init("typeName", .string(type)), .init("capabilities", .string(capabilities)),
                .init("enabled", .string("\(isEnabled)")), .init("maxUploadFileSize", .int(0)),
                .init("allowedUploadFileTypes", .string("")),
                .init("properties", .object(more.map { .init($0, .string($1)) })),
            ])
        }
        let access = service.map.feature
        return [
            one("MobileServer", "", false),
            one("KmlServer", "SingleImage,SeparateImages,Vectors", false, kml), one("WFSServer", "null", false),
            one(
                "FeatureServer", access.capabilities ?? "Create,Query,Update,Delete,Uploads,Editing",
                service.types.contains("FeatureServer"), editing(allowsGeometryUpdates: access.allowsGeometryUpdates)),
            one("WCSServer", "null", false), one("WMSServer", "null", service.map.hasWMS),
        ]
    }

    private static let kml = [
        ("minRefreshPeriod", "30"), ("compatibilityMode", "GoogleEarth"), ("imageSize", "1024"), ("dpi", "96"),
        ("endPointURL", ""), ("featureLimit", "1000000"), ("useDefaultSnippets", "false"),
    ]

    private static func editing(allowsGeometryUpdates: Bool) -> [(String, String)] {
        [
            ("creatorPresent", "false"), ("dataInGdb", "true"), ("versionedData", "false"),
            ("xssPreventionEnabled", "true"), ("allowGeometryUpdates", "\(allowsGeometryUpdates)"),
            ("syncVersionCreationRule", "versionPerDownloadedMap"), ("allowOthersToQuery", "true"),
            ("syncEnabled", "false"), ("editorTrackingTimeZoneID", "UTC"), ("enableZDefaults", "false"),
            ("realm", ""), ("allowOthersToDelete", "false"), ("allowTrueCurvesUpdates", "false"),
            ("datasetInspected", "true"), ("editorTrackingRespectsDayLightSavingTime", "false"),
            ("zDefaultValue", "0"), ("enableOwnershipBasedAccessControl", "false"), ("editorTrackingTimeInUTC", "true"),
            ("allowOthersToUpdate", "false"),
        ]
    }
}

extension ServiceState {
    /// The name without its folder.
    var plainName: String { name.split(separator: "/").last.map(String.init) ?? name }

    /// The type under which it is administered: a map service with feature access is a map service.
    var mainType: String { types.contains("MapServer") ? "MapServer" : types.first ?? "MapServer" }
}
