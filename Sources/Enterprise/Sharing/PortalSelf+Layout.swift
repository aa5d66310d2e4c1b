// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension PortalSelf {
    struct Subject: Sendable {
        var portal: PortalState
        var url: String
        var port: SitePorts
        var helperServices: JSON
        var user: JSON?
        var appID: String?
    }

    /// The order of keys is that of the captured mocks: alphabetical, with newer keys at the end. Keys of ArcGIS
    /// Online's billing and marketplace are omitted.
    static let description = SharingDescription<Subject>(
        rows: settings + tail,
        evidence: .captured(
            "Esri/arcgis-rest-js portal mock (ArcGIS Online, 2018), a choice of its keys; values are inferred"))

    private static let settings: [SharingDescription<Subject>.Row] = [
        .init("access", .string("public")), .init("allSSL") { .bool($0.portal.isSSLOnly) },
        .init("allowedRedirectUris", .array([])), .init("authorizedCrossOriginDomains", .array([])),
        .init("basemapGalleryGroupQuery", .string("title:\"ArcGIS Online Basemaps\" AND owner:esri_en")),
        .init("canListApps", .bool(false)), .init("canListData", .bool(false)),
        .init("canListPreProvisionedItems", .bool(false)), .init("canProvisionDirectPurchase", .bool(false)),
        .init("canSearchPublic", .bool(true)), .init("canShareBingPublic", .bool(false)),
        .init("canSharePublic", .bool(true)), .init("canSignInArcGIS") { .bool($0.portal.hasBuiltInLogins) },
        .init("canSignInIDP") { .bool($0.portal.hasSAMLLogins) },
        .init("canSignInOIDC") { .bool($0.portal.hasOIDCLogins) }, .init("canSignInSocial", .bool(false)),
        .init("colorSetsGroupQuery", .string("title:\"Esri Colors\" AND owner:esri_en")),
        .init("commentsEnabled", .bool(false)), .init("created") { .time($0.portal.created) },
        .init("culture", .string("en")), .init("cultureFormat", since: .v10_9_1, .string("us")),
        .init("customBaseUrl", .string("")), .init("defaultBasemap", basemap), .init("defaultExtent", extent),
        .init("defaultVectorBasemap", basemap), .init("description", .null), .init("featuredGroups", .array([])),
        .init("featuredItemsGroupQuery", .string("")),
        .init("galleryTemplatesGroupQuery", .string("title:\"Gallery Templates\" AND owner:esri_en")),
        .init("hasCategorySchema", since: .v10_6_1, .bool(false)),
        .init("helpBase") { .string("\($0.url)/portalhelp/") },
        .init("helperServices") { $0.helperServices }, .init("homePageFeaturedContent", .string("")),
        .init("homePageFeaturedContentCount", .int(12)), .init("id", .string(PortalState.organizationID)),
        .init("isPortal") { .bool(!$0.portal.version.isOnline) },
        .init("layerTemplatesGroupQuery", .string("title:\"Esri Layer Templates\" AND owner:esri_en")),
        .init("maxTokenExpirationMinutes") { .number(String($0.portal.maximumMinutes ?? -1)) },
        .init("metadataEditable", .bool(true)), .init("metadataFormats", .strings(["iso19139"])),
        .init("modified") { .time($0.portal.created) }, .init("name") { .string($0.portal.organization) },
        .init("notificationsEnabled", .bool(false)), .init("portalHostname") { .string(hostname($0.url)) },
        .init("portalMode") { .string($0.portal.version.isOnline ? "multitenant" : "singletenant") },
        .init("portalName") { .string($0.portal.organization) }, .init("portalProperties", .object([])),
        .init("portalThumbnail", .null), .init("region", .null), .init("rotatorPanels", .array([])),
        .init("showHomePageDescription", .bool(false)), .init("staticImagesUrl") { .string("\($0.url)/images") },
        .init("storageQuota", .int(-1)), .init("storageUsage", .int(0)),
        .init("stylesGroupQuery", .string("title:\"Esri Styles\" AND owner:esri_en")),
        .init("supportsHostedServices", .bool(true)),
        .init("symbolSetsGroupQuery", .string("title:\"Esri Symbols\" AND owner:esri_en")),
        .init("templatesGroupQuery", .string("title:\"Web Application Templates\" AND owner:esri_en")),
        .init("thumbnail", .null), .init("units", .string("english")), .init("updateUserProfileDisabled", .bool(false)),
        .init("urlKey", .null), .init("useStandardizedQuery", .bool(true)), .init("useVectorBasemaps", .bool(false)),
        .init("vectorBasemapGalleryGroupQuery", .string("title:\"ArcGIS Online Vector Basemaps\" AND owner:esri_en")),
    ]

    private static let tail: [SharingDescription<Subject>.Row] = [
        .init("subscriptionInfo") { $0.user == nil ? nil : subscription }, .init("ipCntryCode", .null),
        .init("httpPort") { .int(port($0.port.http, 80)) }, .init("httpsPort") { .int(port($0.port.https, 443)) },
        .init("supportsOAuth", .bool(true)),
        .init("currentVersion") { .string(PortalVersion.current($0.portal.version)) },
        .init("enterpriseVersion", since: .v11_3) { version($0.portal, 0) },
        .init("enterpriseBuild", since: .v11_3) { version($0.portal, 1) }, .init("allowedOrigins", .array([])),
        .init("mfaAdmins", .array([])), .init("contacts", .array([])), .init("mfaEnabled", .bool(false)),
        .init("user") { $0.user }, .init("appInfo") { $0.appID.map { .object([.init("appId", .string($0))]) } },
    ]

    /// Returns host and context, with the port only if the client sent one.
    private static func hostname(_ url: String) -> String { PlainURL(url).map { $0.authority + $0.path } ?? url }

    private static func version(_ portal: PortalState, _ index: Int) -> JSON? {
        let members = PortalVersion.enterprise(portal.version)
        return members.indices.contains(index) ? members[index].value : nil
    }

    /// Returns the port; a site that is not bound to a port yet has the scheme's default.
    private static func port(_ bound: UInt16, _ own: Int) -> Int { bound == 0 ? own : Int(bound) }

    private static let basemap: JSON = .object([
        .init("baseMapLayers", .array([])), .init("title", .string("Topographic")),
    ])

    private static let extent: JSON = .object([
        .init("type", .string("extent")), .init("xmin", .number("-1.9830824454693094E7")),
        .init("ymin", .number("-8399737.889818337")), .init("xmax", .number("1.9830824454693094E7")),
        .init("ymax", .number("8399737.889818337")),
        .init("spatialReference", .object([.init("wkid", .number("102100"))])),
    ])

    /// The keys are of the captured mock; the values are of a license that never expires (inferred).
    private static let subscription: JSON = .object([
        .init("id", .string(PortalState.organizationID)), .init("type", .string("In House")),
        .init("state", .string("active")),
        .init("expDate", .int(-1)), .init("userLicenseTypes", .object([])), .init("maxUsersPerLevel", .object([])),
        .init("maxUsers", .int(-1)), .init("availableCredits", .int(-1)), .init("collaborationSettings", .object([])),
        .init("orgCapabilities", .array([])),
    ])
}
