// SPDX-License-Identifier: Apache-2.0

import Formats

/// The symbol of a text, `esriTS`. Sizes are in points, angles in degrees counterclockwise.
struct TextSymbol: Sendable {
    struct Font: Sendable {
        var family = "Arial"
        var size = 8.0
        var isItalic = false
        var isBold = false
    }

    var color = Color(red: 0, green: 0, blue: 0)
    var target: Color?
    var halo: Color?
    var haloSize = 0.0
    var angle = 0.0
    var offset = (x: 0.0, y: 0.0)
    var font = Font()

    /// The largest font size that is drawn.
    private static let largest = 500.0

    init() {}

    /// Reads the symbol; missing keys are as in a text without a symbol: eight points of Arial in black (inferred).
    init(json: JSON) {
        color = Color(json: json["color"]) ?? color
        target = Color(json: json["backgroundColor"])
        halo = Color(json: json["haloColor"])
        haloSize = min(TextSymbol.largest, max(0, json["haloSize"]?.finite ?? 0))
        angle = json["angle"]?.finite ?? 0
        offset = (x: json["xoffset"]?.finite ?? 0, y: json["yoffset"]?.finite ?? 0)
        font.family = json["font"]?["family"]?.text ?? font.family
        font.size = min(TextSymbol.largest, max(1, json["font"]?["size"]?.finite ?? font.size))
        font.isItalic = ["italic", "oblique"].contains(json["font"]?["style"]?.text)
        font.isBold = ["bold", "bolder"].contains(json["font"]?["weight"]?.text)
    }
}
