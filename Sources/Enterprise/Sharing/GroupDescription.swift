// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The keys of a group.
enum GroupDescription {
    /// Where a group is shown.
    enum Place: Sendable {
        /// Its own resource.
        case own
        /// A hit of a search.
        case search
        /// The groups of a member, and the answer of `createGroup`.
        case member
    }

    struct Subject: Sendable {
        var group: PortalState.Group
        var born: Instant
        /// The user whose membership is reported, or `nil`.
        var username: String?
        var place: Place
        /// A Boolean value that indicates whether the group was created by this request.
        var isNew = false
    }

    static let evidence = Evidence.captured(
        "docs/reference/sharing.md#r1 to #r3; TerriaJS/terriajs ArcGisPortal_user-info (an Enterprise portal, 2020)")

    static func table(_ release: SharingRelease) -> SharingDescription<Subject> {
        release.version.isOnline && release.year <= 2018 ? old : new
    }

    private typealias Row = SharingDescription<Subject>.Row

    /// ArcGIS Online of 2017 and 2018 has another order.
    private static let old = SharingDescription<Subject>(
        rows: head + [
            .init("isViewOnly") { .bool($0.group.isViewOnly) }, .init("isFav", .bool(false)), openData,
            .init("thumbnail") { .orNull($0.group.thumbnail) }, .init("created") { .time($0.born) },
            .init("modified") { .time($0.born) },
            .init("provider", .null), .init("providerGroupName", .null), .init("isReadOnly", .bool(false)),
            .init("access") { .string($0.group.access.rawValue) },
            .init("capabilities") { .strings($0.group.capabilities) }, membership, collaboration,
            .init("protected") { .bool($0.group.isProtected) }, .init("autoJoin", .bool(false)),
            .init("notificationsEnabled", .bool(false)),
        ], evidence: .captured("docs/reference/sharing.md#r2; Esri/arcgis-rest-js group mocks"))

    private static let new = SharingDescription<Subject>(
        rows: head + [
            .init("isViewOnly") { .bool($0.group.isViewOnly) }, openData,
            .init("featuredItemsId", since: .v10_8_1, online: .from(2020)) { $0.place == .member ? nil : .null },
            .init("thumbnail") { .orNull($0.group.thumbnail) }, .init("created") { .time($0.born) },
            .init("modified") { .time($0.born) },
            .init("access") { .string($0.group.access.rawValue) },
            .init("capabilities") { .strings($0.group.capabilities) }, .init("isFav", .bool(false)),
            .init("isReadOnly", .bool(false)), .init("protected") { .bool($0.group.isProtected) },
            .init("autoJoin", .bool(false)), .init("notificationsEnabled", .bool(false)), .init("provider", .null),
            .init("providerGroupName", .null),
            .init("leavingDisallowed", since: .v10_8_1, online: .from(2020), .bool(false)),
            .init("hiddenMembers", since: .v10_8_1, online: .from(2020), .bool(false)),
            .init("membershipAccess", since: .v11_1, online: .from(2022)) { $0.place == .own ? .string("org") : nil },
            .init(
                "displaySettings", since: .v10_8_1, online: .from(2020), .object([.init("itemTypes", .string(""))])),
            .init("orgId", since: .online, online: .from(2022)) {
                $0.place == .own ? .string(PortalState.organizationID) : nil
            },
            .init("properties", since: .v10_8_1, online: .from(2020)) { $0.place == .member ? nil : .null }, membership,
            collaboration,
        ], evidence: evidence)

    private static let head: [Row] = [
        .init("id") { .string($0.group.id) }, .init("title") { .string($0.group.heading) },
        .init("isInvitationOnly") { .bool($0.group.isInvitationOnly) },
        .init("owner") { .orNull($0.group.owner) }, .init("description") { .orNull($0.group.description) },
        .init("snippet") { .orNull($0.group.snippet) }, .init("tags") { .strings($0.group.tags) },
        .init("typeKeywords", since: .v10_8_1, online: .from(2019)) {
            $0.place == .member ? nil : .array([])
        }, .init("phone", .null), .init("sortField") { .string($0.group.sortField) },
        .init("sortOrder") { .string($0.group.sortOrder) },
    ]

    /// Only where it is true.
    private static let openData = Row("isOpenData") { $0.group.isOpenData ? .bool(true) : nil }

    private static let membership = Row("userMembership") { subject in
        guard subject.place != .search, !subject.isNew, let username = subject.username else { return nil }
        let role = subject.group.role(of: username)
        let applications: [JSON.Member] =
            [.owner, .admin].contains(role) ? [.init("applications", .int(subject.group.applicants.count))] : []
        return .object(
            [
                .init("username", .string(username)),
                .init("memberType", .string(role == .nonmember ? "none" : role.rawValue)),
            ] + applications)
    }

    private static let collaboration = Row("collaborationInfo", since: .v10_6) { $0.place == .own ? .object([]) : nil }
}
