// SPDX-License-Identifier: Apache-2.0

/// A role of a server's own store.
struct StoreRole: Sendable, Codable {
    var name: String
    var description: String
    var privilege = AdminPrivilege.access
}
