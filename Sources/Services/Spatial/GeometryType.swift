// SPDX-License-Identifier: Apache-2.0

/// The types of geometries, with Esri's names.
package enum GeometryType: String, Sendable, Hashable, CaseIterable, Codable {
    case point = "esriGeometryPoint"
    case multipoint = "esriGeometryMultipoint"
    case polyline = "esriGeometryPolyline"
    case polygon = "esriGeometryPolygon"
}
