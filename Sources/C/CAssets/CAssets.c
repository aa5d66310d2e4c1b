// SPDX-License-Identifier: Apache-2.0

// Made by scripts/embed-scenarios.py: the built-in scenarios with their data, the inspector, and the guides.
#include "CAssets.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../../scenarios/adaptor/down-for-a-while.json5"
};
static const unsigned char file1[] = {
#embed "../../../scenarios/adaptor/field-typo.json5"
};
static const unsigned char file2[] = {
#embed "../../../scenarios/adaptor/portal-down.json5"
};
static const unsigned char file3[] = {
#embed "../../../scenarios/admin/certificate-alias-taken.json5"
};
static const unsigned char file4[] = {
#embed "../../../scenarios/admin/certificate-request.json5"
};
static const unsigned char file5[] = {
#embed "../../../scenarios/admin/custom-role.json5"
};
static const unsigned char file6[] = {
#embed "../../../scenarios/admin/data-store-now-and-then.json5"
};
static const unsigned char file7[] = {
#embed "../../../scenarios/admin/machine-that-is-busy.json5"
};
static const unsigned char file8[] = {
#embed "../../../scenarios/admin/member-from-invitation-to-deletion.json5"
};
static const unsigned char file9[] = {
#embed "../../../scenarios/admin/no-default-user-type.json5"
};
static const unsigned char file10[] = {
#embed "../../../scenarios/admin/no-license.json5"
};
static const unsigned char file11[] = {
#embed "../../../scenarios/admin/password-policy.json5"
};
static const unsigned char file12[] = {
#embed "../../../scenarios/admin/read-only-mode.json5"
};
static const unsigned char file13[] = {
#embed "../../../scenarios/admin/read-only-site.json5"
};
static const unsigned char file14[] = {
#embed "../../../scenarios/admin/root-certificate-through-the-adaptor.json5"
};
static const unsigned char file15[] = {
#embed "../../../scenarios/admin/second-machine-joins.json5"
};
static const unsigned char file16[] = {
#embed "../../../scenarios/admin/second-machine-without-license.json5"
};
static const unsigned char file17[] = {
#embed "../../../scenarios/admin/services-as-a-list.json5"
};
static const unsigned char file18[] = {
#embed "../../../scenarios/admin/start-right-after-stop.json5"
};
static const unsigned char file19[] = {
#embed "../../../scenarios/admin/start-that-never-ends.json5"
};
static const unsigned char file20[] = {
#embed "../../../scenarios/admin/the-whole-way.json5"
};
static const unsigned char file21[] = {
#embed "../../../scenarios/admin/token-in-the-body.json5"
};
static const unsigned char file22[] = {
#embed "../../../scenarios/admin/usage-reports-want-a-token.json5"
};
static const unsigned char file23[] = {
#embed "../../../scenarios/admin/user-type-in-other-letters.json5"
};
static const unsigned char file24[] = {
#embed "../../../scenarios/admin/users-roles-and-a-restricted-service.json5"
};
static const unsigned char file25[] = {
#embed "../../../scenarios/admin/webhook-elsewhere.json5"
};
static const unsigned char file26[] = {
#embed "../../../scenarios/clients/arcgis-core-map-image.json5"
};
static const unsigned char file27[] = {
#embed "../../../scenarios/clients/arcgis-maps-sdk-js.json5"
};
static const unsigned char file28[] = {
#embed "../../../scenarios/clients/arcgis-python.json5"
};
static const unsigned char file29[] = {
#embed "../../../scenarios/clients/arcgis-rest-js.json5"
};
static const unsigned char file30[] = {
#embed "../../../scenarios/clients/bmi-arcgis-restapi.json5"
};
static const unsigned char file31[] = {
#embed "../../../scenarios/clients/browser-302-json-499.json5"
};
static const unsigned char file32[] = {
#embed "../../../scenarios/clients/errors-in-a-200.json5"
};
static const unsigned char file33[] = {
#embed "../../../scenarios/clients/esri-leaflet-layers.json5"
};
static const unsigned char file34[] = {
#embed "../../../scenarios/clients/esri-leaflet.json5"
};
static const unsigned char file35[] = {
#embed "../../../scenarios/clients/esridump.json5"
};
static const unsigned char file36[] = {
#embed "../../../scenarios/clients/gdal.json5"
};
static const unsigned char file37[] = {
#embed "../../../scenarios/clients/image-that-is-json.json5"
};
static const unsigned char file38[] = {
#embed "../../../scenarios/clients/post-again-by-hand.json5"
};
static const unsigned char file39[] = {
#embed "../../../scenarios/clients/qgis-map-server.json5"
};
static const unsigned char file40[] = {
#embed "../../../scenarios/clients/qgis.json5"
};
static const unsigned char file41[] = {
#embed "../../../scenarios/clients/redirect-drops-the-body.json5"
};
static const unsigned char file42[] = {
#embed "../../../scenarios/content/group-not-yours.json5"
};
static const unsigned char file43[] = {
#embed "../../../scenarios/content/recycle-bin.json5"
};
static const unsigned char file44[] = {
#embed "../../../scenarios/content/who-finds-what.json5"
};
static const unsigned char file45[] = {
#embed "../../../scenarios/data-shapes/dates.json5"
};
static const unsigned char file46[] = {
#embed "../../../scenarios/data-shapes/empty-hosted-result.json5"
};
static const unsigned char file47[] = {
#embed "../../../scenarios/data-shapes/field-twice.json5"
};
static const unsigned char file48[] = {
#embed "../../../scenarios/data-shapes/folder-names.json5"
};
static const unsigned char file49[] = {
#embed "../../../scenarios/data-shapes/geojson-dates.json5"
};
static const unsigned char file50[] = {
#embed "../../../scenarios/data-shapes/global-id-spelling.json5"
};
static const unsigned char file51[] = {
#embed "../../../scenarios/data-shapes/group-layer.json5"
};
static const unsigned char file52[] = {
#embed "../../../scenarios/data-shapes/local-systems.json5"
};
static const unsigned char file53[] = {
#embed "../../../scenarios/data-shapes/nan-points.json5"
};
static const unsigned char file54[] = {
#embed "../../../scenarios/data-shapes/no-geometry-key.json5"
};
static const unsigned char file55[] = {
#embed "../../../scenarios/data-shapes/no-object-id-field.json5"
};
static const unsigned char file56[] = {
#embed "../../../scenarios/data-shapes/null-category.json5"
};
static const unsigned char file57[] = {
#embed "../../../scenarios/data-shapes/out-sr-by-another-number.json5"
};
static const unsigned char file58[] = {
#embed "../../../scenarios/data-shapes/out-sr-ignored.json5"
};
static const unsigned char file59[] = {
#embed "../../../scenarios/data-shapes/qualified-names.json5"
};
static const unsigned char file60[] = {
#embed "../../../scenarios/data-shapes/spatial-reference-with-twelve-more.json5"
};
static const unsigned char file61[] = {
#embed "../../../scenarios/data-shapes/trailing-blanks.json5"
};
static const unsigned char file62[] = {
#embed "../../../scenarios/data-shapes/true-curves.json5"
};
static const unsigned char file63[] = {
#embed "../../../scenarios/data/airports.geojson"
};
static const unsigned char file64[] = {
#embed "../../../scenarios/data/dates.json"
};
static const unsigned char file65[] = {
#embed "../../../scenarios/data/oddities.geojson"
};
static const unsigned char file66[] = {
#embed "../../../scenarios/data/places-2263.json"
};
static const unsigned char file67[] = {
#embed "../../../scenarios/data/places-25832.json"
};
static const unsigned char file68[] = {
#embed "../../../scenarios/data/places-27700.json"
};
static const unsigned char file69[] = {
#embed "../../../scenarios/data/places-3978.json"
};
static const unsigned char file70[] = {
#embed "../../../scenarios/data/plots.json"
};
static const unsigned char file71[] = {
#embed "../../../scenarios/data/quarters.png"
};
static const unsigned char file72[] = {
#embed "../../../scenarios/data/routes.geojson"
};
static const unsigned char file73[] = {
#embed "../../../scenarios/data/states.geojson"
};
static const unsigned char file74[] = {
#embed "../../../scenarios/data/trees.json"
};
static const unsigned char file75[] = {
#embed "../../../scenarios/data/wells.json"
};
static const unsigned char file76[] = {
#embed "../../../scenarios/editing/asynchronous.json5"
};
static const unsigned char file77[] = {
#embed "../../../scenarios/editing/global-ids-of-a-table-without.json5"
};
static const unsigned char file78[] = {
#embed "../../../scenarios/editing/no-edits.json5"
};
static const unsigned char file79[] = {
#embed "../../../scenarios/editing/rolled-back.json5"
};
static const unsigned char file80[] = {
#embed "../../../scenarios/expiry/admin-logs-query.json5"
};
static const unsigned char file81[] = {
#embed "../../../scenarios/expiry/gzipped-error.json5"
};
static const unsigned char file82[] = {
#embed "../../../scenarios/expiry/not-renewed-standalone.json5"
};
static const unsigned char file83[] = {
#embed "../../../scenarios/expiry/one-minute.json5"
};
static const unsigned char file84[] = {
#embed "../../../scenarios/expiry/registered-server-token.json5"
};
static const unsigned char file85[] = {
#embed "../../../scenarios/expiry/while-downloading-attachments.json5"
};
static const unsigned char file86[] = {
#embed "../../../scenarios/faults/cool-off.json5"
};
static const unsigned char file87[] = {
#embed "../../../scenarios/faults/flaky.json5"
};
static const unsigned char file88[] = {
#embed "../../../scenarios/faults/gzip.json5"
};
static const unsigned char file89[] = {
#embed "../../../scenarios/faults/handshake.json5"
};
static const unsigned char file90[] = {
#embed "../../../scenarios/faults/in-front-of-the-server.json5"
};
static const unsigned char file91[] = {
#embed "../../../scenarios/faults/schema-changes-between-pages.json5"
};
static const unsigned char file92[] = {
#embed "../../../scenarios/faults/service-stops-after-three.json5"
};
static const unsigned char file93[] = {
#embed "../../../scenarios/faults/slow-and-broken.json5"
};
static const unsigned char file94[] = {
#embed "../../../scenarios/faults/stall.json5"
};
static const unsigned char file95[] = {
#embed "../../../scenarios/faults/token-revoked-between-pages.json5"
};
static const unsigned char file96[] = {
#embed "../../../scenarios/faults/truncated.json5"
};
static const unsigned char file97[] = {
#embed "../../../scenarios/faults/wrong-content-length.json5"
};
static const unsigned char file98[] = {
#embed "../../../scenarios/federation/alias-host.json5"
};
static const unsigned char file99[] = {
#embed "../../../scenarios/federation/app-token-exchanged.json5"
};
static const unsigned char file100[] = {
#embed "../../../scenarios/federation/exchange-needs-server-url.json5"
};
static const unsigned char file101[] = {
#embed "../../../scenarios/federation/exchange-with-password.json5"
};
static const unsigned char file102[] = {
#embed "../../../scenarios/federation/federate-and-unfederate.json5"
};
static const unsigned char file103[] = {
#embed "../../../scenarios/federation/hosting-server-without-license.json5"
};
static const unsigned char file104[] = {
#embed "../../../scenarios/federation/item-public-service-not.json5"
};
static const unsigned char file105[] = {
#embed "../../../scenarios/federation/machine-name.json5"
};
static const unsigned char file106[] = {
#embed "../../../scenarios/federation/no-site-yet.json5"
};
static const unsigned char file107[] = {
#embed "../../../scenarios/federation/not-federated.json5"
};
static const unsigned char file108[] = {
#embed "../../../scenarios/federation/proxy-without-exchange.json5"
};
static const unsigned char file109[] = {
#embed "../../../scenarios/federation/registered-through-sharing.json5"
};
static const unsigned char file110[] = {
#embed "../../../scenarios/federation/session-with-a-token-only.json5"
};
static const unsigned char file111[] = {
#embed "../../../scenarios/federation/stale-key.json5"
};
static const unsigned char file112[] = {
#embed "../../../scenarios/federation/token-left-out.json5"
};
static const unsigned char file113[] = {
#embed "../../../scenarios/federation/token-sent-to-another-portal.json5"
};
static const unsigned char file114[] = {
#embed "../../../scenarios/federation/two-portals.json5"
};
static const unsigned char file115[] = {
#embed "../../../scenarios/generate-token/built-in-off.json5"
};
static const unsigned char file116[] = {
#embed "../../../scenarios/generate-token/case-of-the-name.json5"
};
static const unsigned char file117[] = {
#embed "../../../scenarios/generate-token/credentials-in-the-query.json5"
};
static const unsigned char file118[] = {
#embed "../../../scenarios/generate-token/get-on-the-other-path.json5"
};
static const unsigned char file119[] = {
#embed "../../../scenarios/geocoding/places.json5"
};
static const unsigned char file120[] = {
#embed "../../../scenarios/geometry/utilities-geometry.json5"
};
static const unsigned char file121[] = {
#embed "../../../scenarios/geoprocessing/expired-token.json5"
};
static const unsigned char file122[] = {
#embed "../../../scenarios/geoprocessing/failing-job.json5"
};
static const unsigned char file123[] = {
#embed "../../../scenarios/images/numbers-of-pixels.json5"
};
static const unsigned char file124[] = {
#embed "../../../scenarios/images/picture.json5"
};
static const unsigned char file125[] = {
#embed "../../../scenarios/images/raster-catalog.json5"
};
static const unsigned char file126[] = {
#embed "../../../scenarios/images/raster-functions.json5"
};
static const unsigned char file127[] = {
#embed "../../../scenarios/images/vector-tiles-without-token.json5"
};
static const unsigned char file128[] = {
#embed "../../../scenarios/maps/classes-of-rows.json5"
};
static const unsigned char file129[] = {
#embed "../../../scenarios/maps/drawn.json5"
};
static const unsigned char file130[] = {
#embed "../../../scenarios/maps/formats.json5"
};
static const unsigned char file131[] = {
#embed "../../../scenarios/maps/labels.json5"
};
static const unsigned char file132[] = {
#embed "../../../scenarios/maps/tiles-taken-along.json5"
};
static const unsigned char file133[] = {
#embed "../../../scenarios/mid-way/empty-body.json5"
};
static const unsigned char file134[] = {
#embed "../../../scenarios/mid-way/error-in-jsonp.json5"
};
static const unsigned char file135[] = {
#embed "../../../scenarios/mid-way/error-on-a-page.json5"
};
static const unsigned char file136[] = {
#embed "../../../scenarios/mid-way/feature-server-fails-map-server-works.json5"
};
static const unsigned char file137[] = {
#embed "../../../scenarios/mid-way/gives-json-and-amf-only.json5"
};
static const unsigned char file138[] = {
#embed "../../../scenarios/mid-way/html-in-an-attribute.json5"
};
static const unsigned char file139[] = {
#embed "../../../scenarios/mid-way/image-that-is-json.json5"
};
static const unsigned char file140[] = {
#embed "../../../scenarios/mid-way/index-is-rebuilt.json5"
};
static const unsigned char file141[] = {
#embed "../../../scenarios/mid-way/last-pages-fail.json5"
};
static const unsigned char file142[] = {
#embed "../../../scenarios/mid-way/layer-is-not-0.json5"
};
static const unsigned char file143[] = {
#embed "../../../scenarios/mid-way/no-query-capability.json5"
};
static const unsigned char file144[] = {
#embed "../../../scenarios/mid-way/pretty-error.json5"
};
static const unsigned char file145[] = {
#embed "../../../scenarios/mid-way/real-500-unbounded.json5"
};
static const unsigned char file146[] = {
#embed "../../../scenarios/mid-way/service-removed.json5"
};
static const unsigned char file147[] = {
#embed "../../../scenarios/mid-way/service-stopped.json5"
};
static const unsigned char file148[] = {
#embed "../../../scenarios/mid-way/slow-500-and-no-paging.json5"
};
static const unsigned char file149[] = {
#embed "../../../scenarios/mid-way/token-dies-between-pages.json5"
};
static const unsigned char file150[] = {
#embed "../../../scenarios/mid-way/too-many-requests.json5"
};
static const unsigned char file151[] = {
#embed "../../../scenarios/mid-way/unknown-format.json5"
};
static const unsigned char file152[] = {
#embed "../../../scenarios/oauth/first-sign-in.json5"
};
static const unsigned char file153[] = {
#embed "../../../scenarios/oauth/one-time-password.json5"
};
static const unsigned char file154[] = {
#embed "../../../scenarios/oauth/page-without-semicolon.json5"
};
static const unsigned char file155[] = {
#embed "../../../scenarios/oauth/persist-at-the-maximum.json5"
};
static const unsigned char file156[] = {
#embed "../../../scenarios/oauth/redirect-removed-in-flight.json5"
};
static const unsigned char file157[] = {
#embed "../../../scenarios/oauth/redirect-with-a-query.json5"
};
static const unsigned char file158[] = {
#embed "../../../scenarios/oauth/refresh-token-after-exchange.json5"
};
static const unsigned char file159[] = {
#embed "../../../scenarios/oauth/refresh-token-expires.json5"
};
static const unsigned char file160[] = {
#embed "../../../scenarios/oauth/refresh-without-redirect.json5"
};
static const unsigned char file161[] = {
#embed "../../../scenarios/oauth/second-factor.json5"
};
static const unsigned char file162[] = {
#embed "../../../scenarios/oidc/no-user-profile.json5"
};
static const unsigned char file163[] = {
#embed "../../../scenarios/oidc/registered-provider.json5"
};
static const unsigned char file164[] = {
#embed "../../../scenarios/old-servers/10-0.json5"
};
static const unsigned char file165[] = {
#embed "../../../scenarios/old-servers/10-11-statistics.json5"
};
static const unsigned char file166[] = {
#embed "../../../scenarios/old-servers/10-3-pages-without-flag.json5"
};
static const unsigned char file167[] = {
#embed "../../../scenarios/old-servers/9-3-ignores-counts.json5"
};
static const unsigned char file168[] = {
#embed "../../../scenarios/old-servers/apostrophe-in-a-text.json5"
};
static const unsigned char file169[] = {
#embed "../../../scenarios/old-servers/no-latest-wkid.json5"
};
static const unsigned char file170[] = {
#embed "../../../scenarios/old-servers/security-as-text.json5"
};
static const unsigned char file171[] = {
#embed "../../../scenarios/online/blank-vector-basemap.json5"
};
static const unsigned char file172[] = {
#embed "../../../scenarios/online/dead-credentials.json5"
};
static const unsigned char file173[] = {
#embed "../../../scenarios/online/disabled-organization.json5"
};
static const unsigned char file174[] = {
#embed "../../../scenarios/online/job-checks-the-token.json5"
};
static const unsigned char file175[] = {
#embed "../../../scenarios/online/portal-token-as-it-is.json5"
};
static const unsigned char file176[] = {
#embed "../../../scenarios/online/requestip-refused-by-services.json5"
};
static const unsigned char file177[] = {
#embed "../../../scenarios/paging/assumed-page-size.json5"
};
static const unsigned char file178[] = {
#embed "../../../scenarios/paging/bins.json5"
};
static const unsigned char file179[] = {
#embed "../../../scenarios/paging/cut-at-the-limit.json5"
};
static const unsigned char file180[] = {
#embed "../../../scenarios/paging/empty-page-with-flag.json5"
};
static const unsigned char file181[] = {
#embed "../../../scenarios/paging/exceeds-limit.json5"
};
static const unsigned char file182[] = {
#embed "../../../scenarios/paging/flag-for-one-row.json5"
};
static const unsigned char file183[] = {
#embed "../../../scenarios/paging/geojson-flag.json5"
};
static const unsigned char file184[] = {
#embed "../../../scenarios/paging/ids-as-doubles.json5"
};
static const unsigned char file185[] = {
#embed "../../../scenarios/paging/ids-with-gaps.json5"
};
static const unsigned char file186[] = {
#embed "../../../scenarios/paging/no-order-between-pages.json5"
};
static const unsigned char file187[] = {
#embed "../../../scenarios/paging/not-supported.json5"
};
static const unsigned char file188[] = {
#embed "../../../scenarios/paging/offset-ignored.json5"
};
static const unsigned char file189[] = {
#embed "../../../scenarios/paging/order-refused.json5"
};
static const unsigned char file190[] = {
#embed "../../../scenarios/paging/statistics-that-lie.json5"
};
static const unsigned char file191[] = {
#embed "../../../scenarios/publishing/append-from-an-item.json5"
};
static const unsigned char file192[] = {
#embed "../../../scenarios/publishing/copied-definition.json5"
};
static const unsigned char file193[] = {
#embed "../../../scenarios/publishing/data-store-broken.json5"
};
static const unsigned char file194[] = {
#embed "../../../scenarios/publishing/job-that-fails-late.json5"
};
static const unsigned char file195[] = {
#embed "../../../scenarios/publishing/layers-ignored-in-update.json5"
};
static const unsigned char file196[] = {
#embed "../../../scenarios/publishing/members-that-cannot-change.json5"
};
static const unsigned char file197[] = {
#embed "../../../scenarios/publishing/quota.json5"
};
static const unsigned char file198[] = {
#embed "../../../scenarios/publishing/service-name-taken.json5"
};
static const unsigned char file199[] = {
#embed "../../../scenarios/publishing/upload-in-parts.json5"
};
static const unsigned char file200[] = {
#embed "../../../scenarios/publishing/view.json5"
};
static const unsigned char file201[] = {
#embed "../../../scenarios/publishing/whole-cycle.json5"
};
static const unsigned char file202[] = {
#embed "../../../scenarios/publishing/wrong-admin-address.json5"
};
static const unsigned char file203[] = {
#embed "../../../scenarios/referer/configured-referer-not-sent.json5"
};
static const unsigned char file204[] = {
#embed "../../../scenarios/referer/data-store-registration.json5"
};
static const unsigned char file205[] = {
#embed "../../../scenarios/referer/firewall-strips-it.json5"
};
static const unsigned char file206[] = {
#embed "../../../scenarios/referer/made-in-node-used-in-a-page.json5"
};
static const unsigned char file207[] = {
#embed "../../../scenarios/referer/proxied-item.json5"
};
static const unsigned char file208[] = {
#embed "../../../scenarios/saml/adfs-sign-in.json5"
};
static const unsigned char file209[] = {
#embed "../../../scenarios/saml/back-channel-key-first.json5"
};
static const unsigned char file210[] = {
#embed "../../../scenarios/saml/clock-skew.json5"
};
static const unsigned char file211[] = {
#embed "../../../scenarios/saml/encrypted-assertion.json5"
};
static const unsigned char file212[] = {
#embed "../../../scenarios/saml/encryption-unwanted.json5"
};
static const unsigned char file213[] = {
#embed "../../../scenarios/saml/encryption-wanted.json5"
};
static const unsigned char file214[] = {
#embed "../../../scenarios/saml/expired-certificate.json5"
};
static const unsigned char file215[] = {
#embed "../../../scenarios/saml/groups-at-sign-in.json5"
};
static const unsigned char file216[] = {
#embed "../../../scenarios/saml/invitation-names-both.json5"
};
static const unsigned char file217[] = {
#embed "../../../scenarios/saml/invitation-only.json5"
};
static const unsigned char file218[] = {
#embed "../../../scenarios/saml/logout-needs-sha-256.json5"
};
static const unsigned char file219[] = {
#embed "../../../scenarios/saml/metadata.json5"
};
static const unsigned char file220[] = {
#embed "../../../scenarios/saml/name-differs.json5"
};
static const unsigned char file221[] = {
#embed "../../../scenarios/saml/name-id-case.json5"
};
static const unsigned char file222[] = {
#embed "../../../scenarios/saml/name-with-suffix.json5"
};
static const unsigned char file223[] = {
#embed "../../../scenarios/saml/register-provider.json5"
};
static const unsigned char file224[] = {
#embed "../../../scenarios/saml/response-signed.json5"
};
static const unsigned char file225[] = {
#embed "../../../scenarios/saml/rolled-over-certificate.json5"
};
static const unsigned char file226[] = {
#embed "../../../scenarios/saml/signed-by-sha-1.json5"
};
static const unsigned char file227[] = {
#embed "../../../scenarios/saml/signed-request.json5"
};
static const unsigned char file228[] = {
#embed "../../../scenarios/saml/single-logout.json5"
};
static const unsigned char file229[] = {
#embed "../../../scenarios/saml/started-by-the-provider.json5"
};
static const unsigned char file230[] = {
#embed "../../../scenarios/saml/wrong-audience.json5"
};
static const unsigned char file231[] = {
#embed "../../../scenarios/seed-thread/10-4-saml-only-psa.json5"
};
static const unsigned char file232[] = {
#embed "../../../scenarios/seed-thread/10-6-1-federated.json5"
};
static const unsigned char file233[] = {
#embed "../../../scenarios/seed-thread/adfs-refused.json5"
};
static const unsigned char file234[] = {
#embed "../../../scenarios/seed-thread/mistyped-client.json5"
};
static const unsigned char file235[] = {
#embed "../../../scenarios/seed-thread/working-script.json5"
};
static const unsigned char file236[] = {
#embed "../../../scenarios/seed-thread/wrong-dispenser.json5"
};
static const unsigned char file237[] = {
#embed "../../../scenarios/server-tokens/details-is-a-string.json5"
};
static const unsigned char file238[] = {
#embed "../../../scenarios/server-tokens/domain-and-name.json5"
};
static const unsigned char file239[] = {
#embed "../../../scenarios/server-tokens/expires-is-a-string.json5"
};
static const unsigned char file240[] = {
#embed "../../../scenarios/server-tokens/permissions.json5"
};
static const unsigned char file241[] = {
#embed "../../../scenarios/server-tokens/store-unreachable.json5"
};
static const unsigned char file242[] = {
#embed "../../../scenarios/start/federated.json5"
};
static const unsigned char file243[] = {
#embed "../../../scenarios/start/standalone.json5"
};
static const unsigned char file244[] = {
#embed "../../../scenarios/steps/events.json5"
};
static const unsigned char file245[] = {
#embed "../../../scenarios/steps/keys-of-layers.json5"
};
static const unsigned char file246[] = {
#embed "../../../scenarios/steps/keys-of-people.json5"
};
static const unsigned char file247[] = {
#embed "../../../scenarios/steps/keys-of-sites.json5"
};
static const unsigned char file248[] = {
#embed "../../../scenarios/steps/operators.json5"
};
static const unsigned char file249[] = {
#embed "../../../scenarios/steps/placeholders.json5"
};
static const unsigned char file250[] = {
#embed "../../../scenarios/sync/changes.json5"
};
static const unsigned char file251[] = {
#embed "../../../scenarios/sync/round-trip.json5"
};
static const unsigned char file252[] = {
#embed "../../../scenarios/tokens/empty-token.json5"
};
static const unsigned char file253[] = {
#embed "../../../scenarios/tokens/locked-out-10-3.json5"
};
static const unsigned char file254[] = {
#embed "../../../scenarios/tokens/locked-out.json5"
};
static const unsigned char file255[] = {
#embed "../../../scenarios/tokens/not-allowed-at-a-service.json5"
};
static const unsigned char file256[] = {
#embed "../../../scenarios/tokens/password-changed.json5"
};
static const unsigned char file257[] = {
#embed "../../../scenarios/tokens/restart-ends-tokens.json5"
};
static const unsigned char file258[] = {
#embed "../../../scenarios/tokens/three-spellings.json5"
};
static const unsigned char file259[] = {
#embed "../../../scenarios/transport/ags-roles-cookie.json5"
};
static const unsigned char file260[] = {
#embed "../../../scenarios/transport/broken-bodies.json5"
};
static const unsigned char file261[] = {
#embed "../../../scenarios/transport/connection-lost.json5"
};
static const unsigned char file262[] = {
#embed "../../../scenarios/transport/firewall-403.json5"
};
static const unsigned char file263[] = {
#embed "../../../scenarios/transport/long-url-404.json5"
};
static const unsigned char file264[] = {
#embed "../../../scenarios/transport/long-url-414.json5"
};
static const unsigned char file265[] = {
#embed "../../../scenarios/transport/multipart-for-metadata.json5"
};
static const unsigned char file266[] = {
#embed "../../../scenarios/transport/origin-not-allowed.json5"
};
static const unsigned char file267[] = {
#embed "../../../scenarios/web-tier/any-client-certificate.json5"
};
static const unsigned char file268[] = {
#embed "../../../scenarios/web-tier/app-token-past-the-adaptor.json5"
};
static const unsigned char file269[] = {
#embed "../../../scenarios/web-tier/direct-port.json5"
};
static const unsigned char file270[] = {
#embed "../../../scenarios/web-tier/iwa.json5"
};
static const unsigned char file271[] = {
#embed "../../../scenarios/web-tier/ldap.json5"
};
static const unsigned char file272[] = {
#embed "../../../scenarios/web-tier/pki.json5"
};
static const unsigned char file273[] = {
#embed "../../../scenarios/web-tier/two-schemes.json5"
};

