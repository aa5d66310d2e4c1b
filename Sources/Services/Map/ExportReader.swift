// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Reads the parameters of `export`: docs/reference/maps.md#operations.
struct ExportReader {
    let map: MapRequest
    let takesSimpleDefinitions: Bool

    private static let notEmulated = ["selectionDefinitions"]

    func read() throws(ServiceError) -> Export {
        let request = map.request
        try map.notEmulated(ExportReader.notEmulated)
        if let text = request.given("rotation"), let angle = Double(ASCII.trimmed(text)),
            angle.truncatingRemainder(dividingBy: 360) != 0
        {
            throw request.notEmulated("rotation", text)
        }
        let box = try map.envelope("bbox")
        let boxReference = try map.reference("bboxSR")
        let reference =
            try request.given("imagesr") == nil ? map.service.reference : map.reference("imageSR")
        let size = try map.size()
        guard let extent = boxReference.project(box, to: reference),
            [extent.xmin, extent.ymin, extent.xmax, extent.ymax].allSatisfy(\.isFinite)
        else { throw request.badReference("bboxSR", request.given("bboxsr") ?? "") }
        // The scale decides which layers show, so it is that of the fitted frame.
        var frame = Frame(
            extent: extent, reference: reference, width: size.width, height: size.height,
            dpi: map.dpi(request.given("dpi"))
        ).fitted
        if let scale = request.given("mapscale").flatMap({ Double(ASCII.trimmed($0)) }), scale > 0, scale.isFinite,
            request.version >= .v10_1
        {
            frame = frame.atScale(scale)
        }
        let format = try map.format(request.given("format") ?? "png", default: .png)
        let choice = request.given("layers").map(LayerChoice.ofExport) ?? LayerChoice(.visible)
        var background = request.given("bgcolor").flatMap { Color(text: $0) } ?? .white
        if request.isTrue("transparent"), format.isTransparent { background = .clear }
        let definitions = try map.definitions(takesSimple: takesSimpleDefinitions)
        let layers = choice.layers(map.service, scale: frame.scale)
        var parts = try map.parts(layers, definitions, map.time())
        let mask = try map.mask(reference)
        for index in parts.indices {
            if mask?.excluded.contains(parts[index].layer.id) == false { parts[index].clip = mask?.shape }
            let own = parts[index].layer.data?.reference ?? reference
            parts[index].way = try map.way(from: own, to: reference)
        }
        return Export(
            drawing: MapDrawing(frame: frame, background: background, parts: parts), format: format, now: request.now)
    }
}
