// SPDX-License-Identifier: Apache-2.0

package import Formats

/// Services created from servers' answers: a root, or `/layers`.
extension ServiceModel {
    /// Applies a root. The layers that it lists come first, so that others override them.
    package mutating func describe(_ json: JSON) {
        described = json
        description = json["description"]?.text ?? description
        copyright = json["copyrightText"]?.text ?? copyright
        maxRecordCount = maxRecordCount ?? json["maxRecordCount"]?.integer
        cache = cache ?? json["tileInfo"].flatMap(TileCache.init(described:))
        if runtime == nil, json["cimVersion"] != nil { runtime = .arcGISPro }
        if json["allowGeometryUpdates"] != nil {
            feature.capabilities = feature.capabilities ?? json["capabilities"]?.text
            feature.allowsGeometryUpdates = json["allowGeometryUpdates"]?.truth ?? true
        } else {
            capabilities = capabilities ?? json["capabilities"]?.text
        }
    }

    /// Returns the layers that a root or `/layers` lists.
    package static func layers(described json: JSON) -> [Layer] {
        let layers = (json["layers"]?.elements ?? []).compactMap { Layer(described: $0) }
        return layers + (json["tables"]?.elements ?? []).compactMap { Layer(described: $0, isTable: true) }
    }
}
