// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `rasterAttributeTable` and `colormap` of a raster of one band whose root says that it has them (documented:
/// raster-attribute-table, colormap).
enum RasterTableOperation {
    /// The values of the raster, and how many pixels have each.
    static func table(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard service.imagery?["hasRasterAttributeTable"]?.truth == true else {
            throw request.lacking("hasRasterAttributeTable", service.capabilities(.imageServer, nil, request.version))
        }
        guard let view = service.rasterView else { throw request.noPicture() }
        let rule = try request.rasterRule(service)
        let bands = service.rasterBandCount
        return .deferred {
            let rows = RasterStatistics(view.rendered(rule, bands: bands), bands: bands).table
            func field(_ name: String, _ type: FieldType) -> JSON {
                .object([
                    .init("name", .string(name)), .init("type", .string(type.rawValue)), .init("alias", .string(name)),
                    .init("domain", .null),
                ])
            }
            let features = rows.enumerated().map { number, row in
                JSON.object([
                    .init(
                        "attributes",
                        .object([
                            .init("OBJECTID", .int(number + 1)), .init("Value", .number(RasterView.text(row.value))),
                            .init("Count", .int(row.count)),
                        ]))
                ])
            }
            return .json(
                .object([
                    .init("objectIdFieldName", .string("OBJECTID")),
                    .init(
                        "fields",
                        .array([field("OBJECTID", .objectID), field("Value", .integer), field("Count", .double)])),
                    .init("features", .array(features)),
                ]))
        }
    }

    /// The colors of the image's pixels by the value of the first band.
    static func colormap(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard service.imagery?["hasColormap"]?.truth == true else {
            throw request.lacking("hasColormap", service.capabilities(.imageServer, nil, request.version))
        }
        guard let view = service.rasterView else { throw request.noPicture() }
        return .deferred {
            var colors: [UInt8: [UInt8]] = [:]
            let pixels = view.raster.pixels
            for start in stride(from: 0, to: pixels.count, by: 4) where pixels[start + 3] > 0 {
                if colors[pixels[start]] == nil { colors[pixels[start]] = Array(pixels[start..<start + 3]) }
            }
            let entries = colors.keys.sorted().map { value in
                JSON.array(([value] + (colors[value] ?? [])).map { .int(Int($0)) })
            }
            return .json(.object([.init("colormap", .array(entries))]))
        }
    }
}
