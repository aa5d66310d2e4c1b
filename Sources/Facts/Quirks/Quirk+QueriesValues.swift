// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// What quirks of queries can be set to.
extension Quirk {
    /// What `queryTransferLimit` can be set to.
    public struct QueryTransferLimit: QuirkValue {
        let choice: Choice

        /// Include it.
        public static var show: QueryTransferLimit { QueryTransferLimit(choice: .show) }
        /// Omit it.
        public static var omit: QueryTransferLimit { QueryTransferLimit(choice: .omit) }
        /// Never.
        public static var never: QueryTransferLimit { QueryTransferLimit(choice: .never) }
        /// On every full page, whether more rows follow or not.
        public static var full: QueryTransferLimit { QueryTransferLimit(choice: .full) }
    }

    /// What `querySparsePages` can be set to.
    public struct QuerySparsePages: QuirkValue {
        let choice: Choice

        /// Never.
        public static var never: QuerySparsePages { QuerySparsePages(choice: .never) }
        /// Include it.
        public static var show: QuerySparsePages { QuerySparsePages(choice: .show) }
    }

    /// What `queryStatistics` can be set to.
    public struct QueryStatistics: QuirkValue {
        let choice: Choice

        /// Accept it.
        public static var pass: QueryStatistics { QueryStatistics(choice: .pass) }
        /// Answer with an error.
        public static var refuse: QueryStatistics { QueryStatistics(choice: .refuse) }
        /// Ignore it.
        public static var ignore: QueryStatistics { QueryStatistics(choice: .ignore) }
        /// `Unable to complete operation.`
        public static var unable: QueryStatistics { QueryStatistics(choice: .unable) }
    }

    /// What `queryStatisticsNames` can be set to.
    public struct QueryStatisticsNames: QuirkValue {
        let choice: Choice

        /// As named in the request.
        public static var given: QueryStatisticsNames { QueryStatisticsNames(choice: .given) }
        /// As named by the database.
        public static var sql: QueryStatisticsNames { QueryStatisticsNames(choice: .sql) }
    }

    /// What `queryIDBounds` can be set to.
    public struct QueryIDBounds: QuirkValue {
        let choice: Choice

        /// Those of the object ids.
        public static var ids: QueryIDBounds { QueryIDBounds(choice: .ids) }
        /// Those of the row numbers, counted from 1.
        public static var numbers: QueryIDBounds { QueryIDBounds(choice: .numbers) }
    }

    /// What `queryPageOrder` can be set to.
    public struct QueryPageOrder: QuirkValue {
        let choice: Choice

        /// Those of the object ids.
        public static var ids: QueryPageOrder { QueryPageOrder(choice: .ids) }
        /// As the source has them.
        public static var sources: QueryPageOrder { QueryPageOrder(choice: .sources) }
        /// Another order each time, drawn from the seed.
        public static var shuffled: QueryPageOrder { QueryPageOrder(choice: .shuffled) }
    }

    /// What `queryObjectIDForm` can be set to.
    public struct QueryObjectIDForm: QuirkValue {
        let choice: Choice

        /// Everything; for numbers, without a decimal point.
        public static var whole: QueryObjectIDForm { QueryObjectIDForm(choice: .whole) }
        /// As a double: `6.4579816E7`.
        public static var double: QueryObjectIDForm { QueryObjectIDForm(choice: .double) }
    }

    /// What `queryNoIDs` can be set to.
    public struct QueryNoIDs: QuirkValue {
        let choice: Choice

        /// JSON's null.
        public static var null: QueryNoIDs { QueryNoIDs(choice: .null) }
        /// An empty array.
        public static var list: QueryNoIDs { QueryNoIDs(choice: .list) }
    }

    /// What `queryEmptyExtent` can be set to.
    public struct QueryEmptyExtent: QuirkValue {
        let choice: Choice

        /// The string `NaN`.
        public static var nan: QueryEmptyExtent { QueryEmptyExtent(choice: .nan) }
        /// JSON's null.
        public static var null: QueryEmptyExtent { QueryEmptyExtent(choice: .null) }
    }

    /// What `queryNullPoint` can be set to.
    public struct QueryNullPoint: QuirkValue {
        let choice: Choice

        /// The string `NaN`.
        public static var nan: QueryNullPoint { QueryNullPoint(choice: .nan) }
        /// Omit it.
        public static var omit: QueryNullPoint { QueryNullPoint(choice: .omit) }
    }

    /// What `queryEmptySet` can be set to.
    public struct QueryEmptySet: QuirkValue {
        let choice: Choice

        /// Everything; for numbers, without a decimal point.
        public static var whole: QueryEmptySet { QueryEmptySet(choice: .whole) }
        /// A bare minimum of keys.
        public static var bare: QueryEmptySet { QueryEmptySet(choice: .bare) }
    }

    /// What `queryFieldAliases` can be set to.
    public struct QueryFieldAliases: QuirkValue {
        let choice: Choice

        /// Once.
        public static var once: QueryFieldAliases { QueryFieldAliases(choice: .once) }
        /// Twice.
        public static var twice: QueryFieldAliases { QueryFieldAliases(choice: .twice) }
    }

    /// What `queryGeoJSONFlag` can be set to.
    public struct QueryGeoJSONFlag: QuirkValue {
        let choice: Choice

        /// At the top level.
        public static var top: QueryGeoJSONFlag { QueryGeoJSONFlag(choice: .top) }
        /// Under `properties`.
        public static var properties: QueryGeoJSONFlag { QueryGeoJSONFlag(choice: .properties) }
    }

    /// What `queryBadWhere` can be set to.
    public struct QueryBadWhere: QuirkValue {
        let choice: Choice

        /// `Failed to execute query.`
        public static var failed: QueryBadWhere { QueryBadWhere(choice: .failed) }
        /// `Unable to complete operation.`
        public static var unable: QueryBadWhere { QueryBadWhere(choice: .unable) }
        /// `Unable to complete  operation.`, with two spaces.
        public static var unableTwoBlanks: QueryBadWhere { QueryBadWhere(choice: .unableTwoBlanks) }
        /// The database's own code.
        public static var hresult: QueryBadWhere { QueryBadWhere(choice: .hresult) }
    }
}
