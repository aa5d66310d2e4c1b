// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The settings that `portals/self/update` takes: which they are, and what kind of value each has
/// (developers.arcgis.com/rest/users-groups-and-items/update-portal).
enum OrganizationSettings {
    /// Those that `portals/self` shows without having been set are known by their rows; these are the others.
    private static let more = [
        "2DSketchStylesGroupQuery", "2DStylesGroupQuery", "3DBasemapGalleryGroupQuery", "allowedOrigins", "bingKey",
        "contacts", "default3DBasemap", "mfaAdmins", "mfaEnabled", "portalCapabilities", "summary", "use3dBasemaps",
        "homePageFeaturedContent", "isReadOnly", "recycleBinEnabled",
    ]

    /// The settings whose values are lists of words.
    private static let lists: Set<String> = [
        "allowedOrigins", "allowedRedirectUris", "authorizedCrossOriginDomains", "contacts", "metadataFormats",
        "mfaAdmins",
    ]
    private static let numbers: Set<String> = ["homePageFeaturedContentCount", "storageQuota"]
    /// Those that live elsewhere in the state, so that their rows show them.
    private static let governed: Set<String> = [
        "allssl", "cansigninarcgis", "maxtokenexpirationminutes", "mfaenabled", "name",
    ]

    private static let names = Dictionary(
        (Array(PortalSelf.settingNames) + more).map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

    /// The services of `helperServices` by their parameters: `geocodeService` sets `geocode`.
    private static let services = [
        "analysisservice": "analysis", "asyncclosestfacilityservice": "asyncClosestFacility",
        "asynclocationallocationservice": "asyncLocationAllocation", "asyncrouteservice": "asyncRoute",
        "asyncserviceareaservice": "asyncServiceArea", "asyncvrpservice": "asyncVRP",
        "closestfacilityservice": "closestFacility", "elevationservice": "elevation",
        "elevationsyncservice": "elevationSync", "geoanalyticsservice": "geoanalytics", "geocodeservice": "geocode",
        "geoenrichmentservice": "geoenrichment", "geometryservice": "geometry", "hydrologyservice": "hydrology",
        "printservicetask": "printTask", "rasteranalyticsservice": "rasterAnalytics",
        "routeservicelayer": "route", "routeservice": "route", "serviceareaservice": "serviceArea",
        "syncvrpservice": "syncVRP", "trafficservice": "traffic",
    ]

    /// Stores what a parameter says; an unknown one is ignored, as on real portals.
    static func set(_ portal: inout PortalState, _ parameter: String, _ value: String) {
        if let service = services[parameter] { return set(service: service, &portal, value) }
        guard let name = names[parameter], !governed.contains(parameter) else { return }
        if value.isEmpty { return portal.set(name, lists.contains(name) ? .array([]) : .null) }
        portal.set(name, json(name, value))
    }

    private static func set(service name: String, _ portal: inout PortalState, _ value: String) {
        var members = portal.helperServices?.members ?? []
        members.removeAll { $0.name == name }
        if let json = try? JSONReader.read(Array(value.utf8)), json.members != nil || json.elements != nil {
            members.append(.init(name, name == "geocode" && json.elements == nil ? .array([json]) : json))
        }
        portal.helperServices = .object(members)
    }

    private static func json(_ name: String, _ value: String) -> JSON {
        if lists.contains(name) { return .strings(NameList.read(value)) }
        switch value.lowercased() {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: break
        }
        if numbers.contains(name), Int(value) != nil { return .number(value) }
        let isJSON = value.hasPrefix("{") || value.hasPrefix("[")
        return isJSON ? (try? JSONReader.read(Array(value.utf8))) ?? .string(value) : .string(value)
    }
}