const mp_asset mp_assets[] = {
    {"adaptor/down-for-a-while.json5", file0, sizeof(file0)},
    {"adaptor/field-typo.json5", file1, sizeof(file1)},
    {"adaptor/portal-down.json5", file2, sizeof(file2)},
    {"admin/certificate-alias-taken.json5", file3, sizeof(file3)},
    {"admin/certificate-request.json5", file4, sizeof(file4)},
    {"admin/custom-role.json5", file5, sizeof(file5)},
    {"admin/data-store-now-and-then.json5", file6, sizeof(file6)},
    {"admin/machine-that-is-busy.json5", file7, sizeof(file7)},
    {"admin/member-from-invitation-to-deletion.json5", file8, sizeof(file8)},
    {"admin/no-default-user-type.json5", file9, sizeof(file9)},
    {"admin/no-license.json5", file10, sizeof(file10)},
    {"admin/password-policy.json5", file11, sizeof(file11)},
    {"admin/read-only-mode.json5", file12, sizeof(file12)},
    {"admin/read-only-site.json5", file13, sizeof(file13)},
    {"admin/root-certificate-through-the-adaptor.json5", file14, sizeof(file14)},
    {"admin/second-machine-joins.json5", file15, sizeof(file15)},
    {"admin/second-machine-without-license.json5", file16, sizeof(file16)},
    {"admin/services-as-a-list.json5", file17, sizeof(file17)},
    {"admin/start-right-after-stop.json5", file18, sizeof(file18)},
    {"admin/start-that-never-ends.json5", file19, sizeof(file19)},
    {"admin/the-whole-way.json5", file20, sizeof(file20)},
    {"admin/token-in-the-body.json5", file21, sizeof(file21)},
    {"admin/usage-reports-want-a-token.json5", file22, sizeof(file22)},
    {"admin/user-type-in-other-letters.json5", file23, sizeof(file23)},
    {"admin/users-roles-and-a-restricted-service.json5", file24, sizeof(file24)},
    {"admin/webhook-elsewhere.json5", file25, sizeof(file25)},
    {"clients/arcgis-core-map-image.json5", file26, sizeof(file26)},
    {"clients/arcgis-maps-sdk-js.json5", file27, sizeof(file27)},
    {"clients/arcgis-python.json5", file28, sizeof(file28)},
    {"clients/arcgis-rest-js.json5", file29, sizeof(file29)},
    {"clients/bmi-arcgis-restapi.json5", file30, sizeof(file30)},
    {"clients/browser-302-json-499.json5", file31, sizeof(file31)},
    {"clients/errors-in-a-200.json5", file32, sizeof(file32)},
    {"clients/esri-leaflet-layers.json5", file33, sizeof(file33)},
    {"clients/esri-leaflet.json5", file34, sizeof(file34)},
    {"clients/esridump.json5", file35, sizeof(file35)},
    {"clients/gdal.json5", file36, sizeof(file36)},
    {"clients/image-that-is-json.json5", file37, sizeof(file37)},
    {"clients/post-again-by-hand.json5", file38, sizeof(file38)},
    {"clients/qgis-map-server.json5", file39, sizeof(file39)},
    {"clients/qgis.json5", file40, sizeof(file40)},
    {"clients/redirect-drops-the-body.json5", file41, sizeof(file41)},
    {"content/group-not-yours.json5", file42, sizeof(file42)},
    {"content/recycle-bin.json5", file43, sizeof(file43)},
    {"content/who-finds-what.json5", file44, sizeof(file44)},
    {"data-shapes/dates.json5", file45, sizeof(file45)},
    {"data-shapes/empty-hosted-result.json5", file46, sizeof(file46)},
    {"data-shapes/field-twice.json5", file47, sizeof(file47)},
    {"data-shapes/folder-names.json5", file48, sizeof(file48)},
    {"data-shapes/geojson-dates.json5", file49, sizeof(file49)},
    {"data-shapes/global-id-spelling.json5", file50, sizeof(file50)},
    {"data-shapes/group-layer.json5", file51, sizeof(file51)},
    {"data-shapes/local-systems.json5", file52, sizeof(file52)},
    {"data-shapes/nan-points.json5", file53, sizeof(file53)},
    {"data-shapes/no-geometry-key.json5", file54, sizeof(file54)},
    {"data-shapes/no-object-id-field.json5", file55, sizeof(file55)},
    {"data-shapes/null-category.json5", file56, sizeof(file56)},
    {"data-shapes/out-sr-by-another-number.json5", file57, sizeof(file57)},
    {"data-shapes/out-sr-ignored.json5", file58, sizeof(file58)},
    {"data-shapes/qualified-names.json5", file59, sizeof(file59)},
    {"data-shapes/spatial-reference-with-twelve-more.json5", file60, sizeof(file60)},
    {"data-shapes/trailing-blanks.json5", file61, sizeof(file61)},
    {"data-shapes/true-curves.json5", file62, sizeof(file62)},
    {"data/airports.geojson", file63, sizeof(file63)},
    {"data/dates.json", file64, sizeof(file64)},
    {"data/oddities.geojson", file65, sizeof(file65)},
    {"data/places-2263.json", file66, sizeof(file66)},
    {"data/places-25832.json", file67, sizeof(file67)},
    {"data/places-27700.json", file68, sizeof(file68)},
    {"data/places-3978.json", file69, sizeof(file69)},
    {"data/plots.json", file70, sizeof(file70)},
    {"data/quarters.png", file71, sizeof(file71)},
    {"data/routes.geojson", file72, sizeof(file72)},
    {"data/states.geojson", file73, sizeof(file73)},
    {"data/trees.json", file74, sizeof(file74)},
    {"data/wells.json", file75, sizeof(file75)},
    {"editing/asynchronous.json5", file76, sizeof(file76)},
    {"editing/global-ids-of-a-table-without.json5", file77, sizeof(file77)},
    {"editing/no-edits.json5", file78, sizeof(file78)},
    {"editing/rolled-back.json5", file79, sizeof(file79)},
    {"expiry/admin-logs-query.json5", file80, sizeof(file80)},
    {"expiry/gzipped-error.json5", file81, sizeof(file81)},
    {"expiry/not-renewed-standalone.json5", file82, sizeof(file82)},
    {"expiry/one-minute.json5", file83, sizeof(file83)},
    {"expiry/registered-server-token.json5", file84, sizeof(file84)},
    {"expiry/while-downloading-attachments.json5", file85, sizeof(file85)},
    {"faults/cool-off.json5", file86, sizeof(file86)},
    {"faults/flaky.json5", file87, sizeof(file87)},
    {"faults/gzip.json5", file88, sizeof(file88)},
    {"faults/handshake.json5", file89, sizeof(file89)},
    {"faults/in-front-of-the-server.json5", file90, sizeof(file90)},
    {"faults/schema-changes-between-pages.json5", file91, sizeof(file91)},
    {"faults/service-stops-after-three.json5", file92, sizeof(file92)},
    {"faults/slow-and-broken.json5", file93, sizeof(file93)},
    {"faults/stall.json5", file94, sizeof(file94)},
    {"faults/token-revoked-between-pages.json5", file95, sizeof(file95)},
    {"faults/truncated.json5", file96, sizeof(file96)},
    {"faults/wrong-content-length.json5", file97, sizeof(file97)},
    {"federation/alias-host.json5", file98, sizeof(file98)},
    {"federation/app-token-exchanged.json5", file99, sizeof(file99)},
    {"federation/exchange-needs-server-url.json5", file100, sizeof(file100)},
    {"federation/exchange-with-password.json5", file101, sizeof(file101)},
    {"federation/federate-and-unfederate.json5", file102, sizeof(file102)},
    {"federation/hosting-server-without-license.json5", file103, sizeof(file103)},
    {"federation/item-public-service-not.json5", file104, sizeof(file104)},
    {"federation/machine-name.json5", file105, sizeof(file105)},
    {"federation/no-site-yet.json5", file106, sizeof(file106)},
    {"federation/not-federated.json5", file107, sizeof(file107)},
    {"federation/proxy-without-exchange.json5", file108, sizeof(file108)},
    {"federation/registered-through-sharing.json5", file109, sizeof(file109)},
    {"federation/session-with-a-token-only.json5", file110, sizeof(file110)},
    {"federation/stale-key.json5", file111, sizeof(file111)},
    {"federation/token-left-out.json5", file112, sizeof(file112)},
    {"federation/token-sent-to-another-portal.json5", file113, sizeof(file113)},
    {"federation/two-portals.json5", file114, sizeof(file114)},
    {"generate-token/built-in-off.json5", file115, sizeof(file115)},
    {"generate-token/case-of-the-name.json5", file116, sizeof(file116)},
    {"generate-token/credentials-in-the-query.json5", file117, sizeof(file117)},
    {"generate-token/get-on-the-other-path.json5", file118, sizeof(file118)},
    {"geocoding/places.json5", file119, sizeof(file119)},
    {"geometry/utilities-geometry.json5", file120, sizeof(file120)},
    {"geoprocessing/expired-token.json5", file121, sizeof(file121)},
    {"geoprocessing/failing-job.json5", file122, sizeof(file122)},
    {"images/numbers-of-pixels.json5", file123, sizeof(file123)},
    {"images/picture.json5", file124, sizeof(file124)},
    {"images/raster-catalog.json5", file125, sizeof(file125)},
    {"images/raster-functions.json5", file126, sizeof(file126)},
    {"images/vector-tiles-without-token.json5", file127, sizeof(file127)},
    {"maps/classes-of-rows.json5", file128, sizeof(file128)},
    {"maps/drawn.json5", file129, sizeof(file129)},
    {"maps/formats.json5", file130, sizeof(file130)},
    {"maps/labels.json5", file131, sizeof(file131)},
    {"maps/tiles-taken-along.json5", file132, sizeof(file132)},
    {"mid-way/empty-body.json5", file133, sizeof(file133)},
    {"mid-way/error-in-jsonp.json5", file134, sizeof(file134)},
    {"mid-way/error-on-a-page.json5", file135, sizeof(file135)},
    {"mid-way/feature-server-fails-map-server-works.json5", file136, sizeof(file136)},
    {"mid-way/gives-json-and-amf-only.json5", file137, sizeof(file137)},
    {"mid-way/html-in-an-attribute.json5", file138, sizeof(file138)},
    {"mid-way/image-that-is-json.json5", file139, sizeof(file139)},
    {"mid-way/index-is-rebuilt.json5", file140, sizeof(file140)},
    {"mid-way/last-pages-fail.json5", file141, sizeof(file141)},
    {"mid-way/layer-is-not-0.json5", file142, sizeof(file142)},
    {"mid-way/no-query-capability.json5", file143, sizeof(file143)},
    {"mid-way/pretty-error.json5", file144, sizeof(file144)},
    {"mid-way/real-500-unbounded.json5", file145, sizeof(file145)},
    {"mid-way/service-removed.json5", file146, sizeof(file146)},
    {"mid-way/service-stopped.json5", file147, sizeof(file147)},
    {"mid-way/slow-500-and-no-paging.json5", file148, sizeof(file148)},
    {"mid-way/token-dies-between-pages.json5", file149, sizeof(file149)},
    {"mid-way/too-many-requests.json5", file150, sizeof(file150)},
    {"mid-way/unknown-format.json5", file151, sizeof(file151)},
    {"oauth/first-sign-in.json5", file152, sizeof(file152)},
    {"oauth/one-time-password.json5", file153, sizeof(file153)},
    {"oauth/page-without-semicolon.json5", file154, sizeof(file154)},
    {"oauth/persist-at-the-maximum.json5", file155, sizeof(file155)},
    {"oauth/redirect-removed-in-flight.json5", file156, sizeof(file156)},
    {"oauth/redirect-with-a-query.json5", file157, sizeof(file157)},
    {"oauth/refresh-token-after-exchange.json5", file158, sizeof(file158)},
    {"oauth/refresh-token-expires.json5", file159, sizeof(file159)},
    {"oauth/refresh-without-redirect.json5", file160, sizeof(file160)},
    {"oauth/second-factor.json5", file161, sizeof(file161)},
    {"oidc/no-user-profile.json5", file162, sizeof(file162)},
    {"oidc/registered-provider.json5", file163, sizeof(file163)},
    {"old-servers/10-0.json5", file164, sizeof(file164)},
    {"old-servers/10-11-statistics.json5", file165, sizeof(file165)},
    {"old-servers/10-3-pages-without-flag.json5", file166, sizeof(file166)},
    {"old-servers/9-3-ignores-counts.json5", file167, sizeof(file167)},
    {"old-servers/apostrophe-in-a-text.json5", file168, sizeof(file168)},
    {"old-servers/no-latest-wkid.json5", file169, sizeof(file169)},
    {"old-servers/security-as-text.json5", file170, sizeof(file170)},
    {"online/blank-vector-basemap.json5", file171, sizeof(file171)},
    {"online/dead-credentials.json5", file172, sizeof(file172)},
    {"online/disabled-organization.json5", file173, sizeof(file173)},
    {"online/job-checks-the-token.json5", file174, sizeof(file174)},
    {"online/portal-token-as-it-is.json5", file175, sizeof(file175)},
    {"online/requestip-refused-by-services.json5", file176, sizeof(file176)},
    {"paging/assumed-page-size.json5", file177, sizeof(file177)},
    {"paging/bins.json5", file178, sizeof(file178)},
    {"paging/cut-at-the-limit.json5", file179, sizeof(file179)},
    {"paging/empty-page-with-flag.json5", file180, sizeof(file180)},
    {"paging/exceeds-limit.json5", file181, sizeof(file181)},
    {"paging/flag-for-one-row.json5", file182, sizeof(file182)},
    {"paging/geojson-flag.json5", file183, sizeof(file183)},
    {"paging/ids-as-doubles.json5", file184, sizeof(file184)},
    {"paging/ids-with-gaps.json5", file185, sizeof(file185)},
    {"paging/no-order-between-pages.json5", file186, sizeof(file186)},
    {"paging/not-supported.json5", file187, sizeof(file187)},
    {"paging/offset-ignored.json5", file188, sizeof(file188)},
    {"paging/order-refused.json5", file189, sizeof(file189)},
    {"paging/statistics-that-lie.json5", file190, sizeof(file190)},
    {"publishing/append-from-an-item.json5", file191, sizeof(file191)},
    {"publishing/copied-definition.json5", file192, sizeof(file192)},
    {"publishing/data-store-broken.json5", file193, sizeof(file193)},
    {"publishing/job-that-fails-late.json5", file194, sizeof(file194)},
    {"publishing/layers-ignored-in-update.json5", file195, sizeof(file195)},
    {"publishing/members-that-cannot-change.json5", file196, sizeof(file196)},
    {"publishing/quota.json5", file197, sizeof(file197)},
    {"publishing/service-name-taken.json5", file198, sizeof(file198)},
    {"publishing/upload-in-parts.json5", file199, sizeof(file199)},
    {"publishing/view.json5", file200, sizeof(file200)},
    {"publishing/whole-cycle.json5", file201, sizeof(file201)},
    {"publishing/wrong-admin-address.json5", file202, sizeof(file202)},
    {"referer/configured-referer-not-sent.json5", file203, sizeof(file203)},
    {"referer/data-store-registration.json5", file204, sizeof(file204)},
    {"referer/firewall-strips-it.json5", file205, sizeof(file205)},
    {"referer/made-in-node-used-in-a-page.json5", file206, sizeof(file206)},
    {"referer/proxied-item.json5", file207, sizeof(file207)},
    {"saml/adfs-sign-in.json5", file208, sizeof(file208)},
    {"saml/back-channel-key-first.json5", file209, sizeof(file209)},
    {"saml/clock-skew.json5", file210, sizeof(file210)},
    {"saml/encrypted-assertion.json5", file211, sizeof(file211)},
    {"saml/encryption-unwanted.json5", file212, sizeof(file212)},
    {"saml/encryption-wanted.json5", file213, sizeof(file213)},
    {"saml/expired-certificate.json5", file214, sizeof(file214)},
    {"saml/groups-at-sign-in.json5", file215, sizeof(file215)},
    {"saml/invitation-names-both.json5", file216, sizeof(file216)},
    {"saml/invitation-only.json5", file217, sizeof(file217)},
    {"saml/logout-needs-sha-256.json5", file218, sizeof(file218)},
    {"saml/metadata.json5", file219, sizeof(file219)},
    {"saml/name-differs.json5", file220, sizeof(file220)},
    {"saml/name-id-case.json5", file221, sizeof(file221)},
    {"saml/name-with-suffix.json5", file222, sizeof(file222)},
    {"saml/register-provider.json5", file223, sizeof(file223)},
    {"saml/response-signed.json5", file224, sizeof(file224)},
    {"saml/rolled-over-certificate.json5", file225, sizeof(file225)},
    {"saml/signed-by-sha-1.json5", file226, sizeof(file226)},
    {"saml/signed-request.json5", file227, sizeof(file227)},
    {"saml/single-logout.json5", file228, sizeof(file228)},
    {"saml/started-by-the-provider.json5", file229, sizeof(file229)},
    {"saml/wrong-audience.json5", file230, sizeof(file230)},
    {"seed-thread/10-4-saml-only-psa.json5", file231, sizeof(file231)},
    {"seed-thread/10-6-1-federated.json5", file232, sizeof(file232)},
    {"seed-thread/adfs-refused.json5", file233, sizeof(file233)},
    {"seed-thread/mistyped-client.json5", file234, sizeof(file234)},
    {"seed-thread/working-script.json5", file235, sizeof(file235)},
    {"seed-thread/wrong-dispenser.json5", file236, sizeof(file236)},
    {"server-tokens/details-is-a-string.json5", file237, sizeof(file237)},
    {"server-tokens/domain-and-name.json5", file238, sizeof(file238)},
    {"server-tokens/expires-is-a-string.json5", file239, sizeof(file239)},
    {"server-tokens/permissions.json5", file240, sizeof(file240)},
    {"server-tokens/store-unreachable.json5", file241, sizeof(file241)},
    {"start/federated.json5", file242, sizeof(file242)},
    {"start/standalone.json5", file243, sizeof(file243)},
    {"steps/events.json5", file244, sizeof(file244)},
    {"steps/keys-of-layers.json5", file245, sizeof(file245)},
    {"steps/keys-of-people.json5", file246, sizeof(file246)},
    {"steps/keys-of-sites.json5", file247, sizeof(file247)},
    {"steps/operators.json5", file248, sizeof(file248)},
    {"steps/placeholders.json5", file249, sizeof(file249)},
    {"sync/changes.json5", file250, sizeof(file250)},
    {"sync/round-trip.json5", file251, sizeof(file251)},
    {"tokens/empty-token.json5", file252, sizeof(file252)},
    {"tokens/locked-out-10-3.json5", file253, sizeof(file253)},
    {"tokens/locked-out.json5", file254, sizeof(file254)},
    {"tokens/not-allowed-at-a-service.json5", file255, sizeof(file255)},
    {"tokens/password-changed.json5", file256, sizeof(file256)},
    {"tokens/restart-ends-tokens.json5", file257, sizeof(file257)},
    {"tokens/three-spellings.json5", file258, sizeof(file258)},
    {"transport/ags-roles-cookie.json5", file259, sizeof(file259)},
    {"transport/broken-bodies.json5", file260, sizeof(file260)},
    {"transport/connection-lost.json5", file261, sizeof(file261)},
    {"transport/firewall-403.json5", file262, sizeof(file262)},
    {"transport/long-url-404.json5", file263, sizeof(file263)},
    {"transport/long-url-414.json5", file264, sizeof(file264)},
    {"transport/multipart-for-metadata.json5", file265, sizeof(file265)},
    {"transport/origin-not-allowed.json5", file266, sizeof(file266)},
    {"web-tier/any-client-certificate.json5", file267, sizeof(file267)},
    {"web-tier/app-token-past-the-adaptor.json5", file268, sizeof(file268)},
    {"web-tier/direct-port.json5", file269, sizeof(file269)},
    {"web-tier/iwa.json5", file270, sizeof(file270)},
    {"web-tier/ldap.json5", file271, sizeof(file271)},
    {"web-tier/pki.json5", file272, sizeof(file272)},
    {"web-tier/two-schemes.json5", file273, sizeof(file273)},
};

