// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <png.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// libpng's simplified interface, so that no longjmp crosses Swift. Its formats are nested macros, which Swift does not
// import.

/// Reads the width and the height of a PNG; returns 0 if it is not one.
static inline int mp_png_size(const uint8_t *_Nonnull bytes, size_t count, uint32_t *_Nonnull width,
                              uint32_t *_Nonnull height) {
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes, count)) return 0;
    *width = image.width;
    *height = image.height;
    png_image_free(&image);
    return 1;
}

/// Reads the pixels as red, green, blue and alpha: four times width times height bytes. Returns 0 if the PNG is broken.
static inline int mp_png_read(const uint8_t *_Nonnull bytes, size_t count, uint8_t *_Nonnull pixels, size_t size) {
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes, count)) return 0;
    image.format = PNG_FORMAT_RGBA;
    if (PNG_IMAGE_SIZE(image) != size) {
        png_image_free(&image);
        return 0;
    }
    return png_image_finish_read(&image, NULL, pixels, 0, NULL);
}

/// Writes a PNG into `bytes`: three or four channels, or one channel of indexes into `entries` colors of four channels.
/// Returns its length, or the length it needs if `bytes` is NULL; 0 if it fails.
static inline size_t mp_png_write(uint32_t width, uint32_t height, int channels, const uint8_t *_Nonnull pixels,
                                  const uint8_t *_Nullable colours, uint32_t entries, uint8_t *_Nullable bytes,
                                  size_t size) {
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = channels == 3 ? PNG_FORMAT_RGB : channels == 4 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGBA_COLORMAP;
    image.colormap_entries = entries;
    png_alloc_size_t length = size;
    if (!png_image_write_to_memory(&image, bytes, &length, 0, pixels, 0, colours)) return 0;
    return length;
}
