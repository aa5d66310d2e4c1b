// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Reads the parameters of `export`: docs/reference/maps.md#operations.
struct ExportReader {
    let map: MapRequest
    let takesSimpleDefinitions: Bool

    private static let notEmulated = [
        "gdbVersion", "mapScale", "rotation", "mapRangeValues", "layerRangeValues",
        "layerParameterValues", "historicMoment", "clipping", "spatialFilter", "selectionDefinitions",
    ]

    func read() throws(ServiceError) -> Export {
        let request = map.request
        try map.notEmulated(ExportReader.notEmulated)
        let box = try map.envelope("bbox")
        let boxReference = try map.reference("bboxSR")
        let reference =
            try request.given("imagesr") == nil ? map.service.reference : map.reference("imageSR")
        let size = try map.size(request.given("size") ?? "400,400", "size")
        let dpi = try map.dpi(request.given("dpi"), "dpi")
        guard let extent = boxReference.project(box, to: reference),
            [extent.xmin, extent.ymin, extent.xmax, extent.ymax].allSatisfy(\.isFinite)
        else { throw request.badReference("bboxSR", request.given("bboxsr") ?? "") }
        // The scale decides which layers show, so it is that of the fitted frame.
        let frame = Frame(
            extent: extent, reference: reference, width: size.width, height: size.height, dpi: dpi
        ).fitted
        let written = request.given("format") ?? "png"
        guard let format = PictureFormat(name: written) else { throw request.badImageFormat(written) }
        var choice = LayerChoice(.visible)
        if let text = request.given("layers") {
            guard let read = LayerChoice(text, LayerChoice.export) else {
                throw request.badMapParameter("layers", text, "show:0,1, or hide, include, exclude")
            }
            choice = read
        }
        var background = Color.white
        if let text = request.given("bgcolor") {
            guard let color = Color(text: text) else {
                throw request.badMapParameter("bgcolor", text, "255,255,255 or 0xFFFFFF")
            }
            background = color
        }
        if request.isTrue("transparent"), format.isTransparent { background = .clear }
        let definitions = try map.definitions(takesSimple: takesSimpleDefinitions)
        let time = try map.time()
        let layers = choice.layers(map.service, scale: frame.scale)
        let parts = try map.parts(layers, definitions, time)
        return Export(
            drawing: MapDrawing(frame: frame, background: background, parts: parts), format: format, now: request.now)
    }
}
