// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `queryLegends` of a map: the legend of the layers that `layers` chooses, as `export` would draw them (documented:
/// query-legends). Which symbols a picture shows is not looked at: all of a layer's are in the answer.
enum QueryLegendsOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        var (asked, drawn) = try request.dynamic(of: service)
        if let text = asked.given("layers") {
            // At every scale.
            var all = drawn
            for index in all.layers.indices { (all.layers[index].minScale, all.layers[index].maxScale) = (0, 0) }
            let shown = LayerChoice.ofExport(text).layers(all, scale: 1).map(\.id)
            drawn.layers.removeAll { !shown.contains($0.id) }
        }
        asked.parameters.removeAll { $0.name == "dynamiclayers" }
        return try LegendOperation.answer(&asked, in: &drawn)
    }
}
