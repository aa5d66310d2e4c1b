// SPDX-License-Identifier: Apache-2.0

internal import CCairo

/// An image or page being drawn by cairo, confined to one thread. Coordinates are pixels from the top left.
@safe final class Canvas {
    let width: Int
    let height: Int
    let surface: OpaquePointer
    let context: OpaquePointer
    /// The buffer of a page; `nil` for pixels.
    let sink: CairoOutput?

    /// Creates an image; `nil` without memory.
    convenience init?(width: Int, height: Int, background: Color = .clear) {
        guard width > 0, height > 0 else { return nil }
        let surface = unsafe cairo.cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
        unsafe self.init(
            width: width, height: height, surface: surface, sink: nil, scale: 1, background: background)
    }

    /// Takes ownership of the surface. `scale` is the surface units per pixel.
    @unsafe init?(
        width: Int, height: Int, surface: OpaquePointer?, sink: CairoOutput?, scale: Double, background: Color
    ) {
        guard let surface = unsafe surface, let context = unsafe cairo.cairo_create(surface) else { return nil }
        (self.width, self.height, self.sink) = (width, height, sink)
        unsafe (self.surface, self.context) = (surface, context)
        // A surface without memory silently ignores all drawing.
        guard unsafe cairo.cairo_status(context) == CAIRO_STATUS_SUCCESS else { return nil }
        if scale != 1 { unsafe cairo.cairo_scale(context, scale, scale) }
        guard background.alpha > 0 else { return }
        unsafe source(background)
        unsafe cairo.cairo_paint(context)
    }

    deinit {
        unsafe cairo.cairo_destroy(context)
        unsafe cairo.cairo_surface_destroy(surface)
    }

    // MARK: paths

    func move(_ x: Double, _ y: Double) { unsafe cairo.cairo_move_to(context, x, y) }
    func line(_ x: Double, _ y: Double) { unsafe cairo.cairo_line_to(context, x, y) }
    func close() { unsafe cairo.cairo_close_path(context) }
    func clear() { unsafe cairo.cairo_new_path(context) }

    func circle(_ x: Double, _ y: Double, radius: Double) {
        unsafe cairo.cairo_new_sub_path(context)
        unsafe cairo.cairo_arc(context, x, y, radius, 0, 2 * .pi)
        close()
    }

    func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        unsafe cairo.cairo_rectangle(context, x, y, width, height)
    }

    // MARK: ink

    /// Fills the path by the even-odd rule, with holes where rings overlap, and keeps it.
    func fill(_ color: Color) {
        unsafe source(color)
        unsafe cairo.cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        unsafe cairo.cairo_fill_preserve(context)
    }

    /// Fills the path with a repeated image and keeps it. `scale` is the canvas pixels per image pixel.
    func fill(_ picture: Canvas, scale: (x: Double, y: Double)) {
        // A scale of zero is an error for cairo, which then stops drawing.
        guard scale.x > 0, scale.y > 0, let pattern = unsafe cairo.cairo_pattern_create_for_surface(picture.surface)
        else {
            return
        }
        defer { unsafe cairo.cairo_pattern_destroy(pattern) }
        unsafe cairo.cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT)
        var matrix = cairo_matrix_t()
        unsafe cairo.cairo_matrix_init_scale(&matrix, 1 / scale.x, 1 / scale.y)
        unsafe cairo.cairo_pattern_set_matrix(pattern, &matrix)
        unsafe cairo.cairo_set_source(context, pattern)
        unsafe cairo.cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        unsafe cairo.cairo_fill_preserve(context)
    }

    /// Strokes the path and keeps it. `dashes` is pixels on, off, on …; empty is a solid line.
    func stroke(_ color: Color, width: Double, dashes: [Double] = []) {
        unsafe source(color)
        unsafe cairo.cairo_set_line_width(context, width)
        unsafe cairo.cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        unsafe cairo.cairo_set_line_cap(context, dashes.isEmpty ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        unsafe cairo.cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        unsafe cairo.cairo_stroke_preserve(context)
    }

    /// Draws an image centered at a point.
    func stamp(_ picture: Canvas, width: Double, height: Double) {
        guard width > 0, height > 0 else { return }
        saved {
            unsafe cairo.cairo_scale(context, width / Double(picture.width), height / Double(picture.height))
            unsafe cairo.cairo_set_source_surface(
                context, picture.surface, -Double(picture.width) / 2, -Double(picture.height) / 2)
            unsafe cairo.cairo_paint(context)
        }
    }

    /// Draws with the origin at a point, turned clockwise by degrees.
    func at(_ x: Double, _ y: Double, turned angle: Double = 0, _ draw: () -> Void) {
        saved {
            unsafe cairo.cairo_translate(context, x, y)
            if angle != 0 { unsafe cairo.cairo_rotate(context, angle * .pi / 180) }
            draw()
        }
    }

    /// Draws a group with an opacity.
    func layer(opacity: Double, _ draw: () -> Void) {
        guard opacity < 1 else { return draw() }
        unsafe cairo.cairo_push_group(context)
        draw()
        unsafe cairo.cairo_pop_group_to_source(context)
        unsafe cairo.cairo_paint_with_alpha(context, opacity)
    }

    /// Draws inside of a path, by the even-odd rule.
    func clipped(_ path: () -> Void, _ draw: () -> Void) {
        saved {
            path()
            unsafe cairo.cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
            unsafe cairo.cairo_clip(context)
            draw()
        }
    }

    private func saved(_ draw: () -> Void) {
        unsafe cairo.cairo_save(context)
        draw()
        unsafe cairo.cairo_restore(context)
    }

    @unsafe func source(_ color: Color) {
        unsafe cairo.cairo_set_source_rgba(
            context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
            Double(color.alpha) / 255)
    }
}
