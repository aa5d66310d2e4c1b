// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Queries {
    /// The error bodies of queries. What a MapServer says depends on the cause and the release, what a hosted service says
    /// on the parameter; a FeatureServer on ArcGIS Server says the same of everything.
    enum ErrorBodies {
        static let featureServer = ErrorBody(
            "service.query.feature-server", 400, "Unable to complete operation.",
            details: .list(["Unable to perform query operation."]), family: "query", of: [.server],
            evidence: .captured("docs/reference/query.md#errors: five clients"))

        // MARK: A MapServer's

        static let unableTwoSpaces = ErrorBody(
            "service.query.unable-two-spaces", 400, "Unable to complete  operation.", family: "query", of: [.server],
            until: .v10_1, evidence: .captured("openaddresses/esri-dump#30: 9.3 and 10.0"))
        static let unable = ErrorBody(
            "service.query.unable", 400, "Unable to complete operation.", family: "query", of: [.server],
            since: .v10_0_0, evidence: .captured("fgpv-vpgf/fgpv-vpgf#2590: a MapServer of 10.3.1 to 10.9.1"))
        static let failed = ErrorBody(
            "service.query.failed", 400, "Failed to execute query.", family: "query", of: [.server], since: .v10_1,
            evidence: .captured("docs/reference/query.md#errors; that the cause is this is reported"))
        static let failedHRESULT = ErrorBody(
            "service.query.failed-hresult", -2_147_220_985, "Failed to execute query.", family: "query",
            of: [.server], evidence: .captured("raykendo/Map-Services-Enhanced#1"))
        static let tooLong = ErrorBody(
            "service.query.too-long", 500, "Error performing query operation", family: "query",
            of: [.server, .hosted], evidence: .captured("tannerjt/AGStoShapefile#34, Esri/arcgis-python-api#1711"))
        static let noStatistics = ErrorBody(
            "service.query.no-statistics", 400, "Unable to complete operation.", family: "query", of: [.server],
            evidence: .captured("docs/reference/query.md: a MapServer of 10.22"))
        static let badParameter = ErrorBody(
            "service.query.bad-parameter", 400, "Invalid or missing input parameters.", family: "query",
            of: [.server],
            evidence: .captured(
                "Tests/Golden/arcgis/koop-featureservice/statsFail.json; that other causes say it is reported"))
        static let badGeometry = ErrorBody(
            "service.query.bad-geometry", 400, "Unable to complete  operation.",
            details: .list(["'geometry' parameter is invalid", "Unable to complete Query operation."]),
            family: "query", of: [.server], until: .v10_1,
            evidence: .captured("docs/reference/query.md#errors: MapServers of 9.3 and 10.0"))
        static let noPaging = ErrorBody(
            "service.query.no-paging", 400, "Pagination is not supported.", family: "query", of: [.server],
            evidence: .captured("docs/reference/query.md#errors: a MapServer's answer"))
        static let badFormat = ErrorBody(
            "service.query.bad-format", 400, "Invalid format.", family: "query", of: [.server],
            evidence: .reported("Esri/esri-leaflet#486: invalid format; the exact message is inferred"))
        static let notEmulated = ErrorBody(
            "service.query.not-emulated", 400, "Requested operation is not supported by this service.",
            details: .list(["The requested capability is not supported."]), family: "query", of: [.server],
            evidence: .captured("CartoDB/cartodb#11317: a service without the capability; inferred of a parameter"))
        static let capability = ErrorBody(
            "service.query.no-capability", 400, "Requested operation is not supported by this service.",
            details: .list(["The requested capability is not supported."]), family: "query", of: [.server, .hosted],
            evidence: .captured("CartoDB/cartodb#11317: a MapServer; inferred of feature services"))
        static let notHosted = ErrorBody(
            "service.query.not-hosted", 400, "Unable to complete operation.", family: "queryTopFeatures",
            of: [.server], evidence: .inferred("no server's answer was captured"))

        static let noOperation = ErrorBody(
            "service.query.no-operation", 400, "Unable to complete operation.",
            details: .list(["Unable to perform ‹› operation."]), family: "query", of: [.server, .hosted],
            evidence: .inferred("no answer of a layer that does not announce the operation was captured"))

        // MARK: A hosted service's

        private static let check = "Unable to perform query. Please check your parameters."

        static let hosted = ErrorBody(
            "service.query.hosted", 400, "Cannot perform query. Invalid query parameters.", details: .list([check]),
            family: "query", of: [.online],
            evidence: .captured("docs/reference/query.md#errors: hosted services, with other details"))
        static let hostedNoWhere = ErrorBody(
            "service.query.hosted-no-where", 400, "Cannot perform query. Invalid query parameters.",
            details: .list([check, "No where clause specified."]), family: "query", of: [.online],
            evidence: .captured("docs/reference/query.md#parameters-and-defaults: a hosted service"))
        static let hostedParameter = ErrorBody(
            "service.query.hosted-parameter", 400, "Cannot perform query. Invalid query parameters.",
            details: .list(["'‹›' parameter is invalid"]), family: "query", of: [.online],
            evidence: .captured("Tests/Golden/arcgis/errors/err_hosted_invalid_field.json"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.featureServer, ErrorBodies.unableTwoSpaces, ErrorBodies.unable, ErrorBodies.failed,
        ErrorBodies.failedHRESULT, ErrorBodies.tooLong, ErrorBodies.noStatistics, ErrorBodies.badParameter,
        ErrorBodies.badGeometry, ErrorBodies.noPaging, ErrorBodies.badFormat, ErrorBodies.notEmulated,
        ErrorBodies.capability, ErrorBodies.notHosted, ErrorBodies.noOperation, ErrorBodies.hosted,
        ErrorBodies.hostedNoWhere,
        ErrorBodies.hostedParameter,
    ]
}
