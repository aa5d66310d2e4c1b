// Made by scripts/embed-scenarios.py: the built-in scenarios and their data.
#include "CAssets.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../../scenarios/clients/arcgis-core-map-image.json5"
};
static const unsigned char file1[] = {
#embed "../../../scenarios/clients/arcgis-maps-sdk-js.json5"
};
static const unsigned char file2[] = {
#embed "../../../scenarios/clients/arcgis-python.json5"
};
static const unsigned char file3[] = {
#embed "../../../scenarios/clients/arcgis-rest-js.json5"
};
static const unsigned char file4[] = {
#embed "../../../scenarios/clients/bmi-arcgis-restapi.json5"
};
static const unsigned char file5[] = {
#embed "../../../scenarios/clients/esri-leaflet-layers.json5"
};
static const unsigned char file6[] = {
#embed "../../../scenarios/clients/esri-leaflet.json5"
};
static const unsigned char file7[] = {
#embed "../../../scenarios/clients/esridump.json5"
};
static const unsigned char file8[] = {
#embed "../../../scenarios/clients/gdal.json5"
};
static const unsigned char file9[] = {
#embed "../../../scenarios/clients/qgis-map-server.json5"
};
static const unsigned char file10[] = {
#embed "../../../scenarios/clients/qgis.json5"
};
static const unsigned char file11[] = {
#embed "../../../scenarios/data/airports.geojson"
};
static const unsigned char file12[] = {
#embed "../../../scenarios/data/routes.geojson"
};
static const unsigned char file13[] = {
#embed "../../../scenarios/data/states.geojson"
};
static const unsigned char file14[] = {
#embed "../../../scenarios/editing/asynchronous.json5"
};
static const unsigned char file15[] = {
#embed "../../../scenarios/editing/rolled-back.json5"
};
static const unsigned char file16[] = {
#embed "../../../scenarios/federation/alias-host.json5"
};
static const unsigned char file17[] = {
#embed "../../../scenarios/federation/federate-and-unfederate.json5"
};
static const unsigned char file18[] = {
#embed "../../../scenarios/federation/item-public-service-not.json5"
};
static const unsigned char file19[] = {
#embed "../../../scenarios/federation/stale-key.json5"
};
static const unsigned char file20[] = {
#embed "../../../scenarios/federation/two-portals.json5"
};
static const unsigned char file21[] = {
#embed "../../../scenarios/maps/drawn.json5"
};
static const unsigned char file22[] = {
#embed "../../../scenarios/maps/picture-that-is-an-error.json5"
};
static const unsigned char file23[] = {
#embed "../../../scenarios/old-servers/10-0.json5"
};
static const unsigned char file24[] = {
#embed "../../../scenarios/saml/adfs-sign-in.json5"
};
static const unsigned char file25[] = {
#embed "../../../scenarios/saml/clock-skew.json5"
};
static const unsigned char file26[] = {
#embed "../../../scenarios/saml/expired-certificate.json5"
};
static const unsigned char file27[] = {
#embed "../../../scenarios/saml/name-id-case.json5"
};
static const unsigned char file28[] = {
#embed "../../../scenarios/saml/rolled-over-certificate.json5"
};
static const unsigned char file29[] = {
#embed "../../../scenarios/saml/wrong-audience.json5"
};
static const unsigned char file30[] = {
#embed "../../../scenarios/seed-thread/10-4-saml-only-psa.json5"
};
static const unsigned char file31[] = {
#embed "../../../scenarios/seed-thread/10-6-1-federated.json5"
};
static const unsigned char file32[] = {
#embed "../../../scenarios/seed-thread/adfs-refused.json5"
};
static const unsigned char file33[] = {
#embed "../../../scenarios/seed-thread/mistyped-client.json5"
};
static const unsigned char file34[] = {
#embed "../../../scenarios/seed-thread/working-script.json5"
};
static const unsigned char file35[] = {
#embed "../../../scenarios/seed-thread/wrong-dispenser.json5"
};
static const unsigned char file36[] = {
#embed "../../../scenarios/start/federated.json5"
};
static const unsigned char file37[] = {
#embed "../../../scenarios/start/standalone.json5"
};
static const unsigned char file38[] = {
#embed "../../../scenarios/tokens/locked-out.json5"
};
static const unsigned char file39[] = {
#embed "../../../scenarios/tokens/password-changed.json5"
};
static const unsigned char file40[] = {
#embed "../../../scenarios/tokens/restart-ends-tokens.json5"
};
static const unsigned char file41[] = {
#embed "../../../scenarios/web-tier/iwa.json5"
};
static const unsigned char file42[] = {
#embed "../../../scenarios/web-tier/ldap.json5"
};
static const unsigned char file43[] = {
#embed "../../../scenarios/web-tier/pki.json5"
};

