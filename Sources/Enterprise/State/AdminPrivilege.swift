// SPDX-License-Identifier: Apache-2.0

/// What a role of a server's store may do: docs/reference/admin.md#f3.
enum AdminPrivilege: String, Sendable, CaseIterable, Comparable, Codable {
    /// Use services that are shared with it.
    case access = "ACCESS"
    /// Publish and administer services.
    case publish = "PUBLISH"
    /// Administer the site.
    case administer = "ADMINISTER"

    static func < (one: AdminPrivilege, other: AdminPrivilege) -> Bool { one.rank < other.rank }

    private var rank: Int { self == .access ? 0 : self == .publish ? 1 : 2 }

    /// The portal role of the same rank, by which the doors decide.
    var role: String {
        switch self {
        case .access: "org_user"
        case .publish: "org_publisher"
        case .administer: "org_admin"
        }
    }

    init(role: String) {
        self = role == "org_admin" ? .administer : role == "org_publisher" ? .publish : .access
    }
}
