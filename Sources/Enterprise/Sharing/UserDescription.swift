// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The keys of a user object.
enum UserDescription {
    /// Who sees it, and where.
    enum View: Sendable {
        /// The member, or an administrator, at the member's own resource.
        case own
        /// A member of the organization in a list, or at the resource of another member.
        case listed
        /// Anybody without a token.
        case anonymous
    }

    struct Subject: Sendable {
        var account: Account
        var groups: [JSON]
        var born: Instant
        var view: View
        /// What the member's role allows.
        var privileges: [String] = []

        fileprivate func unlessAnonymous(_ value: JSON) -> JSON? { view == .anonymous ? nil : value }
        fileprivate func ifOwn(_ value: JSON) -> JSON? { view == .own ? value : nil }
        fileprivate func ifListed(_ value: JSON) -> JSON? { view == .listed ? value : nil }
    }

    private typealias Row = SharingDescription<Subject>.Row

    /// The keys captured of ArcGIS Online from 2019 to 2021, and those documented for everybody. What Enterprise has
    /// follows ArcGIS Online of its time, inferred.
    static let description = SharingDescription<Subject>(
        rows: names + profile + license + tail,
        evidence: .captured(
            "docs/reference/sharing.md#u1 to #u3; Esri/arcgis-rest-js, Esri/hub.js and Esri/solution.js user mocks"))

    private static let names: [Row] = [
        .init("username") { .string($0.account.username) },
        .init("udn", since: .v10_9, online: .from(2021)) { $0.unlessAnonymous(.null) },
        .init("id", until: .v10_9, online: .through(2020)) { $0.ifOwn(.string(id($0.account.username))) },
        .init("id", since: .v10_9, online: .from(2021)) { $0.unlessAnonymous(.string(id($0.account.username))) },
        .init("fullName") { .string($0.account.fullName) },
        .init("availableCredits") { $0.ifListed(.int(-1)) }, .init("assignedCredits") { $0.ifListed(.int(-1)) },
        .init("firstName") { .string(names($0.account).first) },
        .init("lastName") { .string(names($0.account).last) },
    ]

    private static let profile: [Row] = [
        .init("preferredView") { $0.unlessAnonymous(.orNull($0.account.profile["preferredView"])) },
        .init("description") { .orNull($0.account.description) },
        .init("email") { $0.unlessAnonymous(.string($0.account.email)) },
        .init("userType", since: .v10_4, until: .v10_9, online: .during(2019, 2020)) {
            $0.ifOwn(.string($0.account.profile["userType"] ?? "arcgisonly"))
        },
        .init("userType", since: .v10_9, online: .from(2021)) {
            $0.unlessAnonymous(.string($0.account.profile["userType"] ?? "arcgisonly"))
        },
        .init("idpUsername") {
            $0.unlessAnonymous(.orNull($0.account.provider == .enterprise ? nameID($0.account) : nil))
        },
        .init("favGroupId") {
            $0.view == .own ? .string(id("\($0.account.username)/favorites")) : $0.unlessAnonymous(.null)
        },
        .init("lastLogin") { $0.unlessAnonymous(.int(-1)) },
        .init("mfaEnabled") { $0.unlessAnonymous(.bool($0.account.hasSecondFactor)) },
        .init("validateUserProfile", since: .v10_9, online: .from(2021)) { $0.unlessAnonymous(.bool(true)) },
        .init("access", until: .v10_9, online: .through(2020)) {
            $0.unlessAnonymous(.string($0.account.access.rawValue))
        },
    ]

    private static let license: [Row] = [
        .init("storageUsage") { $0.unlessAnonymous(.int(0)) },
        .init("storageQuota") {
            $0.view == .own
                ? .number("\($0.account.storageQuota ?? UserContent.standardQuota)") : $0.unlessAnonymous(.int(0))
        },
        .init("orgId") { $0.unlessAnonymous(.string(PortalState.organizationID)) },
        .init("role") { $0.unlessAnonymous(.string($0.account.role)) },
        .init("privileges") { $0.ifOwn(.strings($0.privileges)) },
        .init("level") { $0.unlessAnonymous(.string("\(UserType.named($0.account.licenseType)?.level ?? 2)")) },
        .init("userLicenseTypeId", since: .v10_7, until: .v10_9, online: .during(2019, 2020)) {
            $0.ifOwn(.string($0.account.licenseType))
        },
        .init("userLicenseTypeId", since: .v10_9, online: .from(2021)) {
            $0.unlessAnonymous(.string($0.account.licenseType))
        },
        .init("disabled") { $0.unlessAnonymous(.bool($0.account.isDisabled)) },
    ]

    private static let tail: [Row] = [
        .init("tags") { .strings($0.account.tags) },
        .init("culture") { .string($0.account.profile["culture"] ?? "en") },
        .init("cultureFormat", since: .v10_7, until: .v10_9, online: .during(2019, 2020)) {
            $0.ifOwn(.string($0.account.profile["cultureFormat"] ?? "us"))
        },
        .init("cultureFormat", since: .v10_9, online: .from(2021)) {
            $0.unlessAnonymous(.string($0.account.profile["cultureFormat"] ?? "us"))
        },
        .init("region") { .orNull($0.account.profile["region"]) },
        .init("units") { .string($0.account.profile["units"] ?? "english") },
        .init("thumbnail") { .orNull($0.account.profile["thumbnail"]) },
        .init("access", since: .v10_9, online: .from(2021)) {
            $0.unlessAnonymous(.string($0.account.access.rawValue))
        },
        .init("created") { .time($0.account.created ?? $0.born) },
        .init("modified") { .time($0.account.modified ?? $0.account.created ?? $0.born) },
        .init("provider") { .string($0.account.provider.rawValue) },
        .init("groups") { $0.unlessAnonymous(.array($0.groups)) },
    ]

    /// Returns an id of 32 hexadecimal digits derived from the name.
    static func id(_ username: String) -> String {
        Digest.id("user/\(username)")
    }

    private static func names(_ account: Account) -> (first: String, last: String) {
        if let first = account.profile["firstName"], let last = account.profile["lastName"] { return (first, last) }
        // As bytes: to look for letters of several code points is dear.
        let words = account.fullName.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
        guard let last = words.last, words.count > 1 else { return (account.fullName, "") }
        return (words.dropLast().joined(separator: " "), String(last))
    }

    private static func nameID(_ account: Account) -> String { account.nameID ?? account.username }
}
