// SPDX-License-Identifier: Apache-2.0

/// The types of service.
package enum ServiceKind: String, Sendable, CaseIterable, Codable {
    case mapServer = "MapServer"
    case featureServer = "FeatureServer"
    case imageServer = "ImageServer"
    case geocodeServer = "GeocodeServer"
    case gpServer = "GPServer"
    case vectorTileServer = "VectorTileServer"
    case geometryServer = "GeometryServer"
    case naServer = "NAServer"
    case sceneServer = "SceneServer"
    case streamServer = "StreamServer"
}
