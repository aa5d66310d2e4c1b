// SPDX-License-Identifier: Apache-2.0

internal import CCairo

/// Texts, in the fonts that the machine has.
extension Canvas {
    /// Pixels of a text.
    struct TextSize: Sendable {
        var width: Double
        var height: Double
        /// From the top of a line to the line that letters stand on.
        var ascent: Double
        /// From one line to the next.
        var line: Double
        /// Of each line.
        var widths: [Double]
    }

    /// `point`: pixels a point.
    func measure(_ lines: [String], _ font: TextSymbol.Font, point: Double) -> TextSize {
        set(font, point)
        var around = cairo_font_extents_t()
        unsafe cairo_font_extents(context, &around)
        let widths = lines.map { line in
            var extents = cairo_text_extents_t()
            unsafe cairo_text_extents(context, line, &extents)
            return extents.x_advance
        }
        let line = around.ascent + around.descent
        return TextSize(
            width: widths.max() ?? 0, height: line * Double(lines.count), ascent: around.ascent, line: line,
            widths: widths)
    }

    /// Each line in its middle, all of them around the origin; the halo lies behind the letters, the ground behind it.
    func write(_ lines: [String], _ symbol: TextSymbol, _ size: TextSize, point: Double) {
        if let target = symbol.target {
            rectangle(-size.width / 2, -size.height / 2, size.width, size.height)
            fill(target)
            clear()
        }
        set(symbol.font, point)
        for (number, line) in lines.enumerated() {
            move(-size.widths[number] / 2, -size.height / 2 + size.ascent + Double(number) * size.line)
            unsafe cairo_text_path(context, line)
        }
        if let halo = symbol.halo, symbol.haloSize > 0 { stroke(halo, width: 2 * symbol.haloSize * point) }
        // Strokes of a letter may lie on each other: what is twice in it is in it.
        unsafe source(symbol.color)
        unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
        unsafe cairo_fill(context)
    }

    private func set(_ font: TextSymbol.Font, _ point: Double) {
        unsafe cairo_select_font_face(
            context, font.family, font.isItalic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
            font.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
        unsafe cairo_set_font_size(context, font.size * point)
    }
}
