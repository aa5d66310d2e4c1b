// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A requested image of an image service.
struct ImageExport: Sendable {
    /// The formats. `jpgpng` is JPEG if the image has no transparency, otherwise PNG (documented).
    enum Format: Sendable, Hashable {
        case jpgpng
        case fixed(PictureFormat)

        init?(name: String) {
            if name.lowercased() == "jpgpng" {
                self = .jpgpng
            } else if let format = PictureFormat(name: name), format.paper == nil {
                self = .fixed(format)
            } else {
                return nil
            }
        }
    }

    var view: RasterView
    var frame: Frame
    var format: Format

    func reply() -> Reply {
        guard let picture = view.picture(frame) else { return .png([]) }
        let chosen: PictureFormat =
            switch format {
            case .jpgpng: picture.isOpaque ? .jpg : .png32
            case .fixed(let format): format
            }
        return Reply(type: chosen.type, bytes: picture.file(chosen, keepsAlpha: !picture.isOpaque))
    }

    /// The file name extension.
    var ending: String {
        switch format {
        case .jpgpng: view.picture(frame)?.isOpaque == true ? "jpg" : "png"
        case .fixed(let format): format.ending
        }
    }
}

/// A reader of the parameters of `exportImage`.
struct ImageExportReader {
    let reading: ServiceRequest
    let view: RasterView

    private static let notEmulated = ["bandIds", "noData", "multidimensionalVariables", "sliceId"]

    func read() -> Result<ImageExport, ServiceRequest.Refused> {
        do throws(ServiceRequest.Refused) { return .success(try export()) } catch { return .failure(error) }
    }

    private func export() throws(ServiceRequest.Refused) -> ImageExport {
        var request = MapRequest(reading: reading)
        _ = try request.notEmulated(ImageExportReader.notEmulated).get()
        request.own = view.reference
        if let rule = reading.given("renderingrule"), !isPlain(rule) {
            throw reading.notEmulated("renderingRule", rule)
        }
        if let type = reading.given("pixeltype"), !["U8", "UNKNOWN"].contains(type.uppercased()) {
            throw reading.notEmulated("pixelType", type)
        }
        let box = try request.envelope("bbox").get()
        let boxReference = try request.reference("bboxSR").get()
        let reference = try request.reference("imageSR").get()
        let size = try request.size(reading.given("size") ?? "400,400", "size").get()
        guard let extent = boxReference.project(box, to: reference),
            [extent.xmin, extent.ymin, extent.xmax, extent.ymax].allSatisfy(\.isFinite)
        else { throw reading.badReference("bboxSR", reading.given("bboxsr") ?? "") }
        let frame = Frame(extent: extent, reference: reference, width: size.width, height: size.height)
        let written = reading.given("format") ?? "jpgpng"
        guard let format = ImageExport.Format(name: written) else { throw reading.badFormat(written) }
        var view = view
        view.isSmooth = reading.given("interpolation")?.lowercased() != "rsp_nearestneighbor"
        return ImageExport(
            view: view, frame: reading.isTrue("adjustaspectratio", default: true) ? frame.fitted : frame,
            format: format)
    }

    /// Returns whether a rule changes nothing.
    private func isPlain(_ rule: String) -> Bool {
        guard let json = try? JSONReader.read(Array(rule.utf8)) else { return false }
        return json.members?.isEmpty == true || json["rasterFunction"]?.text == "None"
    }
}
