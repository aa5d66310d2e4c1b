// SPDX-License-Identifier: Apache-2.0

import Formats

/// A symbol of a renderer. Sizes are in points, angles in degrees counterclockwise, as Esri writes them.
enum Symbol: Sendable {
    case marker(Marker)
    case picture(PictureMarker)
    case line(Line)
    case fill(Fill)

    struct Marker: Sendable {
        /// The style without its prefix: `Circle`, `Cross`, `Diamond`, `Square`, `Triangle`, `X`.
        var style: String
        var color: Color?
        var size: Double
        var angle: Double
        var offset: (x: Double, y: Double)
        var outline: Line?
    }

    struct PictureMarker: Sendable {
        var picture: Picture?
        var width: Double
        var height: Double
        var angle: Double
        var offset: (x: Double, y: Double)
    }

    struct Line: Sendable {
        /// The style without its prefix: `Solid`, `Dash`, `Dot`, `DashDot`, `Null`.
        var style: String
        var color: Color?
        var width: Double
    }

    struct Fill: Sendable {
        /// The style without its prefix: `Solid`, `Null`, `Cross`, `BackwardDiagonal` …; `Picture` for a picture fill.
        var style: String
        var color: Color?
        var outline: Line?
        var picture: Picture?
        var width = 0.0
        var height = 0.0
    }
}

/// As JSON: `esriSMS`, `esriPMS`, `esriSLS`, `esriSFS`, `esriPFS`.
extension Symbol {
    init?(json: JSON?) {
        guard let json, let type = json["type"]?.text else { return nil }
        let style = String((json["style"]?.text ?? "").dropFirst("esriSMS".count))
        let offset = (x: json["xoffset"]?.finite ?? 0, y: json["yoffset"]?.finite ?? 0)
        switch type {
        case "esriSMS":
            self = .marker(
                Marker(
                    style: style.isEmpty ? "Circle" : style, color: Color(json: json["color"]),
                    size: json["size"]?.finite ?? 8, angle: json["angle"]?.finite ?? 0, offset: offset,
                    outline: Line(json: json["outline"])))
        case "esriPMS":
            let picture = Symbol.picture(json)
            self = .picture(
                PictureMarker(
                    picture: picture, width: json["width"]?.finite ?? Double(picture?.width ?? 0) * 0.75,
                    height: json["height"]?.finite ?? Double(picture?.height ?? 0) * 0.75,
                    angle: json["angle"]?.finite ?? 0, offset: offset))
        case "esriSLS": self = .line(Line(json: json) ?? Line(style: "Null", color: nil, width: 0))
        case "esriSFS":
            self = .fill(
                Fill(
                    style: style.isEmpty ? "Solid" : style, color: Color(json: json["color"]),
                    outline: Line(json: json["outline"])))
        case "esriPFS":
            let picture = Symbol.picture(json)
            self = .fill(
                Fill(
                    style: "Picture", color: nil, outline: Line(json: json["outline"]), picture: picture,
                    width: json["width"]?.finite ?? Double(picture?.width ?? 0) * 0.75,
                    height: json["height"]?.finite ?? Double(picture?.height ?? 0) * 0.75))
        default: return nil
        }
    }

    /// Returns the image in the symbol itself. One that is referenced by `url` is not fetched.
    private static func picture(_ json: JSON) -> Picture? {
        json["imageData"]?.text.flatMap(Base64.decode).flatMap { Picture(png: $0) }
    }
}

extension Symbol.Line {
    init?(json: JSON?) {
        guard let json, json.members != nil else { return nil }
        let style = String((json["style"]?.text ?? "").dropFirst("esriSLS".count))
        self.init(
            style: style.isEmpty ? "Solid" : style, color: Color(json: json["color"]), width: json["width"]?.finite ?? 1
        )
    }

    /// The lengths on and off, in multiples of the line width.
    var dashes: [Double] {
        switch style {
        case "Dash", "ShortDash": [4, 2]
        case "LongDash": [8, 3]
        case "Dot", "ShortDot": [1, 2]
        case "DashDot", "ShortDashDot": [4, 2, 1, 2]
        case "LongDashDot": [8, 3, 1, 3]
        case "DashDotDot", "ShortDashDotDot", "LongDashDotDot": [4, 2, 1, 2, 1, 2]
        default: []
        }
    }
}
