// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The keys of a user object.
enum UserDescription {
    struct Subject: Sendable {
        var account: Account
        var groups: [JSON]
        var born: Instant
        /// A Boolean value that indicates whether the caller is the member or an administrator. Nobody else sees the
        /// privileges.
        var isOwn: Bool
    }

    static let description = SharingDescription<Subject>(
        rows: [
            .init("username") { .string($0.account.username) }, .init("fullName") { .string($0.account.fullName) },
            .init("availableCredits", .int(-1)), .init("assignedCredits", .int(-1)),
            .init("firstName") { .string(names($0.account).first) },
            .init("lastName") { .string(names($0.account).last) }, .init("preferredView", .null),
            .init("description", .null), .init("email") { .string($0.account.email) },
            .init("userType", since: .v10_4, .string("arcgisonly")),
            .init("idpUsername") { .orNull($0.account.provider == .enterprise ? nameID($0.account) : nil) },
            .init("favGroupId", .null), .init("lastLogin", .int(-1)), .init("mfaEnabled", .bool(false)),
            .init("access", .string("org")), .init("storageUsage", .int(0)), .init("storageQuota", .int(-1)),
            .init("orgId", .string(PortalState.organizationID)), .init("role") { .string($0.account.role) },
            .init("privileges") { $0.isOwn ? .strings(Privileges.of($0.account.role)) : nil },
            .init("roleId") { .string($0.account.role) }, .init("level", .string("2")),
            .init("userLicenseTypeId", since: .v10_7_1, .string("creatorUT")),
            .init("disabled") { .bool($0.account.isDisabled) }, .init("tags", .array([])),
            .init("culture", .string("en")), .init("region", .null), .init("units", .string("english")),
            .init("thumbnail", .null), .init("created") { .time($0.born) }, .init("modified") { .time($0.born) },
            .init("provider") { .string($0.account.provider.rawValue) }, .init("groups") { .array($0.groups) },
        ],
        evidence: .captured(
            "Esri/arcgis-rest-js user-search mock (ArcGIS Online, 2019); values of a fresh member are inferred"))

    private static func names(_ account: Account) -> (first: String, last: String) {
        let words = account.fullName.split(separator: " ")
        guard let last = words.last, words.count > 1 else { return (account.fullName, "") }
        return (words.dropLast().joined(separator: " "), String(last))
    }

    private static func nameID(_ account: Account) -> String { account.nameID ?? account.username }
}
