// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// What behaviors can be set to, a type for each set of choices.
extension Quirk {
    /// What `tokenIPBoundOnService` and 17 other behaviors can be set to.
    public struct Admission: QuirkValue {
        let choice: Choice

        /// Accept it.
        public static var pass: Admission { Admission(choice: .pass) }
        /// Answer with an error.
        public static var refuse: Admission { Admission(choice: .refuse) }
    }

    /// What `generateTokenUnknownClient` can be set to.
    public struct GenerateTokenUnknownClient: QuirkValue {
        let choice: Choice

        /// Treat it as an address that the token is bound to.
        public static var address: GenerateTokenUnknownClient { GenerateTokenUnknownClient(choice: .address) }
        /// Ignore it.
        public static var ignore: GenerateTokenUnknownClient { GenerateTokenUnknownClient(choice: .ignore) }
        /// Answer with an error.
        public static var refuse: GenerateTokenUnknownClient { GenerateTokenUnknownClient(choice: .refuse) }
    }

    /// What `generateTokenGetOnRest` can be set to.
    public struct GenerateTokenGetOnRest: QuirkValue {
        let choice: Choice

        /// Only for the exchange of a portal token for a server token.
        public static var exchange: GenerateTokenGetOnRest { GenerateTokenGetOnRest(choice: .exchange) }
        /// Answer with an error.
        public static var refuse: GenerateTokenGetOnRest { GenerateTokenGetOnRest(choice: .refuse) }
        /// Accept it.
        public static var pass: GenerateTokenGetOnRest { GenerateTokenGetOnRest(choice: .pass) }
    }

    /// What `generateTokenForm` can be set to.
    public struct GenerateTokenForm: QuirkValue {
        let choice: Choice

        /// Include it.
        public static var show: GenerateTokenForm { GenerateTokenForm(choice: .show) }
        /// Answer with an error.
        public static var refuse: GenerateTokenForm { GenerateTokenForm(choice: .refuse) }
    }

    /// What `generateTokenOtherServerURL` and 1 other behavior can be set to.
    public struct Issuance: QuirkValue {
        let choice: Choice

        /// Issue a token, even if it is worthless.
        public static var issue: Issuance { Issuance(choice: .issue) }
        /// Answer with an error.
        public static var refuse: Issuance { Issuance(choice: .refuse) }
    }

    /// What `oauthInfoForm` can be set to.
    public struct OauthInfoForm: QuirkValue {
        let choice: Choice

        /// One line that ends in a semicolon.
        public static var semicolon: OauthInfoForm { OauthInfoForm(choice: .semicolon) }
        /// A line break without a semicolon.
        public static var lineBreak: OauthInfoForm { OauthInfoForm(choice: .lineBreak) }
    }

    /// What `sharingPlainHTTP` can be set to.
    public struct SharingPlainHTTP: QuirkValue {
        let choice: Choice

        /// Answer with an error.
        public static var refuse: SharingPlainHTTP { SharingPlainHTTP(choice: .refuse) }
        /// Redirect the client.
        public static var redirect: SharingPlainHTTP { SharingPlainHTTP(choice: .redirect) }
        /// Accept it.
        public static var pass: SharingPlainHTTP { SharingPlainHTTP(choice: .pass) }
    }

    /// What `sharingInvalidToken` can be set to.
    public struct SharingInvalidToken: QuirkValue {
        let choice: Choice

        /// The code 498.
        public static var code498: SharingInvalidToken { SharingInvalidToken(choice: .code498) }
        /// The code 400.
        public static var code400: SharingInvalidToken { SharingInvalidToken(choice: .code400) }
    }

    /// What `sharingForbiddenCode` and 6 other behaviors can be set to.
    public struct Presence: QuirkValue {
        let choice: Choice

        /// Include it.
        public static var show: Presence { Presence(choice: .show) }
        /// Omit it.
        public static var omit: Presence { Presence(choice: .omit) }
    }