const int mp_asset_count = sizeof(mp_assets) / sizeof(mp_assets[0]);

static const unsigned char page0[] = {
#embed "../../../inspector/api.js"
};
static const unsigned char page1[] = {
#embed "../../../inspector/app.js"
};
static const unsigned char page2[] = {
#embed "../../../inspector/changes.js"
};
static const unsigned char page3[] = {
#embed "../../../inspector/clock.js"
};
static const unsigned char page4[] = {
#embed "../../../inspector/deployment.js"
};
static const unsigned char page5[] = {
#embed "../../../inspector/dom.js"
};
static const unsigned char page6[] = {
#embed "../../../inspector/exchanges.js"
};
static const unsigned char page7[] = {
#embed "../../../inspector/favicon.ico"
};
static const unsigned char page8[] = {
#embed "../../../inspector/favicon.svg"
};
static const unsigned char page9[] = {
#embed "../../../inspector/index.html"
};
static const unsigned char page10[] = {
#embed "../../../inspector/library.js"
};
static const unsigned char page11[] = {
#embed "../../../inspector/people.js"
};
static const unsigned char page12[] = {
#embed "../../../inspector/scenario.js"
};
static const unsigned char page13[] = {
#embed "../../../inspector/style.css"
};

const mp_asset mp_pages[] = {
    {"api.js", page0, sizeof(page0)},
    {"app.js", page1, sizeof(page1)},
    {"changes.js", page2, sizeof(page2)},
    {"clock.js", page3, sizeof(page3)},
    {"deployment.js", page4, sizeof(page4)},
    {"dom.js", page5, sizeof(page5)},
    {"exchanges.js", page6, sizeof(page6)},
    {"favicon.ico", page7, sizeof(page7)},
    {"favicon.svg", page8, sizeof(page8)},
    {"index.html", page9, sizeof(page9)},
    {"library.js", page10, sizeof(page10)},
    {"people.js", page11, sizeof(page11)},
    {"scenario.js", page12, sizeof(page12)},
    {"style.css", page13, sizeof(page13)},
};

