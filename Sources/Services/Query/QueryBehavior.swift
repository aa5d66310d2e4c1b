// SPDX-License-Identifier: Apache-2.0

import Facts

/// How the service answers queries: the release's behaviors and the scenario's quirks, consulted where they matter.
struct QueryBehavior: Sendable {
    var countAndIDs = Choice.pass
    var paging = Choice.pass
    var transferLimit = Choice.show
    var sparsePages = Choice.never
    var orderBy = Choice.pass
    var pageOrder = Choice.ids
    var statistics = Choice.pass
    var statisticsNames = Choice.given
    var idBounds = Choice.ids
    var outSR = Choice.pass
    var objectIDForm = Choice.whole
    var noIDs = Choice.null
    var emptyExtent = Choice.nan
    var nullPoint = Choice.nan
    var emptySet = Choice.whole
    var fieldAliases = Choice.once
    var geoJSON = Choice.pass
    var geoJSONFlag = Choice.top
    var pbf = Choice.pass
    var badWhere = Choice.failed

    init() {}

    init(_ request: inout ServiceRequest) {
        func has(_ name: String) -> Bool { request.given(name) != nil }
        badWhere = request.choice(.queryBadWhere)
        let (counts, lists) = (request.isTrue("returncountonly"), request.isTrue("returnidsonly"))
        if counts || lists { countAndIDs = request.choice(.queryCountAndIDs) }
        if has("resultoffset") || has("resultrecordcount") { paging = request.choice(.queryPaging) }
        if has("resultoffset") || has("resultrecordcount"), !has("orderbyfields") {
            pageOrder = request.choice(.queryPageOrder)
        }
        if has("orderbyfields") { orderBy = request.choice(.queryOrderBy) }
        if has("outstatistics") {
            statistics = request.choice(.queryStatistics)
            statisticsNames = request.choice(.queryStatisticsNames)
            idBounds = request.choice(.queryIDBounds)
        }
        if has("outsr") { outSR = request.choice(.queryOutSR) }
        if request.format == "geojson" {
            geoJSON = request.choice(.queryGeoJSON)
            geoJSONFlag = request.choice(.queryGeoJSONFlag)
        }
        if request.format == "pbf" { pbf = request.choice(.queryPBF) }
        objectIDForm = request.choice(.queryObjectIDForm)
        if lists { noIDs = request.choice(.queryNoIDs) }
        if request.isTrue("returnextentonly") { emptyExtent = request.choice(.queryEmptyExtent) }
        transferLimit = request.choice(.queryTransferLimit)
        sparsePages = request.choice(.querySparsePages)
        nullPoint = request.choice(.queryNullPoint)
        // Captured: rows of a FeatureServer without a geometry have no such member (10.3).
        if request.kind == .featureServer, !request.isQuirk(.queryNullPoint) { nullPoint = .omit }
        emptySet = request.choice(.queryEmptySet)
        if request.kind == .mapServer { fieldAliases = request.choice(.queryFieldAliases) }
    }
}
