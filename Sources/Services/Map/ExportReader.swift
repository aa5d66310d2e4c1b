// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Reads the parameters of `export`: docs/reference/maps.md#operations.
struct ExportReader {
    let reading: ServiceRequest
    let takesSimpleDefinitions: Bool

    private static let notEmulated = [
        "gdbVersion", "mapScale", "rotation", "mapRangeValues", "layerRangeValues",
        "layerParameterValues", "historicMoment", "clipping", "spatialFilter", "selectionDefinitions",
    ]

    func read() -> Result<Export, ServiceRequest.Refused> {
        do throws(ServiceRequest.Refused) { return .success(try export()) } catch { return .failure(error) }
    }

    private func export() throws(ServiceRequest.Refused) -> Export {
        let request = MapRequest(reading: reading)
        _ = try request.notEmulated(ExportReader.notEmulated).get()
        let box = try request.envelope("bbox").get()
        let boxReference = try request.reference("bboxSR").get()
        let reference =
            try reading.given("imagesr") == nil ? request.service.reference : request.reference("imageSR").get()
        let size = try request.size(reading.given("size") ?? "400,400", "size").get()
        let dpi = try request.dpi(reading.given("dpi"), "dpi").get()
        guard let extent = boxReference.project(box, to: reference),
            [extent.xmin, extent.ymin, extent.xmax, extent.ymax].allSatisfy(\.isFinite)
        else { throw reading.badReference("bboxSR", reading.given("bboxsr") ?? "") }
        let frame = Frame(
            extent: extent, reference: reference, width: size.width, height: size.height, dpi: dpi
        ).fitted
        let written = reading.given("format") ?? "png"
        guard let format = PictureFormat(name: written) else { throw reading.badFormat(written) }
        var choice = LayerChoice(.visible)
        if let text = reading.given("layers") {
            guard let read = LayerChoice(text, LayerChoice.export) else {
                throw reading.badMapParameter("layers", text, "show:0,1, or hide, include, exclude")
            }
            choice = read
        }
        var background = Color.white
        if let text = reading.given("bgcolor") {
            guard let color = Color(text: text) else {
                throw reading.badMapParameter("bgcolor", text, "255,255,255 or 0xFFFFFF")
            }
            background = color
        }
        if reading.isTrue("transparent"), format.isTransparent { background = .clear }
        let definitions = try request.definitions(takesSimple: takesSimpleDefinitions).get()
        let time = try request.time().get()
        // The scale decides which layers show, so it is that of the fitted frame.
        let layers = choice.layers(request.service, scale: frame.scale)
        let parts = try request.parts(layers, definitions, time).get()
        return Export(
            drawing: MapDrawing(frame: frame, background: background, parts: parts), format: format, now: reading.now)
    }
}

extension ServiceRequest {
    func badFormat(_ written: String) -> Refused {
        Refused(
            code: 400, message: "Invalid or missing input parameters.", details: [],
            verdict: Verdict(
                MapServices.MapRules.format, facts: [.init("format", written)],
                wouldPass: PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")))
    }
}
