// SPDX-License-Identifier: Apache-2.0

package import Formats

/// Services made from what servers answered: a root, or the `/layers` below it.
extension MapService {
    /// Takes over what a root says; the layers that it lists come first, so that others go on top of them.
    package mutating func describe(_ json: JSON) {
        described = json
        description = json["description"]?.text ?? description
        copyright = json["copyrightText"]?.text ?? copyright
        maxRecordCount = maxRecordCount ?? json["maxRecordCount"]?.integer
        if runtime == nil, json["cimVersion"] != nil { runtime = .arcGISPro }
        if json["allowGeometryUpdates"] != nil {
            feature.capabilities = feature.capabilities ?? json["capabilities"]?.text
            feature.allowsGeometryUpdates = json["allowGeometryUpdates"]?.truth ?? true
        } else {
            capabilities = capabilities ?? json["capabilities"]?.text
        }
    }

    /// The layers that a root, or `/layers`, lists.
    package static func layers(described json: JSON) -> [Layer] {
        let layers = (json["layers"]?.elements ?? []).compactMap { Layer(described: $0) }
        return layers + (json["tables"]?.elements ?? []).compactMap { Layer(described: $0, isTable: true) }
    }
}
