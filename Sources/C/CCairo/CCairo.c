// SPDX-License-Identifier: Apache-2.0

#include "CCairo.h"
#include "CLoading.h"
#include <pthread.h>

static mp_cairo functions;
static char failure[256] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The number that the headers promise first; then what a package manager without numbers installs.
static const char *const names[] = {"libcairo.so.2", "libcairo.so", "libcairo.2.dylib", "libcairo.dylib", NULL};

#define F(name) #name,
static const char *const symbols[] = {MP_CAIRO_FUNCTIONS(F) NULL};
#undef F

static cairo_surface_t *no_image(cairo_format_t format, int width, int height) {
    (void)format, (void)width, (void)height;
    mp_miss_library("cairo", failure);
    return NULL;
}

static cairo_surface_t *no_page(cairo_write_func_t write, void *sink, double width, double height) {
    (void)write, (void)sink;
    return no_image(CAIRO_FORMAT_ARGB32, (int)width, (int)height);
}

static void load(void) {
    if (mp_load(names, symbols, (void **)&functions, failure, sizeof failure)) return;
    functions.cairo_image_surface_create = no_image;
    functions.cairo_pdf_surface_create_for_stream = no_page;
    functions.cairo_svg_surface_create_for_stream = no_page;
    functions.cairo_ps_surface_create_for_stream = no_page;
}

const mp_cairo *mp_cairo_library(void) {
    pthread_once(&once, load);
    return &functions;
}
