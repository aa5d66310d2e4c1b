// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A row of a layer: its values in the order of the fields, and its geometry in Esri JSON.
package struct Feature: Sendable, Codable {
    package var objectID: Int
    package var values: [JSON]
    /// The geometry without `spatialReference`, or `nil`.
    package var geometry: JSON?
    /// The point, or the extent of other geometries.
    package var envelope: Envelope?
    /// The true curves of the source, `{"curveRings":…}`, or `nil`.
    package var curves: JSON?

    package init(
        objectID: Int, values: [JSON], geometry: JSON? = nil, envelope: Envelope? = nil, curves: JSON? = nil
    ) {
        (self.objectID, self.values, self.geometry) = (objectID, values, geometry)
        (self.envelope, self.curves) = (envelope, curves)
    }
}
