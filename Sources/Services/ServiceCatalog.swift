// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// What the rooms of all kinds of service have, in one list each.
package enum ServiceCatalog {
    /// All resources; literal names come before those of a layer.
    package static let resources: [Resource] = {
        let maps =
            Commons.resources + Maps.thumbnails + Queries.resources + Features.edits + Features.rows
            + Features.descriptions
            + Sync.resources + Uploads.resources + Maps.resources
        let all =
            maps + Geocoding.resources + Geoprocessing.resources + Imaging.resources + VectorTiles.resources
            + Shaping.resources + Networks.resources + Scenes.resources + Streams.resources
        return (0...5).flatMap { count in all.filter { $0.placeholders == count } }
    }()

    /// The parameters of the operations other than a layer's query.
    package static let parameters: [OperationParameter] =
        Maps.classParameters + Imaging.pixelParameters + Maps.exportParameters + Maps.identifyParameters
        + Maps.findParameters + Maps.pictureParameters
        + Imaging.parameters + Geocoding.parameters + Geoprocessing.parameters + Shaping.parameters

    package static let rules: [Rule] =
        Queries.rules + Commons.rules + Features.rules + Sync.rules + Maps.rules + Geocoding.rules + Geoprocessing.rules
        + Imaging.rules + VectorTiles.rules + WMS.rules + Shaping.rules + Networks.rules + Scenes.rules

    package static let errorBodies: [ErrorBody] =
        Commons.errorBodies + Queries.errorBodies + Features.errorBodies + Features.editErrorBodies
        + Sync.errorBodies
        + Maps.errorBodies + Geocoding.errorBodies + Geoprocessing.errorBodies + Imaging.errorBodies
        + VectorTiles.errorBodies + Shaping.errorBodies + Scenes.errorBodies
}
