// SPDX-License-Identifier: Apache-2.0

#pragma once

// A file embedded in the binary.
typedef struct {
    // The path relative to scenarios/, as in start/federated.json5.
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    unsigned long size;
} mp_asset;

extern const mp_asset mp_assets[];
extern const int mp_asset_count;

// Access by index: Swift does not import an array of unknown length.
static inline mp_asset mp_asset_at(int number) { return mp_assets[number]; }
