// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <gif_lib.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// giflib writes a file piece by piece through a function; this one collects the pieces in memory.

struct mp_gif_file {
    uint8_t *_Nullable bytes;
    size_t size, capacity;
};

static inline int mp_gif_take(GifFileType *_Nonnull gif, const GifByteType *_Nonnull bytes, int count) {
    struct mp_gif_file *file = (struct mp_gif_file *)gif->UserData;
    size_t needed = file->size + (size_t)count;
    if (needed > file->capacity) {
        size_t capacity = needed * 2 + 4096;
        uint8_t *grown = (uint8_t *)realloc(file->bytes, capacity);
        if (!grown) return 0;
        file->bytes = grown;
        file->capacity = capacity;
    }
    memcpy(file->bytes + file->size, bytes, (size_t)count);
    file->size = needed;
    return count;
}

/// Writes a GIF. `pixels` are indexes into `count` colors, 1 to 256, of three bytes each; `clear` is the index of the
/// transparent color, or -1. Returns memory for the caller to free, and its size; NULL if it fails. `pixels` are used
/// up.
static inline uint8_t *_Nullable mp_gif_write(int width, int height, uint8_t *_Nonnull pixels,
                                              const uint8_t *_Nonnull colours, int count, int clear,
                                              size_t *_Nonnull size) {
    int bits = 1;
    while ((1 << bits) < count) bits++;
    GifColorType table[256];
    memset(table, 0, sizeof table);
    memcpy(table, colours, (size_t)count * 3);
    ColorMapObject *map = GifMakeMapObject(1 << bits, table);
    struct mp_gif_file file = {NULL, 0, 0};
    int problem = 0;
    GifFileType *gif = map ? EGifOpen(&file, mp_gif_take, &problem) : NULL;
    int done = 0;
    if (gif) {
        EGifSetGifVersion(gif, true);
        done = EGifPutScreenDesc(gif, width, height, 8, 0, map) == GIF_OK;
        if (done && clear >= 0) {
            GraphicsControlBlock block = {DISPOSAL_UNSPECIFIED, false, 0, clear};
            GifByteType extension[4];
            size_t length = EGifGCBToExtension(&block, extension);
            done = EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, (int)length, extension) == GIF_OK;
        }
        done = done && EGifPutImageDesc(gif, 0, 0, width, height, false, NULL) == GIF_OK;
        for (int row = 0; done && row < height; row++)
            done = EGifPutLine(gif, pixels + (size_t)row * (size_t)width, width) == GIF_OK;
        done = EGifCloseFile(gif, &problem) == GIF_OK && done;
    }
    GifFreeMapObject(map);
    if (!done) {
        free(file.bytes);
        return NULL;
    }
    *size = file.size;
    return file.bytes;
}
