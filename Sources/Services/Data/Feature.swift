// SPDX-License-Identifier: Apache-2.0

package import Formats

/// One row of a layer: its values in the order of the fields, and its geometry as Esri writes it.
package struct Feature: Sendable {
    package var objectID: Int
    package var values: [JSON]
    /// Without `spatialReference`; `nil` if there is none.
    package var geometry: JSON?
    /// x and y of a point; of other geometries the middle of their extent.
    package var envelope: Envelope?
    /// Its true curves as the source has them: `{"curveRings":…}`; `nil`: it has none.
    package var curves: JSON?

    package init(
        objectID: Int, values: [JSON], geometry: JSON? = nil, envelope: Envelope? = nil, curves: JSON? = nil
    ) {
        (self.objectID, self.values, self.geometry) = (objectID, values, geometry)
        (self.envelope, self.curves) = (envelope, curves)
    }
}