    /// What `lockoutPortal` can be set to.
    public struct LockoutPortal: QuirkValue {
        let choice: Choice

        /// After five failures in fifteen minutes, for fifteen minutes.
        public static var fifteenMinutes: LockoutPortal { LockoutPortal(choice: .fifteenMinutes) }
        /// Never.
        public static var never: LockoutPortal { LockoutPortal(choice: .never) }
    }

    /// What `lockoutServer` can be set to.
    public struct LockoutServer: QuirkValue {
        let choice: Choice

        /// After more than five failures in a minute, for a minute.
        public static var oneMinute: LockoutServer { LockoutServer(choice: .oneMinute) }
        /// After five failures in fifteen minutes, for fifteen minutes.
        public static var fifteenMinutes: LockoutServer { LockoutServer(choice: .fifteenMinutes) }
        /// Never.
        public static var never: LockoutServer { LockoutServer(choice: .never) }
    }

    /// What `serverTokenRefusalStatus` can be set to.
    public struct ServerTokenRefusalStatus: QuirkValue {
        let choice: Choice

        /// The code 403.
        public static var code403: ServerTokenRefusalStatus { ServerTokenRefusalStatus(choice: .code403) }
        /// The code 200.
        public static var code200: ServerTokenRefusalStatus { ServerTokenRefusalStatus(choice: .code200) }
    }

    /// What `serverTokenGetToken` and 1 other behavior can be set to.
    public struct MediaType: QuirkValue {
        let choice: Choice

        /// `text/plain`
        public static var text: MediaType { MediaType(choice: .text) }
        /// `application/json`
        public static var json: MediaType { MediaType(choice: .json) }
    }

    /// What `adminTokenInBody` and 2 other behaviors can be set to.
    public struct Regard: QuirkValue {
        let choice: Choice

        /// Ignore it.
        public static var ignore: Regard { Regard(choice: .ignore) }
        /// Accept it.
        public static var pass: Regard { Regard(choice: .pass) }
    }

    /// What `infoSecurityForm` can be set to.
    public struct InfoSecurityForm: QuirkValue {
        let choice: Choice

        /// A Boolean, `true` or `false`.
        public static var boolean: InfoSecurityForm { InfoSecurityForm(choice: .boolean) }
        /// The string `"true"` or `"false"`.
        public static var string: InfoSecurityForm { InfoSecurityForm(choice: .string) }
    }

    /// What `infoTokenServicesURL` can be set to.
    public struct InfoTokenServicesURL: QuirkValue {
        let choice: Choice

        /// The path without `rest`.
        public static var legacy: InfoTokenServicesURL { InfoTokenServicesURL(choice: .legacy) }
        /// The path with `rest`.
        public static var rest: InfoTokenServicesURL { InfoTokenServicesURL(choice: .rest) }
    }

    /// What `serverLongURL` can be set to.
    public struct ServerLongURL: QuirkValue {
        let choice: Choice

        /// Accept it.
        public static var pass: ServerLongURL { ServerLongURL(choice: .pass) }
        /// The code 404.
        public static var code404: ServerLongURL { ServerLongURL(choice: .code404) }
        /// The code 414.
        public static var code414: ServerLongURL { ServerLongURL(choice: .code414) }
    }

    /// What `restLogin` can be set to.
    public struct RestLogin: QuirkValue {
        let choice: Choice

        /// Ask for a name and a password.
        public static var credentials: RestLogin { RestLogin(choice: .credentials) }
        /// Ask for a token.
        public static var token: RestLogin { RestLogin(choice: .token) }
    }

    /// What `serviceTokenRequired` can be set to.
    public struct ServiceTokenRequired: QuirkValue {
        let choice: Choice