const int mp_page_count = sizeof(mp_pages) / sizeof(mp_pages[0]);

static const unsigned char guide0[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/AdministeringASite.md"
};
static const unsigned char guide1[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/Architecture.md"
};
static const unsigned char guide2[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/EnterpriseLogin.md"
};
static const unsigned char guide3[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/FailuresOnPurpose.md"
};
static const unsigned char guide4[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/FederatedServers.md"
};
static const unsigned char guide5[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/GettingStarted.md"
};
static const unsigned char guide6[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/ManyReplicas.md"
};
static const unsigned char guide7[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/OtherLanguages.md"
};
static const unsigned char guide8[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/ParallelTests.md"
};
static const unsigned char guide9[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/TokenExpiry.md"
};
static const unsigned char guide10[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/Troubleshooting.md"
};
static const unsigned char guide11[] = {
#embed "../../../Sources/MockPortal/MockPortal.docc/WritingAScenario.md"
};
static const unsigned char guide12[] = {
#embed "../../../docker/README.md"
};
static const unsigned char guide13[] = {
#embed "../../../docs/examples/testcontainers/README.md"
};
static const unsigned char guide14[] = {
#embed "../../../docs/inspector.md"
};
static const unsigned char guide15[] = {
#embed "../../../docs/recipes.md"
};
static const unsigned char guide16[] = {
#embed "../../../docs/scenarios/faults.md"
};
static const unsigned char guide17[] = {
#embed "../../../docs/scenarios/recordings.md"
};
static const unsigned char guide18[] = {
#embed "../../../docs/trust.md"
};
static const unsigned char guide19[] = {
#embed "../../../packaging/java/README.md"
};
static const unsigned char guide20[] = {
#embed "../../../packaging/npm/README.md"
};
static const unsigned char guide21[] = {
#embed "../../../packaging/python/README.md"
};

