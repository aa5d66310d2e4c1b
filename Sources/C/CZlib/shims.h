// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <string.h>
#include <zlib.h>

// Compresses `size` bytes into `out` in the format that `window` means. Returns the length, or -1 if it does not fit.
// deflateInit2 is a macro.
static inline long mp_compress(
    const unsigned char *_Nonnull bytes, unsigned long size, unsigned char *_Nonnull out, unsigned long room, int window,
    int level) {
    z_stream stream;
    memset(&stream, 0, sizeof(stream));
    if (deflateInit2(&stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return -1;
    stream.next_in = (unsigned char *)bytes;
    stream.avail_in = (unsigned int)size;
    stream.next_out = out;
    stream.avail_out = (unsigned int)room;
    int result = deflate(&stream, Z_FINISH);
    long length = (long)stream.total_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? length : -1;
}

// Expands `size` bytes into `out`. Returns the length, -1 if they are not of that format, -2 if it does not fit.
static inline long mp_expand(
    const unsigned char *_Nonnull bytes, unsigned long size, unsigned char *_Nonnull out, unsigned long room, int window) {
    z_stream stream;
    memset(&stream, 0, sizeof(stream));
    if (inflateInit2(&stream, window) != Z_OK) return -1;
    stream.next_in = (unsigned char *)bytes;
    stream.avail_in = (unsigned int)size;
    stream.next_out = out;
    stream.avail_out = (unsigned int)room;
    int result = inflate(&stream, Z_FINISH);
    long length = (long)stream.total_out;
    inflateEnd(&stream);
    if (result == Z_STREAM_END) return length;
    return result == Z_BUF_ERROR && (unsigned long)length == room ? -2 : -1;
}
