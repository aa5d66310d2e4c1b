// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-ps.h>
#include <cairo/cairo-svg.h>
#include <cairo/cairo.h>

// cairo is loaded when the first picture is drawn: it brings fonts and X11 along, which a start
// without pictures does not need.
#define MP_CAIRO_FUNCTIONS(F)                                                                                          \
    F(cairo_arc) F(cairo_clip) F(cairo_close_path) F(cairo_create) F(cairo_destroy) F(cairo_fill)                      \
    F(cairo_fill_preserve) F(cairo_font_extents) F(cairo_image_surface_create) F(cairo_image_surface_get_data)         \
    F(cairo_image_surface_get_stride) F(cairo_line_to) F(cairo_matrix_init_scale) F(cairo_move_to) F(cairo_new_path)   \
    F(cairo_new_sub_path) F(cairo_paint) F(cairo_paint_with_alpha) F(cairo_pattern_create_for_surface)                 \
    F(cairo_pattern_destroy) F(cairo_pattern_set_extend) F(cairo_pattern_set_matrix)                                   \
    F(cairo_pdf_surface_create_for_stream) F(cairo_pdf_surface_set_metadata) F(cairo_pop_group_to_source)              \
    F(cairo_ps_surface_create_for_stream) F(cairo_push_group) F(cairo_rectangle) F(cairo_restore) F(cairo_rotate)      \
    F(cairo_save) F(cairo_scale) F(cairo_select_font_face) F(cairo_set_dash) F(cairo_set_fill_rule)                    \
    F(cairo_set_font_size) F(cairo_set_line_cap) F(cairo_set_line_join) F(cairo_set_line_width) F(cairo_set_source)    \
    F(cairo_set_source_rgba) F(cairo_set_source_surface) F(cairo_status) F(cairo_stroke_preserve)                      \
    F(cairo_surface_destroy) F(cairo_surface_finish) F(cairo_surface_flush) F(cairo_surface_mark_dirty)                \
    F(cairo_svg_surface_create_for_stream) F(cairo_svg_surface_set_document_unit) F(cairo_text_extents)                \
    F(cairo_text_path) F(cairo_translate)

// The functions that are used, under their own names.
typedef struct mp_cairo {
#define F(name) __typeof__(name) *_Nonnull name;
    MP_CAIRO_FUNCTIONS(F)
#undef F
} mp_cairo;

// The library. The first call loads it; from any thread. Where there is none, what begins its use returns NULL, and
// mp_missing_library() of the thread says so.
const mp_cairo *_Nonnull mp_cairo_library(void);
