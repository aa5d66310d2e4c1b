// Made by scripts/embed-scenarios.py: the built-in scenarios and their data.
#include "CAssets.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../../scenarios/data/airports.geojson"
};
static const unsigned char file1[] = {
#embed "../../../scenarios/seed-thread/10-4-saml-only-psa.json5"
};
static const unsigned char file2[] = {
#embed "../../../scenarios/seed-thread/10-6-1-federated.json5"
};
static const unsigned char file3[] = {
#embed "../../../scenarios/seed-thread/adfs-refused.json5"
};
static const unsigned char file4[] = {
#embed "../../../scenarios/seed-thread/mistyped-client.json5"
};
static const unsigned char file5[] = {
#embed "../../../scenarios/seed-thread/working-script.json5"
};
static const unsigned char file6[] = {
#embed "../../../scenarios/seed-thread/wrong-dispenser.json5"
};
static const unsigned char file7[] = {
#embed "../../../scenarios/start/federated.json5"
};
static const unsigned char file8[] = {
#embed "../../../scenarios/start/standalone.json5"
};

const mp_asset mp_assets[] = {
    {"data/airports.geojson", file0, sizeof(file0)},
    {"seed-thread/10-4-saml-only-psa.json5", file1, sizeof(file1)},
    {"seed-thread/10-6-1-federated.json5", file2, sizeof(file2)},
    {"seed-thread/adfs-refused.json5", file3, sizeof(file3)},
    {"seed-thread/mistyped-client.json5", file4, sizeof(file4)},
    {"seed-thread/working-script.json5", file5, sizeof(file5)},
    {"seed-thread/wrong-dispenser.json5", file6, sizeof(file6)},
    {"start/federated.json5", file7, sizeof(file7)},
    {"start/standalone.json5", file8, sizeof(file8)},
};

const int mp_asset_count = sizeof(mp_assets) / sizeof(mp_assets[0]);
