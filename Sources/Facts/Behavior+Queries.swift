// SPDX-License-Identifier: Apache-2.0

extension Behavior {
    /// The behaviors of layers that concern queries.
    static let queries: [Behavior: Entry] = [
        .queryCountAndIDs: Entry(
            "returnCountOnly and returnIdsOnly.", [.pass, .ignore],
            [
                (.v9_3, .ignore, .captured("openaddresses/pyesridump us-il-cook: the whole set comes back")),
                (
                    .v10_0, .pass,
                    .documented(
                        "docs/reference/query.md#parameters-and-defaults: ids since 10.0, the count since its service pack"
                    )
                ),
            ]),
        .queryPaging: Entry(
            "resultOffset and resultRecordCount: pages, an error (Pagination is not supported.), or ignored.",
            [.pass, .refuse, .ignore],
            [
                (.v10_2, .ignore, .reported("Esri/ArcREST#241: an old server gives the first page again")),
                (.v10_3, .pass, .documented("docs/reference/query.md#parameters-and-defaults: since 10.3")),
            ]),
        .queryTransferLimit: Entry(
            "exceededTransferLimit: never, not on pages, where more rows follow, or on every full page.",
            [.show, .omit, .never, .full],
            [
                (.v10_0, .never, .documented("docs/reference/query.md#parameters-and-defaults: since 10.1")),
                (.v10_3, .omit, .reported("thollingshead/arcgis-server-store#17: 10.3 pages without it")),
                (
                    .v10_3_1, .show,
                    .documented("docs/reference/query.md#exceededtransferlimit: 10.3.1 puts it on pages")
                ),
            ]),
        .querySparsePages: Entry(
            "Whether pages are cut from all rows before the filter, so that one can be empty and have the flag.",
            [.never, .show],
            [
                (
                    .v11_4, .never,
                    .captured("Tests/Golden/arcgis/koop-featureservice/features-empty.json is one; no release is known")
                )
            ]),
        .queryOrderBy: Entry(
            "orderByFields.", [.pass, .refuse, .ignore],
            [
                (.v10_0, .ignore, .documented("docs/reference/query.md#parameters-and-defaults: since 10.1")),
                (
                    .v10_1, .pass,
                    .documented("docs/reference/query.md#parameters-and-defaults; joined layers refuse it (reported)")
                ),
            ]),
        .queryPageOrder: Entry(
            "The order of the rows of pages without orderByFields: by object id, as the source has them, or another one for each page.",
            [.ids, .sources, .shuffled],
            [
                (
                    .v10_3, .ids,
                    .documented("docs/reference/query.md#parameters-and-defaults: pages are ordered by object id")
                ),
                (.v11_4, .ids, .documented("docs/reference/query.md#parameters-and-defaults")),
            ]),
        .queryStatistics: Entry(
            "outStatistics; unable is the error of a source that fails at them.", [.pass, .refuse, .ignore, .unable],
            [
                (.v10_0, .ignore, .documented("docs/reference/query.md#parameters-and-defaults: since 10.1")),
                (
                    .v10_1, .pass,
                    .documented("docs/reference/query.md#parameters-and-defaults; some sources fail (captured)")
                ),
            ]),
        .queryStatisticsNames: Entry(
            "The columns of statistics: outStatisticFieldName, or the database's MIN(OBJECTID) AS THE_MIN.",
            [.given, .sql],
            [
                (
                    .v10_1, .given,
                    .captured(
                        "Tests/Golden/arcgis/batch-machine/ua-kharkiv-statistics.json: 10.11; pyesridump us-ca-tuolumne, 10.11, of a layer whose id is SHAPE.fid has the database's"
                    )
                ), (.v10_2, .given, .captured("Tests/Golden/arcgis/koop-featureservice/statsFailedPaging.json")),
            ]),
        .queryIDBounds: Entry(
            "The smallest and largest object id of outStatistics: those of the rows, or unrelated ones.",
            [.ids, .numbers],
            [(.v11_4, .ids, .captured("openaddresses/pyesridump us-mi-kent has others; no release is known"))]),
        .queryOutSR: Entry(
            "outSR.", [.pass, .ignore],
            [(.v11_4, .pass, .reported("mjorden/cyclelanes#10: an old server took no notice; no release is known"))]),
        .queryObjectIDForm: Entry(
            "Object ids: whole numbers, or doubles such as 6.4579816E7.", [.whole, .double],
            [(.v11_4, .whole, .captured("openaddresses/pyesridump us-mo-columbia, 10.01, has doubles; others do not"))]),
        .queryNoIDs: Entry(
            "objectIds without matches.", [.null, .list],
            [
                (.v11_4, .null, .reported("docs/reference/query.md#answers: a client tests objectIds == null")),
                (.online, .list, .inferred("docs/reference/query.md#answers")),
            ]),
        .queryEmptyExtent: Entry(
            "The extent of an empty result: four strings NaN, or null.", [.nan, .null],
            [
                (.v10_4, .nan, .captured("Esri/esri-leaflet#879")),
                (.v11_4, .nan, .inferred("as 10.4")), (.online, .null, .captured("docs/reference/query.md#answers")),
            ]),
        .queryNullPoint: Entry(
            "A point without coordinates: x and y are the string NaN, or there is no geometry.", [.nan, .omit],
            [
                (.v10_0_2, .nan, .captured("Tests/Golden/arcgis/batch-machine/us-ny-orange-0.json: 10.02")),
                (.v10_3_1, .nan, .captured("Esri/arcgis-to-geojson-utils#8")), (.v11_4, .nan, .inferred("as before")),
                (.online, .omit, .captured("pfrater/arcpullr#2")),
            ]),
        .queryEmptySet: Entry(
            "An empty result: with or without fields and spatial reference.", [.whole, .bare],
            [
                (.v11_4, .whole, .captured("docs/reference/query.md#answers: fields are there from 10.1 on")),
                (.online, .bare, .captured("docs/reference/query.md#answers, of a hosted service in 2026")),
            ]),
        .queryFieldAliases: Entry(
            "Whether fieldAliases has its last field twice.", [.once, .twice],
            [(.v11_4, .once, .captured("openaddresses/pyesridump us-ca-tuolumne has one twice, at 10.11"))]),
        .queryGeoJSON: Entry(
            "f=geojson.", [.pass, .refuse],
            [
                (.v10_3_1, .refuse, .reported("Esri/esri-leaflet#486: invalid format")),
                (.v10_4, .pass, .documented("docs/reference/query.md#parameters-and-defaults: since 10.4")),
            ]),
        .queryGeoJSONFlag: Entry(
            "exceededTransferLimit in GeoJSON: at the top level, or under properties.", [.top, .properties],
            [
                (.v11_4, .top, .reported("Esri/esri-leaflet#1229")),
                (.online, .properties, .captured("Esri/arcgis-rest-js geoJSONPointResponse.json")),
            ]),
        .queryPBF: Entry(
            "f=pbf: as supportedQueryFormats lists it, and JSON where it does not; or an error.", [.pass, .refuse],
            [
                (.v10_7_1, .pass, .documented("docs/reference/query.md#protocol-buffers: of maps since 10.7.1")),
                (.v10_8_1, .pass, .reported("rowanwins/arcgis-pbf-parser#1: JSON of a layer that does not list it")),
                (.v11_4, .pass, .documented("docs/reference/query.md#protocol-buffers: as the layer lists it")),
            ]),
        .queryBadWhere: Entry(
            "What a MapServer answers to a where clause that it cannot read.",
            [.failed, .unable, .unableTwoBlanks, .hresult],
            [
                (.v10_0, .unableTwoBlanks, .captured("openaddresses/esri-dump#30: the words; their cause is another")),
                (
                    .v10_1, .failed,
                    .reported("docs/reference/query.md#errors: the text is captured, the pairing reported")
                ),
                (.v10_3_1, .unable, .captured("fgpv-vpgf/fgpv-vpgf#2590: an apostrophe in a text")),
                (.v10_9_1, .unable, .captured("fgpv-vpgf/fgpv-vpgf#2590: 10.3.1 to 10.9.1")),
                (.v11_1, .failed, .inferred("the runtime of ArcMap, which says so, ended with 11.0")),
                (.v11_4, .failed, .inferred("as 11.1")),
            ]),
    ]
}
