// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// Quirks of queries.
extension Quirk {
    /// returnCountOnly and returnIdsOnly.
    public static func queryCountAndIDs(_ value: PassOrIgnore) -> Quirk { Quirk(.queryCountAndIDs, value) }

    /// resultOffset and resultRecordCount: pages, an error (Pagination is not supported.), or ignored.
    public static func queryPaging(_ value: PassRefuseOrIgnore) -> Quirk { Quirk(.queryPaging, value) }

    /// exceededTransferLimit: never, not on pages, where more rows follow, or on every full page.
    public static func queryTransferLimit(_ value: QueryTransferLimit) -> Quirk { Quirk(.queryTransferLimit, value) }

    /// Whether pages are cut from all rows before the filter, so that one can be empty and have the flag.
    public static func querySparsePages(_ value: QuerySparsePages) -> Quirk { Quirk(.querySparsePages, value) }

    /// orderByFields.
    public static func queryOrderBy(_ value: PassRefuseOrIgnore) -> Quirk { Quirk(.queryOrderBy, value) }

    /// outStatistics; unable is the error of a source that fails at them.
    public static func queryStatistics(_ value: QueryStatistics) -> Quirk { Quirk(.queryStatistics, value) }

    /// The columns of statistics: outStatisticFieldName, or the database's MIN(OBJECTID) AS THE_MIN.
    public static func queryStatisticsNames(_ value: QueryStatisticsNames) -> Quirk {
        Quirk(.queryStatisticsNames, value)
    }

    /// The smallest and largest object id of outStatistics: those of the rows, or unrelated ones.
    public static func queryIDBounds(_ value: QueryIDBounds) -> Quirk { Quirk(.queryIDBounds, value) }

    /// outSR.
    public static func queryOutSR(_ value: PassOrIgnore) -> Quirk { Quirk(.queryOutSR, value) }

    /// The order of the rows of pages without orderByFields: by object id, as the source has them, or another one for
    /// each page.
    public static func queryPageOrder(_ value: QueryPageOrder) -> Quirk { Quirk(.queryPageOrder, value) }

    /// Object ids: whole numbers, or doubles such as 6.4579816E7.
    public static func queryObjectIDForm(_ value: QueryObjectIDForm) -> Quirk { Quirk(.queryObjectIDForm, value) }

    /// objectIds without matches.
    public static func queryNoIDs(_ value: QueryNoIDs) -> Quirk { Quirk(.queryNoIDs, value) }

    /// The extent of an empty result: four strings NaN, or null.
    public static func queryEmptyExtent(_ value: QueryEmptyExtent) -> Quirk { Quirk(.queryEmptyExtent, value) }

    /// A point without coordinates: x and y are the string NaN, or there is no geometry.
    public static func queryNullPoint(_ value: QueryNullPoint) -> Quirk { Quirk(.queryNullPoint, value) }

    /// An empty result: with or without fields and spatial reference.
    public static func queryEmptySet(_ value: QueryEmptySet) -> Quirk { Quirk(.queryEmptySet, value) }

    /// Whether fieldAliases has its last field twice.
    public static func queryFieldAliases(_ value: QueryFieldAliases) -> Quirk { Quirk(.queryFieldAliases, value) }

    /// f=geojson.
    public static func queryGeoJSON(_ value: PassOrRefuse) -> Quirk { Quirk(.queryGeoJSON, value) }

    /// exceededTransferLimit in GeoJSON: at the top level, or under properties.
    public static func queryGeoJSONFlag(_ value: QueryGeoJSONFlag) -> Quirk { Quirk(.queryGeoJSONFlag, value) }

    /// f=pbf: as supportedQueryFormats lists it, and JSON where it does not; or an error.
    public static func queryPBF(_ value: PassOrRefuse) -> Quirk { Quirk(.queryPBF, value) }

    /// What a MapServer answers to a where clause that it cannot read.
    public static func queryBadWhere(_ value: QueryBadWhere) -> Quirk { Quirk(.queryBadWhere, value) }
}
