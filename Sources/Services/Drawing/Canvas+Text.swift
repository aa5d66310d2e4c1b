// SPDX-License-Identifier: Apache-2.0

internal import CCairo

/// Text, in the fonts of the machine.
extension Canvas {
    /// The size of a text in pixels.
    struct TextSize: Sendable {
        var width: Double
        var height: Double
        /// From the top of a line to its baseline.
        var ascent: Double
        /// The distance between lines.
        var line: Double
        /// The width of each line.
        var widths: [Double]
    }

    /// Measures lines; `point` is the pixels per point.
    func measure(_ lines: [String], _ font: TextSymbol.Font, point: Double) -> TextSize {
        set(font, point)
        var around = cairo_font_extents_t()
        unsafe cairo.cairo_font_extents(context, &around)
        let widths = lines.map { line in
            var extents = cairo_text_extents_t()
            unsafe cairo.cairo_text_extents(context, line, &extents)
            return extents.x_advance
        }
        let line = around.ascent + around.descent
        return TextSize(
            width: widths.max() ?? 0, height: line * Double(lines.count), ascent: around.ascent, line: line,
            widths: widths)
    }

    /// Draws centered lines around the origin, with the halo behind the text and the background behind that.
    func write(_ lines: [String], _ symbol: TextSymbol, _ size: TextSize, point: Double) {
        if let target = symbol.target {
            rectangle(-size.width / 2, -size.height / 2, size.width, size.height)
            fill(target)
            clear()
        }
        set(symbol.font, point)
        for (number, line) in lines.enumerated() {
            move(-size.widths[number] / 2, -size.height / 2 + size.ascent + Double(number) * size.line)
            unsafe cairo.cairo_text_path(context, line)
        }
        if let halo = symbol.halo, symbol.haloSize > 0 { stroke(halo, width: 2 * symbol.haloSize * point) }
        // Strokes of a character can overlap: fill by the nonzero winding rule.
        unsafe source(symbol.color)
        unsafe cairo.cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
        unsafe cairo.cairo_fill(context)
    }

    private func set(_ font: TextSymbol.Font, _ point: Double) {
        unsafe cairo.cairo_select_font_face(
            context, font.family, font.isItalic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
            font.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
        unsafe cairo.cairo_set_font_size(context, font.size * point)
    }
}
