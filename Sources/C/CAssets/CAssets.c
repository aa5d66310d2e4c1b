// Made by scripts/embed-scenarios.py: the built-in scenarios and their data.
#include "CAssets.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../../scenarios/data/airports.geojson"
};
static const unsigned char file1[] = {
#embed "../../../scenarios/start/federated.json5"
};
static const unsigned char file2[] = {
#embed "../../../scenarios/start/standalone.json5"
};

const mp_asset mp_assets[] = {
    {"data/airports.geojson", file0, sizeof(file0)},
    {"start/federated.json5", file1, sizeof(file1)},
    {"start/standalone.json5", file2, sizeof(file2)},
};

const int mp_asset_count = sizeof(mp_assets) / sizeof(mp_assets[0]);
