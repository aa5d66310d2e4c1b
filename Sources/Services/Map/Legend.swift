// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The legend of a layer: the symbols of its classes.
struct Legend: Sendable {
    struct Entry: Sendable {
        var label: String
        var values: [String]
        /// A PNG.
        var image: [UInt8]
        /// The name in URLs: 32 digits.
        var name: String
    }

    /// The pixels of each side (captured).
    static let side = 20

    /// Returns the entries of a drawn layer; the class of all other values comes first, as in maps (inferred).
    static func entries(_ layer: Layer) -> [Entry] {
        let renderer = layer.drawn
        return ([renderer.other].compactMap(\.self) + renderer.classes).map { drawn in
            let canvas = Canvas(width: side, height: side)
            if let symbol = drawn.symbol { canvas?.swatch(symbol, point: 96.0 / 72) }
            return entry(drawn.label, drawn.values, canvas)
        }
    }

    static func entry(_ label: String, _ values: [String], _ canvas: Canvas?) -> Entry {
        let image = canvas?.picture.png() ?? []
        return Entry(
            label: label, values: values, image: image, name: Hex.encode(Array(Digest.sha256(image).prefix(16))))
    }
}