        /// The text of an ArcGIS Server.
        public static var server: ServiceTokenRequired { ServiceTokenRequired(choice: .server) }
        /// The text of servers before 10.1.
        public static var unauthorized: ServiceTokenRequired { ServiceTokenRequired(choice: .unauthorized) }
        /// The text of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
        public static var hosted: ServiceTokenRequired { ServiceTokenRequired(choice: .hosted) }
        /// As `hosted`, with `SB_0005`: seen in 2020, and of an organization whose subscription had expired.
        public static var subscription: ServiceTokenRequired { ServiceTokenRequired(choice: .subscription) }
        /// The text of ArcGIS Online's basemaps, without details.
        public static var basemap: ServiceTokenRequired { ServiceTokenRequired(choice: .basemap) }
    }

    /// What `serviceInvalidToken` can be set to.
    public struct ServiceInvalidToken: QuirkValue {
        let choice: Choice

        /// The text of an ArcGIS Server.
        public static var server: ServiceInvalidToken { ServiceInvalidToken(choice: .server) }
        /// The text of scene layers and of `portaladmin`, with two sentences of advice.
        public static var long: ServiceInvalidToken { ServiceInvalidToken(choice: .long) }
        /// The text of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
        public static var hosted: ServiceInvalidToken { ServiceInvalidToken(choice: .hosted) }
        /// The text of ArcGIS Online's basemaps, without details.
        public static var basemap: ServiceInvalidToken { ServiceInvalidToken(choice: .basemap) }
    }

    /// What `serviceNotFoundCode` can be set to.
    public struct ServiceNotFoundCode: QuirkValue {
        let choice: Choice

        /// The code 404.
        public static var code404: ServiceNotFoundCode { ServiceNotFoundCode(choice: .code404) }
        /// The code 500.
        public static var code500: ServiceNotFoundCode { ServiceNotFoundCode(choice: .code500) }
    }

    /// What `serviceNotFoundWords` can be set to.
    public struct ServiceNotFoundWords: QuirkValue {
        let choice: Choice

        /// The text of an ArcGIS Server.
        public static var server: ServiceNotFoundWords { ServiceNotFoundWords(choice: .server) }
        /// The text of servers before 10.1.
        public static var unauthorized: ServiceNotFoundWords { ServiceNotFoundWords(choice: .unauthorized) }
        /// The text of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
        public static var hosted: ServiceNotFoundWords { ServiceNotFoundWords(choice: .hosted) }
    }

    /// What `catalogSecuredFolder` can be set to.
    public struct CatalogSecuredFolder: QuirkValue {
        let choice: Choice

        /// Ask for a token.
        public static var require: CatalogSecuredFolder { CatalogSecuredFolder(choice: .require) }
        /// Show what the caller may see and hide the rest.
        public static var hide: CatalogSecuredFolder { CatalogSecuredFolder(choice: .hide) }
    }

    /// What `editErrorNumbers` can be set to.
    public struct EditErrorNumbers: QuirkValue {
        let choice: Choice

        /// A code from a list.
        public static var numbered: EditErrorNumbers { EditErrorNumbers(choice: .numbered) }
        /// The database's own code.
        public static var hresult: EditErrorNumbers { EditErrorNumbers(choice: .hresult) }
    }

    /// What `editRollback` can be set to.
    public struct EditRollback: QuirkValue {
        let choice: Choice

        /// Undo all edits.
        public static var rollBack: EditRollback { EditRollback(choice: .rollBack) }
        /// Keep the other edits.
        public static var keep: EditRollback { EditRollback(choice: .keep) }
    }

    /// What `editDefaults` can be set to.
    public struct EditDefaults: QuirkValue {
        let choice: Choice

        /// Insert the default value.
        public static var fill: EditDefaults { EditDefaults(choice: .fill) }
        /// Omit it.
        public static var omit: EditDefaults { EditDefaults(choice: .omit) }
    }

    /// What `queryPaging` and 1 other behavior can be set to.
    public struct Handling: QuirkValue {
        let choice: Choice

        /// Accept it.
        public static var pass: Handling { Handling(choice: .pass) }
        /// Answer with an error.
        public static var refuse: Handling { Handling(choice: .refuse) }
        /// Ignore it.
        public static var ignore: Handling { Handling(choice: .ignore) }
    }

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
