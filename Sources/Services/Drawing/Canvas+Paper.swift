// SPDX-License-Identifier: Apache-2.0

internal import CCairo
import Facts
import Formats

extension Canvas {
    /// A page that is written while it is drawn, with lines instead of pixels.
    enum Paper: Sendable, Hashable { case pdf, svg, ps }

    /// Creates a page of the frame's size: an SVG in pixels, others in points, 72 per inch. `nil` without memory.
    convenience init?(_ paper: Paper, _ frame: Frame, background: Color, at now: Instant) {
        let sink = CairoOutput(paper, at: now)
        let scale = paper == .svg ? 1 : 1 / frame.point
        let (width, height) = (Double(frame.width) * scale, Double(frame.height) * scale)
        let target = unsafe Unmanaged.passUnretained(sink).toOpaque()
        let surface =
            switch paper {
            case .pdf: unsafe cairo.cairo_pdf_surface_create_for_stream(take, target, width, height)
            case .svg: unsafe cairo.cairo_svg_surface_create_for_stream(take, target, width, height)
            case .ps: unsafe cairo.cairo_ps_surface_create_for_stream(take, target, width, height)
            }
        switch paper {
        // cairo dates its files by the machine's clock; these use the deployment's.
        case .pdf:
            unsafe cairo.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, ISO8601.format(now))
        case .svg: unsafe cairo.cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
        case .ps: break
        }
        unsafe self.init(
            width: frame.width, height: frame.height, surface: surface, sink: sink, scale: scale, background: background
        )
    }

    /// Returns the file. Nothing can be drawn afterwards.
    func finished() -> [UInt8] {
        unsafe cairo.cairo_surface_finish(surface)
        return sink?.file ?? []
    }
}

/// A callback of cairo with the next bytes of a file; its first argument is the sink, which outlives the canvas.
private let take: cairo_write_func_t = { sink, bytes, count in
    guard let sink = unsafe sink, let bytes = unsafe bytes else { return CAIRO_STATUS_WRITE_ERROR }
    let box = unsafe Unmanaged<CairoOutput>.fromOpaque(sink).takeUnretainedValue()
    unsafe box.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
}
