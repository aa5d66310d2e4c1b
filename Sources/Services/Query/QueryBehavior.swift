// SPDX-License-Identifier: Apache-2.0

import Facts

/// How the service answers queries: the release's behaviors and the scenario's quirks, consulted where they matter.
struct QueryBehavior: Sendable {
    var countAndIDs = Choice.pass
    var paging = Choice.pass
    var transferLimit = Choice.show
    var sparsePages = Choice.never
    var orderBy = Choice.pass
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

    init(_ reading: inout ServiceRequest) {
        func has(_ name: String) -> Bool { reading.given(name) != nil }
        badWhere = reading.choice(.queryBadWhere)
        let (counts, lists) = (reading.isTrue("returncountonly"), reading.isTrue("returnidsonly"))
        if counts || lists { countAndIDs = reading.choice(.queryCountAndIDs) }
        if has("resultoffset") || has("resultrecordcount") { paging = reading.choice(.queryPaging) }
        if has("orderbyfields") { orderBy = reading.choice(.queryOrderBy) }
        if has("outstatistics") {
            statistics = reading.choice(.queryStatistics)
            statisticsNames = reading.choice(.queryStatisticsNames)
            idBounds = reading.choice(.queryIDBounds)
        }
        if has("outsr") { outSR = reading.choice(.queryOutSR) }
        if reading.format == "geojson" {
            geoJSON = reading.choice(.queryGeoJSON)
            geoJSONFlag = reading.choice(.queryGeoJSONFlag)
        }
        if reading.format == "pbf" { pbf = reading.choice(.queryPBF) }
        objectIDForm = reading.choice(.queryObjectIDForm)
        if lists { noIDs = reading.choice(.queryNoIDs) }
        if reading.isTrue("returnextentonly") { emptyExtent = reading.choice(.queryEmptyExtent) }
        transferLimit = reading.choice(.queryTransferLimit)
        sparsePages = reading.choice(.querySparsePages)
        nullPoint = reading.choice(.queryNullPoint)
        emptySet = reading.choice(.queryEmptySet)
        if reading.kind == .mapServer { fieldAliases = reading.choice(.queryFieldAliases) }
    }
}
