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

        /// Returns what ArcGIS Online shows to members alone (docs/reference/sharing.md#u13); of an Enterprise portal
        /// that is not known, and everybody sees it.
        fileprivate func ifMember(_ value: JSON) -> JSON? { user != nil || !portal.version.isOnline ? value : nil }
    }

    /// The stored settings in alphabetical order, and what is computed in a fixed one (docs/reference/sharing.md#u12).
    /// What Enterprise has follows ArcGIS Online of its time, inferred; keys of billing are ArcGIS Online's alone.
    static let description = SharingDescription<Subject>(
        rows: settings + tail,
        evidence: .captured(
            "docs/reference/sharing.md#u12; Esri/arcgis-rest-js and Esri/solution.js portal mocks; values are inferred")
    )

    private typealias Row = SharingDescription<Subject>.Row

    /// The names of the settings, among which a scenario's own find their place.
    static let settingNames = Set(settings.map(\.key))

    private static let settings: [Row] = access + appearance + home + identity + queries

    private static let access: [Row] = [
        .init("access", .string("public")), .init("allSSL") { .bool($0.portal.isSSLOnly) },
        .init("allowedRedirectUris", .array([])),
        query("analysisLayersGroupQuery", "Living Atlas Analysis Layers", owner: "esri", since: .v10_5),
        .init("authorizedCrossOriginDomains", .array([])),
        .init("availableCredits", since: .online) { $0.ifMember(.number("0.0")) },
        .init("backgroundImage", since: .v10_7, online: .from(2019), .string("images/arcgis_background.jpg")),
        query("basemapGalleryGroupQuery", "ArcGIS Online Basemaps"),
        .init("canListApps") { $0.ifMember(.bool(false)) }, .init("canListData") { $0.ifMember(.bool(false)) },
        .init("canListPreProvisionedItems") { $0.ifMember(.bool(false)) },
        .init("canProvisionDirectPurchase") { $0.ifMember(.bool(false)) },
        .init("canSearchPublic") { $0.ifMember(.bool(true)) },
        .init("canShareBingPublic") { $0.ifMember(.bool(false)) },
        .init("canSharePublic") { $0.ifMember(.bool(true)) },
        .init("canSignInArcGIS") { $0.ifMember(.bool($0.portal.hasBuiltInLogins)) },
        .init("canSignInIDP") { $0.ifMember(.bool($0.portal.hasSAMLLogins)) },
        .init("canSignInOIDC", until: .v10_9, online: .through(2020)) { $0.portal.hasOIDCLogins ? .bool(true) : nil },
        .init("canSignInOIDC", since: .v10_9, online: .from(2021)) { $0.ifMember(.bool($0.portal.hasOIDCLogins)) },
        .init("canSignInSocial", since: .v10_9, online: .from(2021)) { $0.ifMember(.bool(false)) },
    ]

    private static let appearance: [Row] = [
        query("colorSetsGroupQuery", "Esri Colors"), .init("commentsEnabled", .bool(false)),
        query(
            "contentCategorySetsGroupQuery", "ArcGIS Online Content Category Sets", since: .v10_7,
            online: .from(2019)),
        .init("created") { $0.ifMember(.time($0.portal.created)) },
        .init("creditAssignments", since: .online) { $0.ifMember(.string("disabled")) },
        .init("culture", .string("en")),
        .init("cultureFormat", since: .v10_7, online: .from(2019), .string("us")),
        .init("customBaseUrl") { .string($0.portal.version.isOnline ? "maps.arcgis.com" : "") },
        .init("databaseQuota", since: .online) { $0.ifMember(.int(-1)) },
        .init("databaseUsage", since: .online) { $0.ifMember(.int(-1)) },
        .init("defaultBasemap", basemap), .init("defaultExtent", extent),
        .init("defaultUserCreditAssignment", since: .online, online: .through(2018)) { $0.ifMember(.int(100)) },
        .init("defaultVectorBasemap", basemap), .init("description", .null),
    ]

    private static let home: [Row] = [
        .init("eueiEnabled", since: .v10_5, .bool(false)), .init("featuredGroups", .array([])),
        .init("featuredGroupsId", since: .v10_5, .string("")), .init("featuredItemsGroupQuery", .string("")),
        query("galleryTemplatesGroupQuery", "Gallery Templates"),
        .init("hasCategorySchema", since: .v10_6) { .bool($0.portal.documents["categorySchema"] != nil) },
        .init("helpBase") { .string("\($0.url)/portalhelp/") },
        .init("helpMap", since: .online, online: .through(2018), .object([])),
        .init("helperServices") { $0.helperServices }, .init("homePageFeaturedContent", .string("")),
        .init("homePageFeaturedContentCount", .int(12)),
    ]

    private static let identity: [Row] = [
        .init("id", .string(PortalState.organizationID)), .init("isPortal") { .bool(!$0.portal.version.isOnline) },
        query("layerTemplatesGroupQuery", "Esri Layer Templates"),
        query("livingAtlasGroupQuery", "LAW Search", owner: "Esri_LivingAtlas", since: .v10_5),
        .init("maxTokenExpirationMinutes") { $0.ifMember(.number(String($0.portal.maximumMinutes ?? -1))) },
        .init("metadataEditable", .bool(true)), .init("metadataFormats", .strings(["iso19139"])),
        .init("modified") { $0.ifMember(.time($0.portal.created)) },
        .init("name") { .string($0.portal.organization) },
        .init("notificationsEnabled") { $0.ifMember(.bool(false)) },
        .init("portalHostname") { .string(hostname($0.url)) },
        .init("portalMode") { .string($0.portal.version.isOnline ? "multitenant" : "singletenant") },
        .init("portalName") { .string($0.portal.version.isOnline ? "ArcGIS Online" : $0.portal.organization) },
        .init("portalProperties", .object([])),
        .init("portalThumbnail") { $0.portal.version.isOnline && $0.user == nil ? .string("") : .null },
    ]

    private static let queries: [Row] = [
        query(
            "rasterFunctionTemplatesGroupQuery", "Raster Function Templates", since: .v10_7, online: .from(2019)),
        .init("region") { $0.portal.version.isOnline ? .string("WO") : .null }, .init("rotatorPanels", .array([])),
        .init("showHomePageDescription", .bool(false)), .init("staticImagesUrl") { .string("\($0.url)/images") },
        .init("storageQuota") { $0.ifMember(.int(-1)) }, .init("storageUsage") { $0.ifMember(.int(0)) },
        query("stylesGroupQuery", "Esri Styles"), .init("supportsHostedServices", .bool(true)),
        query("symbolSetsGroupQuery", "Esri Symbols"), query("templatesGroupQuery", "Web Application Templates"),
        .init("thumbnail") { $0.portal.version.isOnline ? .string("") : .null }, .init("units", .string("english")),
        .init("updateUserProfileDisabled") { $0.ifMember(.bool(false)) },
        // Clients of ArcGIS Online go on at <urlKey>.<customBaseUrl>, where the double is not: a scenario may name one.
        .init("urlKey", .null),
        .init("useStandardizedQuery", online: .through(2018), .bool(true)), .init("useVectorBasemaps", .bool(false)),
        query("vectorBasemapGalleryGroupQuery", "ArcGIS Online Vector Basemaps"),
    ]

    private static let tail: [Row] = [
        .init("subscriptionInfo") { $0.user == nil ? nil : SubscriptionInfo.json($0.portal.release) },
        .init("publicSubscriptionInfo", since: .online, online: .from(2019)) {
            $0.user == nil ? .object([.init("companionOrganizations", .array([]))]) : nil
        },
        .init("isHubEnabled", since: .online, online: .through(2018), .bool(false)),
        .init("ipCntryCode") {
            $0.portal.version.isOnline ? .string("US") : .null
        },
        .init("httpPort") { .int(port($0.port.http, 80)) }, .init("httpsPort") { .int(port($0.port.https, 443)) },
        .init("supportsOAuth", .bool(true)),
        .init("currentVersion") { .string(PortalVersion.current($0.portal.release)) },
        .init("enterpriseVersion", since: .v11_3) { version($0.portal, 0) },
        .init("enterpriseBuild", since: .v11_3) { version($0.portal, 1) }, .init("allowedOrigins", .array([])),
        .init("mfaAdmins") { $0.ifMember(.array([])) }, .init("contacts") { $0.ifMember(.array([])) },
        .init("mfaEnabled") { $0.ifMember(.bool($0.portal.hasSecondFactors)) },
        .init("user") { $0.user }, .init("appInfo") { $0.appID.map { .object([.init("appId", .string($0))]) } },
    ]

    private static func query(
        _ key: String, _ title: String, owner: String = "esri_en", since: Version? = nil,
        online: SharingRelease.Years = .all
    ) -> Row {
        Row(key, since: since, online: online, .string("title:\"\(title)\" AND owner:\(owner)"))
    }

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
}
