// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

extension ContentItem {
    /// The values for an item's JSON.
    struct Subject: Sendable {
        /// Where the item is shown.
        enum Place: Sendable {
            /// Its own resource.
            case own
            /// A hit of a search.
            case search
            /// A list of a group's items.
            case group
            /// A list of a member's items.
            case member
        }

        var item: ContentItem
        /// The creation time of items that have none.
        var born: Instant
        var place: Place
        /// A Boolean value that indicates whether the caller is a member of the organization.
        var isMember = false
        /// A Boolean value that indicates whether the caller sees what only an owner and an administrator do.
        var isWhole = false
        /// The caller's control: `admin`, `update` or `view`; `nil` for an anonymous caller.
        var control: String?
        var folder: String?
        /// The number of comments on it, and the ratings of it.
        var comments = 0
        var ratings: [Double] = []
    }

    /// The keys captured of an Enterprise portal in 2020 and of ArcGIS Online from 2017 to 2025
    /// (docs/reference/sharing.md#k1 to #k9). What Enterprise has after 10.8 follows ArcGIS Online of its time, inferred.
    static let description = SharingDescription<Subject>(
        rows: identity + texts + marks,
        evidence: .captured("docs/reference/sharing.md#k1; Esri/hub.js, Esri/maplibre-arcgis, TerriaJS/terriajs mocks"))

    private typealias Row = SharingDescription<Subject>.Row

    private static let identity: [Row] = [
        .init("id") { .string($0.item.id) }, .init("owner") { .orNull($0.item.owner) },
        .init("orgId", since: .online, online: .from(2024), .string(PortalState.organizationID)),
        .init("created") { .time($0.item.created ?? $0.born) },
        .init("isOrgItem", since: .v10_8_1, online: .from(2020)) { $0.isMember ? .bool(true) : nil },
        .init("modified") { .time($0.item.modified ?? $0.item.created ?? $0.born) },
        .init("guid", .null), .init("name") { .orNull($0.item.name) }, .init("title") { .string($0.item.title) },
        .init("type") { .string($0.item.type) }, .init("typeKeywords") { .strings($0.item.typeKeywords) },
    ]

    private static let texts: [Row] = [
        .init("description") { .orNull($0.item.description) }, .init("tags") { .strings($0.item.tags) },
        .init("snippet") { .orNull($0.item.snippet) },
        .init("thumbnail") { .orNull($0.item.thumbnail.map { "thumbnail/\($0.name)" }) },
        .init("documentation", .null), .init("extent") { extent($0.item) },
        .init("categories") { .strings($0.item.categories) },
        .init("spatialReference") { .orNull($0.item.spatialReference) },
        .init("accessInformation") { .orNull($0.item.accessInformation) },
        .init("classification", since: .online, online: .from(2024), .null),
        .init("licenseInfo") { .orNull($0.item.licenseInfo) }, .init("culture") { .orNull($0.item.culture) },
        .init("properties") { $0.item.properties ?? .null },
        .init("advancedSettings", since: .v10_9, online: .from(2021), .null),
        .init("url") { .orNull($0.item.url) }, .init("proxyFilter", .null),
        .init("access") { .string($0.item.accessWord) }, .init("size") { .int($0.item.size) },
        .init("subInfo", since: .v10_9, online: .from(2021), .int(0)),
        .init("appCategories", .array([])), .init("industries", .array([])), .init("languages", .array([])),
        .init("largeThumbnail", .null), .init("banner", .null), .init("screenshots", .array([])),
        .init("listed", .bool(false)),
    ]

    private static let marks: [Row] = [
        .init("ownerFolder") { $0.isWhole ? .orNull($0.folder) : nil },
        .init("protected") { $0.isWhole ? .bool($0.item.isProtected) : nil },
        // Until 2024 only owners were seen to get it.
        .init("commentsEnabled", online: .through(2024)) { $0.isWhole && $0.place == .own ? .bool(false) : nil },
        .init("commentsEnabled", since: .online, online: .from(2025)) { $0.place == .own ? .bool(false) : nil },
        .init("numComments") { .int($0.comments) }, .init("numRatings") { .int($0.ratings.count) },
        .init("avgRating") {
            $0.ratings.isEmpty ? .int(0) : .double($0.ratings.reduce(0, +) / Double($0.ratings.count))
        },
        .init("numViews", .int(0)),
        // A member's view of 10.7 and 10.8 has none (docs/reference/sharing.md#k1).
        .init("itemControl", until: .v10_8_1, online: .none) {
            $0.place == .own && $0.isWhole ? $0.control.map(JSON.string) : nil
        },
        .init("itemControl", since: .v10_8_1) { $0.place == .own ? $0.control.map(JSON.string) : nil },
        .init("groupCategories") { $0.place == .group ? .array([]) : nil },
        .init("scoreCompleteness", online: .from(2018)) { .int($0.item.completeness) },
        .init("groupDesignations", online: .from(2019), .null),
        .init("tokenExpirationDate", since: .online, online: .during(2022, 2023), .int(-1)),
        .init("apiToken1ExpirationDate", since: .online, online: .from(2024), .int(-1)),
        .init("apiToken2ExpirationDate", since: .online, online: .from(2024), .int(-1)),
        .init("lastViewed", since: .online, online: .from(2022), .int(-1)),
        .init("contentOrigin", since: .online, online: .from(2021)) { $0.place == .search ? .string("self") : nil },
    ]

    /// Returns the corners in degrees, or an empty array.
    private static func extent(_ item: ContentItem) -> JSON {
        guard let extent = item.extent else { return .array([]) }
        return .array([
            .array([.double(extent.xmin), .double(extent.ymin)]), .array([.double(extent.xmax), .double(extent.ymax)]),
        ])
    }

    /// The completeness of the description: a sixth each for title, thumbnail, tags and terms of use, and as much of a
    /// sixth as a summary of 30 and a description of 50 letters are long. The formula is inferred from the captured 16,
    /// 18, 20, 33 and 100 (docs/reference/sharing.md#k8).
    private var completeness: Int {
        let sixths = [
            title.isEmpty ? 0.0 : 1, thumbnail == nil ? 0 : 1, tags.isEmpty ? 0 : 1, licenseInfo == nil ? 0 : 1,
        ]
        let texts = [(snippet, 30.0), (description, 50)].map { min(Double($0?.count ?? 0) / $1, 1) }
        return Int((sixths + texts).reduce(0, +) * 100 / 6)
    }
}
