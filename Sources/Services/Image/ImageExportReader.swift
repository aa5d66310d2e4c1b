// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of the parameters of `exportImage`.
struct ImageExportReader {
    let map: MapRequest
    let view: RasterView

    private static let notEmulated = ["bandIds", "noData", "multidimensionalVariables", "sliceId"]

    func read() throws(ServiceError) -> ImageExport {
        let request = map.request
        try map.notEmulated(ImageExportReader.notEmulated)
        if let rule = request.given("renderingrule"), !isPlain(rule) {
            throw request.notEmulated("renderingRule", rule)
        }
        if let type = request.given("pixeltype"), !["U8", "UNKNOWN"].contains(type.uppercased()) {
            throw request.notEmulated("pixelType", type)
        }
        let box = try map.envelope("bbox")
        let boxReference = try map.reference("bboxSR")
        let reference = try map.reference("imageSR")
        let size = try map.size(request.given("size") ?? "400,400", "size")
        guard let extent = boxReference.project(box, to: reference),
            [extent.xmin, extent.ymin, extent.xmax, extent.ymax].allSatisfy(\.isFinite)
        else { throw request.badReference("bboxSR", request.given("bboxsr") ?? "") }
        let frame = Frame(extent: extent, reference: reference, width: size.width, height: size.height)
        let written = request.given("format") ?? "jpgpng"
        guard let format = ImageExport.Format(name: written) else { throw request.badImageFormat(written) }
        var view = view
        view.isSmooth = request.given("interpolation")?.lowercased() != "rsp_nearestneighbor"
        return ImageExport(
            view: view, frame: request.isTrue("adjustaspectratio", default: true) ? frame.fitted : frame,
            format: format)
    }

    /// Returns whether a rule changes nothing.
    private func isPlain(_ rule: String) -> Bool {
        guard let json = try? JSONReader.read(Array(rule.utf8)) else { return false }
        return json.members?.isEmpty == true || json["rasterFunction"]?.text == "None"
    }
}
