// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <string.h>
#include <zlib.h>

// Compresses `size` bytes into `out` as gzip; returns the length, or 0 if it does not fit. deflateInit2 is a macro.
static inline unsigned long mp_gzip(
    const unsigned char *_Nonnull bytes, unsigned long size, unsigned char *_Nonnull out, unsigned long room) {
    z_stream stream;
    memset(&stream, 0, sizeof(stream));
    if (deflateInit2(&stream, 5, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (unsigned char *)bytes;
    stream.avail_in = (unsigned int)size;
    stream.next_out = out;
    stream.avail_out = (unsigned int)room;
    int result = deflate(&stream, Z_FINISH);
    unsigned long length = stream.total_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? length : 0;
}

// Decompresses `size` bytes of gzip into `out`; returns the length, 0 if they are not gzip, or `room` + 1 if it does
// not fit.
static inline unsigned long mp_gunzip(
    const unsigned char *_Nonnull bytes, unsigned long size, unsigned char *_Nonnull out, unsigned long room) {
    z_stream stream;
    memset(&stream, 0, sizeof(stream));
    if (inflateInit2(&stream, 31) != Z_OK) return 0;
    stream.next_in = (unsigned char *)bytes;
    stream.avail_in = (unsigned int)size;
    stream.next_out = out;
    stream.avail_out = (unsigned int)room;
    int result = inflate(&stream, Z_FINISH);
    unsigned long length = stream.total_out;
    inflateEnd(&stream);
    if (result == Z_STREAM_END) return length;
    return result == Z_BUF_ERROR && length == room ? room + 1 : 0;
}
