// Made by scripts/embed-scenarios.py: the built-in scenarios and their data.
#include "CAssets.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../../scenarios/data/airports.geojson"
};
static const unsigned char file1[] = {
#embed "../../../scenarios/federation/alias-host.json5"
};
static const unsigned char file2[] = {
#embed "../../../scenarios/federation/federate-and-unfederate.json5"
};
static const unsigned char file3[] = {
#embed "../../../scenarios/federation/item-public-service-not.json5"
};
static const unsigned char file4[] = {
#embed "../../../scenarios/federation/stale-key.json5"
};
static const unsigned char file5[] = {
#embed "../../../scenarios/federation/two-portals.json5"
};
static const unsigned char file6[] = {
#embed "../../../scenarios/old-servers/10-0.json5"
};
static const unsigned char file7[] = {
#embed "../../../scenarios/seed-thread/10-4-saml-only-psa.json5"
};
static const unsigned char file8[] = {
#embed "../../../scenarios/seed-thread/10-6-1-federated.json5"
};
static const unsigned char file9[] = {
#embed "../../../scenarios/seed-thread/adfs-refused.json5"
};
static const unsigned char file10[] = {
#embed "../../../scenarios/seed-thread/mistyped-client.json5"
};
static const unsigned char file11[] = {
#embed "../../../scenarios/seed-thread/working-script.json5"
};
static const unsigned char file12[] = {
#embed "../../../scenarios/seed-thread/wrong-dispenser.json5"
};
static const unsigned char file13[] = {
#embed "../../../scenarios/start/federated.json5"
};
static const unsigned char file14[] = {
#embed "../../../scenarios/start/standalone.json5"
};
static const unsigned char file15[] = {
#embed "../../../scenarios/tokens/locked-out.json5"
};
static const unsigned char file16[] = {
#embed "../../../scenarios/tokens/password-changed.json5"
};
static const unsigned char file17[] = {
#embed "../../../scenarios/tokens/restart-ends-tokens.json5"
};
static const unsigned char file18[] = {
#embed "../../../scenarios/web-tier/ldap.json5"
};

const mp_asset mp_assets[] = {
    {"data/airports.geojson", file0, sizeof(file0)},
    {"federation/alias-host.json5", file1, sizeof(file1)},
    {"federation/federate-and-unfederate.json5", file2, sizeof(file2)},
    {"federation/item-public-service-not.json5", file3, sizeof(file3)},
    {"federation/stale-key.json5", file4, sizeof(file4)},
    {"federation/two-portals.json5", file5, sizeof(file5)},
    {"old-servers/10-0.json5", file6, sizeof(file6)},
    {"seed-thread/10-4-saml-only-psa.json5", file7, sizeof(file7)},
    {"seed-thread/10-6-1-federated.json5", file8, sizeof(file8)},
    {"seed-thread/adfs-refused.json5", file9, sizeof(file9)},
    {"seed-thread/mistyped-client.json5", file10, sizeof(file10)},
    {"seed-thread/working-script.json5", file11, sizeof(file11)},
    {"seed-thread/wrong-dispenser.json5", file12, sizeof(file12)},
    {"start/federated.json5", file13, sizeof(file13)},
    {"start/standalone.json5", file14, sizeof(file14)},
    {"tokens/locked-out.json5", file15, sizeof(file15)},
    {"tokens/password-changed.json5", file16, sizeof(file16)},
    {"tokens/restart-ends-tokens.json5", file17, sizeof(file17)},
    {"web-tier/ldap.json5", file18, sizeof(file18)},
};

const int mp_asset_count = sizeof(mp_assets) / sizeof(mp_assets[0]);
