// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// GetMap and GetFeatureInfo.
extension WMS {
    /// The formats in the order of servers' capabilities (captured: two public copies, of a 10.x server and of
    /// www.wms.nrw.de).
    static let formats: [(type: String, format: PictureFormat)] = [
        ("image/bmp", .bmp), ("image/jpeg", .jpg), ("image/tiff", .tiff), ("image/png", .png), ("image/png8", .png8),
        ("image/png24", .png24), ("image/png32", .png32), ("image/gif", .gif), ("image/svg+xml", .svg),
    ]
    static let infoFormats = ["text/plain", "text/html", "text/xml", "application/geo+json"]

    func map() throws(Exception) -> ServiceResponse {
        let frame = try frame()
        let written = try needed("format")
        guard let format = WMS.formats.first(where: { ASCII.equal($0.type, written) })?.format else {
            throw Exception(
                code: "InvalidFormat", text: "The format is one of \(WMS.formats.map(\.type).joined(separator: ", ")).",
                parameter: "format", value: written)
        }
        var background = Color.white
        if let text = request.given("bgcolor") {
            guard let color = Color(text: text) else {
                throw Exception(code: nil, text: "BGCOLOR is 0xRRGGBB.", parameter: "bgcolor", value: text)
            }
            background = color
        }
        if request.isTrue("transparent"), format.isTransparent { background = .clear }
        // The first layer of the list is at the bottom.
        let asked = try chosen("layers")
        let parts: [MapDrawing.Part]
        let when = try time()
        do throws(ServiceError) {
            parts = try MapRequest(request: request, service: service).parts(
                asked.reversed(), LayerDefinitions(), when)
        } catch {
            throw Exception(
                code: nil, text: error.body.message, parameter: "layers", value: error.verdict.wouldPass)
        }
        let export = Export(
            drawing: MapDrawing(frame: frame, background: background, parts: parts), format: format,
            now: request.now)
        return .deferred { .file(export.file()) }
    }

    func featureInfo() throws(Exception) -> ServiceResponse {
        let frame = try frame()
        let type = request.given("info_format") ?? infoDefault
        guard let format = WMS.infoFormats.first(where: { ASCII.equal($0, type) }) else {
            throw Exception(
                code: "InvalidFormat", text: "INFO_FORMAT is one of \(WMS.infoFormats.joined(separator: ", ")).",
                parameter: "info_format", value: type)
        }
        let (x, y) = (
            try pixel(version == .v130 ? "i" : "x", frame.width), try pixel(version == .v130 ? "j" : "y", frame.height)
        )
        let (across, up) = (
            frame.extent.xmin + (x + 0.5) * frame.resolution,
            frame.extent.ymax - (y + 0.5) * (frame.extent.ymax - frame.extent.ymin) / Double(frame.height)
        )
        let layers = try chosen("query_layers")
        let chosen = layers.indices.compactMap { place in
            layers[place].store.flatMap { try? LayerRows(layers[place], $0) }
                .map { Identify.Chosen(place: place, rows: $0) }
        }
        let identify = Identify(
            shape: .object([.init("x", .double(across)), .init("y", .double(up))]), reference: frame.reference,
            distance: frame.resolution * 3, isTopOnly: false, layers: layers, chosen: chosen)
        let count = max(1, Int(request.given("feature_count") ?? "") ?? 1)
        return .deferred { .file(FeatureInfo(found: Array(identify.found().prefix(count))).file(format)) }
    }

    private var infoDefault: String { "text/plain" }

    private func frame() throws(Exception) -> Frame {
        let name = try needed(version == .v130 ? "crs" : "srs")
        guard let reference = systems.first(where: { ASCII.equal($0.name, name) })?.reference else {
            throw Exception(
                code: version == .v130 ? "InvalidCRS" : "InvalidSRS",
                text: "The reference system is one of \(systems.map(\.name).joined(separator: ", ")).",
                parameter: version == .v130 ? "crs" : "srs", value: name)
        }
        let text = try needed("bbox")
        var sides = text.split(separator: ",").compactMap { Double(ASCII.trimmed($0)) }
        if sides.count == 4, turnsAxes(name) { sides = [sides[1], sides[0], sides[3], sides[2]] }
        guard sides.count == 4, sides[0] < sides[2], sides[1] < sides[3], sides.allSatisfy({ abs($0) < 1e12 }) else {
            throw Exception(
                code: nil, text: "BBOX is minx,miny,maxx,maxy, in the order of the system's axes.", parameter: "bbox",
                value: text)
        }
        return Frame(
            extent: Envelope(xmin: sides[0], ymin: sides[1], xmax: sides[2], ymax: sides[3]), reference: reference,
            width: try size("width"), height: try size("height"))
    }

    private func needed(_ name: String) throws(Exception) -> String {
        guard let value = request.given(name) else {
            throw Exception(
                code: nil, text: "\(name.uppercased()) is missing.", parameter: name, value: "")
        }
        return value
    }

    private func size(_ name: String) throws(Exception) -> Int {
        let text = try needed(name)
        guard let size = Int(text), (1...Maps.largestPicture).contains(size) else {
            throw Exception(
                code: nil, text: "\(name.uppercased()) is 1 to \(Maps.largestPicture).", parameter: name,
                value: text)
        }
        return size
    }

    private func pixel(_ name: String, _ limit: Int) throws(Exception) -> Double {
        let text = try needed(name)
        guard let index = Int(text), (0..<limit).contains(index) else {
            throw Exception(
                code: "InvalidPoint", text: "\(name.uppercased()) is a pixel of the picture.", parameter: name,
                value: text)
        }
        return Double(index)
    }

    private func chosen(_ name: String) throws(Exception) -> [Layer] {
        let known = layers
        var chosen: [Layer] = []
        for part in try needed(name).split(separator: ",") {
            // Titles are accepted too: services can be published with names instead of numbers (documented).
            guard let layer = known.first(where: { $0.name == part || $0.layer.name == part })?.layer else {
                throw Exception(
                    code: "LayerNotDefined", text: "The layers are \(known.map(\.name).joined(separator: ", ")).",
                    parameter: name, value: String(part))
            }
            chosen.append(layer)
        }
        return chosen
    }

    private func time() throws(Exception) -> TimeSpan? {
        guard let text = request.given("time") else { return nil }
        let moments = text.split(separator: "/").map { ISO8601.instant(String($0)) }
        guard (1...2).contains(moments.count), let start = moments[0], let end = moments[moments.count - 1] else {
            throw Exception(
                code: "InvalidDimensionValue", text: "TIME is an instant of ISO 8601, or two with a slash.",
                parameter: "time", value: text)
        }
        return TimeSpan("\(start.milliseconds),\(end.milliseconds)")
    }
}
