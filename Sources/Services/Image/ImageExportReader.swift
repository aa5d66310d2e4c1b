// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of the parameters of `exportImage`.
struct ImageExportReader {
    let map: MapRequest
    let view: RasterView

    private static let notEmulated = ["multidimensionalVariables", "sliceId"]
    /// The types of pixels that the picture here does not have (documented: export-image).
    private static let otherTypes = ["c64", "c128", "f32", "f64", "s8", "s16", "s32", "u1", "u2", "u4", "u16", "u32"]

    func read() throws(ServiceError) -> ImageExport {
        let request = map.request
        try map.notEmulated(ImageExportReader.notEmulated)
        let rule = try request.rasterRule(map.service)
        let ids = try request.bandIDs(rule, map.service)
        if let type = request.given("pixeltype"), ImageExportReader.otherTypes.contains(type.lowercased()) {
            throw request.notEmulated("pixelType", type)
        }
        let box = try map.envelope("bbox")
        let boxReference = try map.reference("bboxSR")
        let reference = try map.reference("imageSR")
        let size = try map.size()
        guard let extent = boxReference.project(box, to: reference),
            [extent.xmin, extent.ymin, extent.xmax, extent.ymax].allSatisfy(\.isFinite)
        else { throw request.badReference("bboxSR", request.given("bboxsr") ?? "") }
        let frame = Frame(extent: extent, reference: reference, width: size.width, height: size.height)
        let written = request.given("format") ?? "jpgpng"
        let format = ImageExport.Format(name: written)
        if PictureFormat.missing.contains(written.lowercased()) { throw request.badImageFormat(written) }
        var view = view
        view.isSmooth = request.given("interpolation")?.lowercased() != "rsp_nearestneighbor"
        var export = ImageExport(
            view: view, frame: request.isTrue("adjustaspectratio", default: true) ? frame.fitted : frame,
            format: format ?? .jpgpng, isFormatKnown: format != nil)
        let (count, noData) = (map.service.rasterBandCount, request.noData())
        let matchesAll = ASCII.equal(request.given("nodatainterpretation") ?? "", "esriNoDataMatchAll")
        if rule != nil || ids != nil || noData != nil {
            export.render = { view in
                view.rendered(rule, bands: count, showing: ids, noData: noData, matchesAll: matchesAll)
            }
        }
        return export
    }
}
