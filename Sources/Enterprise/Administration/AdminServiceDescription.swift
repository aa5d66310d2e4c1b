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
            .init("configuredState", .string(service.running == .started ? "STARTED" : "STOPPED")),
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

    private static func properties(_ service: ServiceState) -> [JSON.Member] {
        let directory = "/opt/arcgis/server/usr/directories"
        let name = service.name.replacing("/", with: "_")
        return [
            .init("maxImageHeight", .string("4096")), .init("maxImageWidth", .string("4096")),
            .init("maxRecordCount", .string("\(service.map.maxRecordCount ?? 1000)")),
            .init("isCached", .string(service.map.cache == nil ? "false" : "true")),
            .init("enableDynamicLayers", .string("\(service.map.hasDynamicLayers ?? false)")),
            .init("schemaLockingEnabled", .string("true")),
            .init(
                "filePath",
                .string(
                    "\(directory)/arcgissystem/arcgisinput/\(service.name).\(service.mainType)/extracted/v101/\(name).msd"
                )),
            .init("outputDir", .string("\(directory)/arcgisoutput")),
            .init("virtualOutputDir", .string("/rest/directories/arcgisoutput")),
            .init("supportedImageReturnTypes", .string("URL")),
        ]
    }

    private static func extensions(_ service: ServiceState) -> [JSON] {
        func one(_ type: String, _ capabilities: String, _ isEnabled: Bool) -> JSON {
            .object([
                .init("typeName", .string(type)), .init("capabilities", .string(capabilities)),
                .init("enabled", .string("\(isEnabled)")), .init("maxUploadFileSize", .int(0)),
                .init("allowedUploadFileTypes", .string("")), .init("properties", .object([])),
            ])
        }
        let hasFeatures = service.types.contains("FeatureServer")
        return [
            one("MobileServer", "", false), one("KmlServer", "SingleImage,SeparateImages,Vectors", false),
            one("WFSServer", "null", false),
            one(
                "FeatureServer", service.map.feature.capabilities ?? "Create,Query,Update,Delete,Uploads,Editing",
                hasFeatures),
            one("WCSServer", "null", false), one("WMSServer", "null", service.map.hasWMS),
        ]
    }
}

extension ServiceState {
    /// The name without its folder.
    var plainName: String { name.split(separator: "/").last.map(String.init) ?? name }

    /// The type under which it is administered: a map service with feature access is a map service.
    var mainType: String { types.contains("MapServer") ? "MapServer" : types.first ?? "MapServer" }
}