const mp_asset mp_assets[] = {
    {"clients/arcgis-core-map-image.json5", file0, sizeof(file0)},
    {"clients/arcgis-maps-sdk-js.json5", file1, sizeof(file1)},
    {"clients/arcgis-python.json5", file2, sizeof(file2)},
    {"clients/arcgis-rest-js.json5", file3, sizeof(file3)},
    {"clients/bmi-arcgis-restapi.json5", file4, sizeof(file4)},
    {"clients/esri-leaflet-layers.json5", file5, sizeof(file5)},
    {"clients/esri-leaflet.json5", file6, sizeof(file6)},
    {"clients/esridump.json5", file7, sizeof(file7)},
    {"clients/gdal.json5", file8, sizeof(file8)},
    {"clients/qgis-map-server.json5", file9, sizeof(file9)},
    {"clients/qgis.json5", file10, sizeof(file10)},
    {"data/airports.geojson", file11, sizeof(file11)},
    {"data/routes.geojson", file12, sizeof(file12)},
    {"data/states.geojson", file13, sizeof(file13)},
    {"editing/asynchronous.json5", file14, sizeof(file14)},
    {"editing/rolled-back.json5", file15, sizeof(file15)},
    {"federation/alias-host.json5", file16, sizeof(file16)},
    {"federation/federate-and-unfederate.json5", file17, sizeof(file17)},
    {"federation/item-public-service-not.json5", file18, sizeof(file18)},
    {"federation/stale-key.json5", file19, sizeof(file19)},
    {"federation/two-portals.json5", file20, sizeof(file20)},
    {"maps/drawn.json5", file21, sizeof(file21)},
    {"maps/picture-that-is-an-error.json5", file22, sizeof(file22)},
    {"old-servers/10-0.json5", file23, sizeof(file23)},
    {"saml/adfs-sign-in.json5", file24, sizeof(file24)},
    {"saml/clock-skew.json5", file25, sizeof(file25)},
    {"saml/expired-certificate.json5", file26, sizeof(file26)},
    {"saml/name-id-case.json5", file27, sizeof(file27)},
    {"saml/rolled-over-certificate.json5", file28, sizeof(file28)},
    {"saml/wrong-audience.json5", file29, sizeof(file29)},
    {"seed-thread/10-4-saml-only-psa.json5", file30, sizeof(file30)},
    {"seed-thread/10-6-1-federated.json5", file31, sizeof(file31)},
    {"seed-thread/adfs-refused.json5", file32, sizeof(file32)},
    {"seed-thread/mistyped-client.json5", file33, sizeof(file33)},
    {"seed-thread/working-script.json5", file34, sizeof(file34)},
    {"seed-thread/wrong-dispenser.json5", file35, sizeof(file35)},
    {"start/federated.json5", file36, sizeof(file36)},
    {"start/standalone.json5", file37, sizeof(file37)},
    {"tokens/locked-out.json5", file38, sizeof(file38)},
    {"tokens/password-changed.json5", file39, sizeof(file39)},
    {"tokens/restart-ends-tokens.json5", file40, sizeof(file40)},
    {"web-tier/iwa.json5", file41, sizeof(file41)},
    {"web-tier/ldap.json5", file42, sizeof(file42)},
    {"web-tier/pki.json5", file43, sizeof(file43)},
};

const int mp_asset_count = sizeof(mp_assets) / sizeof(mp_assets[0]);
