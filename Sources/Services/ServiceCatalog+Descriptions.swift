// SPDX-License-Identifier: Apache-2.0

package import Facts

extension ServiceCatalog {
    /// The evidence of each key of each description: its own, or that of the order of the whole.
    package static let keysOfDescriptions: [Evidence] = [
        .mapServer, .mapLayer, .tileService, .featureServer, .featureLayer, .proFeatureLayer, .hostedServer,
        .hostedLayer,
        .imageServer, .vectorTileServer, .hostedVectorTiles, .geocodeServer, .gpServer, .geometryServer,
        .naServer, .sceneServer, .streamServer,
    ].flatMap { (description: Description) in description.rows.map { $0.evidence ?? description.evidence } }
}
