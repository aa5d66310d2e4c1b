// SPDX-License-Identifier: Apache-2.0

/// What a machine of ArcGIS Server is licensed for.
package enum ServerLicense: String, Sendable, CaseIterable, Codable {
    /// Nothing: no site can be created on it.
    case none
    /// Not to host a portal's services.
    case basic
    case standard
    case advanced

    /// A Boolean value that indicates whether the server may be a portal's hosting server (Esri/arcgis-powershell-dsc#130).
    var mayHost: Bool { self == .standard || self == .advanced }
}