const mp_asset mp_guides[] = {
    {"Sources/MockPortal/MockPortal.docc/AdministeringASite.md", guide0, sizeof(guide0)},
    {"Sources/MockPortal/MockPortal.docc/Architecture.md", guide1, sizeof(guide1)},
    {"Sources/MockPortal/MockPortal.docc/EnterpriseLogin.md", guide2, sizeof(guide2)},
    {"Sources/MockPortal/MockPortal.docc/FailuresOnPurpose.md", guide3, sizeof(guide3)},
    {"Sources/MockPortal/MockPortal.docc/FederatedServers.md", guide4, sizeof(guide4)},
    {"Sources/MockPortal/MockPortal.docc/GettingStarted.md", guide5, sizeof(guide5)},
    {"Sources/MockPortal/MockPortal.docc/ManyReplicas.md", guide6, sizeof(guide6)},
    {"Sources/MockPortal/MockPortal.docc/OtherLanguages.md", guide7, sizeof(guide7)},
    {"Sources/MockPortal/MockPortal.docc/ParallelTests.md", guide8, sizeof(guide8)},
    {"Sources/MockPortal/MockPortal.docc/TokenExpiry.md", guide9, sizeof(guide9)},
    {"Sources/MockPortal/MockPortal.docc/Troubleshooting.md", guide10, sizeof(guide10)},
    {"Sources/MockPortal/MockPortal.docc/WritingAScenario.md", guide11, sizeof(guide11)},
    {"docker/README.md", guide12, sizeof(guide12)},
    {"docs/examples/testcontainers/README.md", guide13, sizeof(guide13)},
    {"docs/inspector.md", guide14, sizeof(guide14)},
    {"docs/recipes.md", guide15, sizeof(guide15)},
    {"docs/scenarios/faults.md", guide16, sizeof(guide16)},
    {"docs/scenarios/recordings.md", guide17, sizeof(guide17)},
    {"docs/trust.md", guide18, sizeof(guide18)},
    {"packaging/java/README.md", guide19, sizeof(guide19)},
    {"packaging/npm/README.md", guide20, sizeof(guide20)},
    {"packaging/python/README.md", guide21, sizeof(guide21)},
};

const int mp_guide_count = sizeof(mp_guides) / sizeof(mp_guides[0]);
