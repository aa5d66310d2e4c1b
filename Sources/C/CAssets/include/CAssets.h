// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string.h>

// A file embedded in the binary.
typedef struct {
    // The path relative to its folder, as in start/federated.json5.
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    unsigned long size;
} mp_asset;

// The files of scenarios/.
extern const mp_asset mp_assets[];
extern const int mp_asset_count;

// The files of inspector/.
extern const mp_asset mp_pages[];
extern const int mp_page_count;

// The guides, by their paths in the repository.
extern const mp_asset mp_guides[];
extern const int mp_guide_count;

// Access by index: Swift does not import an array of unknown length.
static inline mp_asset mp_asset_at(int number) { return mp_assets[number]; }
static inline mp_asset mp_page_at(int number) { return mp_pages[number]; }
static inline mp_asset mp_guide_at(int number) { return mp_guides[number]; }

// The file of scenarios/ with that name, or none. The names are in the order of their bytes.
static inline const mp_asset *_Nullable mp_asset_named(const char *_Nonnull name) {
    int low = 0, high = mp_asset_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        int order = strcmp(name, mp_assets[middle].name);
        if (order == 0) return &mp_assets[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return NULL;
}
