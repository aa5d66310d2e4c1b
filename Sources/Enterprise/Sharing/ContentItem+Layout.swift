// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

extension ContentItem {
    /// The values for an item's JSON.
    struct Subject: Sendable {
        var item: ContentItem
        /// The creation time of items that have none.
        var born: Instant
        /// A Boolean value that indicates whether it is the item's own resource, which has more keys than an entry in a
        /// list.
        var isOwn = false
        /// A Boolean value that indicates whether it is listed as a group's item.
        var isOfGroup = false
        /// The caller's control: `admin`, `update` or `view`; `nil` for an anonymous caller.
        var control: String?
        var folder: String?
    }

    /// The keys captured from an Enterprise portal in 2020 (search) and 2021 (an item's own resource), and from ArcGIS
    /// Online in 2024 and 2026.
    static let description = SharingDescription<Subject>(
        rows: [
            .init("id") { .string($0.item.id) }, .init("owner") { .orNull($0.item.owner) },
            .init("orgId", since: .online, .string(PortalState.organizationID)),
            .init("created") { .time($0.item.created ?? $0.born) },
            .init("isOrgItem", since: .v10_8_1, .bool(true)),
            .init("modified") { .time($0.item.modified ?? $0.item.created ?? $0.born) },
            .init("guid", .null), .init("name") { .orNull($0.item.name) }, .init("title") { .string($0.item.title) },
            .init("type") { .string($0.item.type) }, .init("typeKeywords") { .strings($0.item.typeKeywords) },
            .init("description") { .orNull($0.item.description) }, .init("tags") { .strings($0.item.tags) },
            .init("snippet") { .orNull($0.item.snippet) },
            .init("thumbnail") { .orNull($0.item.thumbnail.map { "thumbnail/\($0.name)" }) },
            .init("documentation", .null), .init("extent") { extent($0.item) },
            .init("categories") { .strings($0.item.categories) },
            .init("spatialReference") { .orNull($0.item.spatialReference) },
            .init("accessInformation") { .orNull($0.item.accessInformation) },
            .init("classification", since: .online, .null),
            .init("licenseInfo") { .orNull($0.item.licenseInfo) }, .init("culture") { .orNull($0.item.culture) },
            .init("properties") { $0.item.properties ?? .null }, .init("advancedSettings", since: .online, .null),
            .init("url") { .orNull($0.item.url) }, .init("proxyFilter", .null),
            .init("access") { .string($0.item.accessWord) }, .init("size") { .int($0.item.size) },
            .init("subInfo", since: .online, .int(0)),
            .init("appCategories", .array([])), .init("industries", .array([])), .init("languages", .array([])),
            .init("largeThumbnail", .null), .init("banner", .null), .init("screenshots", .array([])),
            .init("listed", .bool(false)), .init("ownerFolder") { $0.isOwn ? .orNull($0.folder) : nil },
            .init("protected") { $0.isOwn ? .bool(false) : nil },
            .init("commentsEnabled", until: .online) { $0.isOwn ? .bool(false) : nil },
            .init("numComments", .int(0)), .init("numRatings", .int(0)), .init("avgRating", .int(0)),
            .init("numViews", .int(0)), .init("itemControl") { $0.isOwn ? $0.control.map(JSON.string) : nil },
            .init("groupCategories") { $0.isOfGroup ? .array([]) : nil },
            .init("scoreCompleteness") { .int($0.item.completeness) }, .init("groupDesignations", .null),
            .init("apiToken1ExpirationDate", since: .online, .int(-1)),
            .init("apiToken2ExpirationDate", since: .online, .int(-1)), .init("lastViewed", since: .online, .int(-1)),
        ],
        evidence: .captured(
            "TerriaJS/terriajs ArcGisPortal_search-result (2020); an item of an Enterprise portal in a Survey123 sample (2021)"
        ))

    /// Returns the corners in degrees, or an empty array.
    private static func extent(_ item: ContentItem) -> JSON {
        guard let extent = item.extent else { return .array([]) }
        return .array([
            .array([.double(extent.xmin), .double(extent.ymin)]), .array([.double(extent.xmax), .double(extent.ymax)]),
        ])
    }

    /// The completeness of the description. Portals compute it by a formula that was never shown; this is the share of
    /// seven fields.
    private var completeness: Int {
        let filled = [
            thumbnail != nil, !title.isEmpty, snippet != nil, description != nil, accessInformation != nil,
            licenseInfo != nil, !tags.isEmpty,
        ]
        return filled.count { $0 } * 100 / filled.count
    }
}
