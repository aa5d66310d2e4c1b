// SPDX-License-Identifier: Apache-2.0

#pragma once

// A file that the binary carries.
typedef struct {
    // Relative to scenarios/: start/federated.json5
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    unsigned long size;
} mp_asset;

extern const mp_asset mp_assets[];
extern const int mp_asset_count;

// By number: Swift sees an array of unknown length as nothing.
static inline mp_asset mp_asset_at(int number) { return mp_assets[number]; }
