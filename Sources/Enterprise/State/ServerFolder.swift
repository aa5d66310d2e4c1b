// SPDX-License-Identifier: Apache-2.0

/// A folder of services that an administrator created or described.
struct ServerFolder: Sendable, Codable {
    var name: String
    var description: String
    var isWebEncrypted = false
    /// Who was allowed to use its services, and who was not; `nil` until somebody was.
    var permissions: ServicePermissions?
}
