// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `legend` of an image service.
enum ImageLegendOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let bands = bandEntries(service).map { entry in
            JSON.object([
                .init("label", .string(entry.label)), .init("url", .string(entry.name)),
                .init("imageData", .string(Base64.encode(entry.image))), .init("contentType", .string("image/png")),
                .init("height", .int(Legend.side)), .init("width", .int(Legend.side)),
            ])
        }
        return .json(
            .object([
                .init(
                    "layers",
                    .array([
                        .object([
                            .init("layerId", .int(0)), .init("layerName", .string(service.name)),
                            .init("layerType", .string("Raster Layer")), .init("minScale", .int(0)),
                            .init("maxScale", .int(0)),
                            .init("legendType", .string(bands.isEmpty ? "Stretched" : "RGB Composite")),
                            .init("legend", .array(bands)),
                        ])
                    ]))
            ]))
    }

    static func image(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let name = request.names["image"] ?? ""
        guard let entry = bandEntries(service).first(where: { $0.name == name }) else {
            return .file(
                .missing(
                    Verdict(
                        Maps.Rules.noOutput, facts: [.init("image", name)],
                        wouldPass: "a url from the service's legend")))
        }
        return .file(.png(entry.image))
    }

    /// The bands of an image (captured, including spaces); none for a single value.
    private static func bandEntries(_ service: ServiceModel) -> [Legend.Entry] {
        guard service.imagery?.picture != nil else { return [] }
        return [
            ("Red:    Band_1", Color(red: 255, green: 0, blue: 0)),
            ("Green: Band_2", Color(red: 0, green: 255, blue: 0)),
            ("Blue:   Band_3", Color(red: 0, green: 0, blue: 255)),
        ].map { Legend.entry($0, [], Canvas(width: Legend.side, height: Legend.side, background: $1)) }
    }
}
