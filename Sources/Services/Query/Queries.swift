// SPDX-License-Identifier: Apache-2.0

import Facts

/// Queries of layers: their resources, their rules, their error bodies.
enum Queries {
    static let resources: [Resource] = [
        Resource(
            "{layer}/query", [.mapServer, .featureServer], "The rows of a layer.", needs: .query,
            evidence: .captured("docs/reference/query.md"), answer: QueryOperation.answer
        ).answering("kmz"),
        Resource(
            "query", [.featureServer], "The rows of several layers.", since: .v10_0_0, needs: .query,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-feature-service/; TerriaJS/terriajs of a layer's part"
            ),
            answer: ServiceQueryOperation.answer),
        Resource(
            "{layer}/queryTopFeatures", [.featureServer], "The first rows of each group, of a hosted layer.",
            since: .v10_7_1, needs: .query,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-top-features-feature-service-layer/"),
            answer: QueryOperation.top),
        Resource(
            "{layer}/queryAnalytic", [.mapServer, .featureServer],
            "The rows of a layer with values of window functions.",
            since: .v10_9_1, needs: .query,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/query-analytic/"),
            answer: AnalyticOperation.answer),
        Resource(
            "{layer}/queryBins", [.featureServer], "The rows of a layer, summed by ranges of a value.", since: .v11_1,
            needs: .query,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/query-bins/"),
            answer: BinsOperation.answer),
        Resource(
            "{layer}/queryDateBins", [.featureServer], "The rows of a layer, summed by ranges of time.",
            since: .v10_9_1, needs: .query,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/query-date-bins-fsl/"),
            answer: BinsOperation.dates),
        Resource(
            "{layer}/getEstimates", [.featureServer], "How many rows a layer has, and where.", since: .v10_8_1,
            needs: .query,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/get-estimates-feature-servicelayer/"),
            answer: EstimatesOperation.layer),
        Resource(
            "getEstimates", [.featureServer], "How many rows the layers have, and where.", since: .v10_8_1,
            needs: .query,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/get-estimate-feature-service/"),
            answer: EstimatesOperation.service),
    ]

    enum Rules {
        static let badWhere = Rule(
            "query.bad-where", "The where clause is invalid.",
            advice: "Use standardized SQL: comparisons, LIKE, IN, BETWEEN, IS NULL, AND, OR, NOT.",
            evidence: .captured("docs/reference/query.md#errors: the texts are captured, their causes reported"))
        static let tooLong = Rule(
            "query.too-long", "The query takes longer than MockPortal allows.",
            advice: "Request fewer rows, or use simpler conditions.",
            evidence: .captured("tannerjt/AGStoShapefile#34, Esri/arcgis-python-api#1711: the words of a time-out"))
        static let noPaging = Rule(
            "query.no-paging", "The query requests a page, and the layer does not support pagination.",
            advice: "See advancedQueryCapabilities.supportsPagination; query by object ids instead.",
            evidence: .captured("docs/reference/query.md#errors: a MapServer's words; others documented"))
        static let badFormat = Rule(
            "query.format", "The layer does not answer in that format.",
            advice: "See supportedQueryFormats.",
            evidence: .reported("Esri/esri-leaflet#486: invalid format; the exact words are inferred"))
        static let unknownField = Rule(
            "query.unknown-field", "The query names a field that the layer does not have.",
            advice: "Compare it with the fields of the layer resource.",
            evidence: .captured("Tests/Golden/arcgis/errors/err_hosted_invalid_field.json; on a server reported"))
        static let noFilter = Rule(
            "query.no-filter", "The query has no where, objectIds or other filter.",
            advice: "Send where=1=1.",
            evidence: .captured("Tests/Golden/arcgis/koop-featureservice/statsFail.json; five clients"))
        static let badParameter = Rule(
            "query.bad-parameter", "The value of a parameter is invalid.",
            advice: "See the parameter named in the verdict.",
            evidence: .captured(
                "Tests/Golden/arcgis/koop-featureservice/statsFail.json: the text; that this causes it is inferred"))
        static let notYet = Rule(
            "query.not-emulated", "The parameter would change the result, and MockPortal does not emulate it yet.",
            advice: "Omit the parameter; docs/fidelity.md lists what is emulated.",
            evidence: .inferred("a limit of this double; answered as a server without the capability does"))
        static let unknownReference = Rule(
            "query.unknown-reference", "PROJ knows no spatial reference of that number or text, or no formulas of it.",
            advice: "Use a number of EPSG or Esri.",
            evidence: .inferred("docs/reference/spatial-references.md#unknown-ones: what servers say was not seen"))
        static let capability = Rule(
            "query.no-capability", "The layer or service does not list the capability Query.",
            advice: "See capabilities; publish the service with Query.",
            clients: "An import that asks for object ids first finds no objectIds.",
            evidence: .captured("CartoDB/cartodb#11317: of a MapServer; inferred of other services"))
        static let unsupported = Rule(
            "query.not-supported", "The layer's description says that it does not support the parameter.",
            advice: "See advancedQueryCapabilities, and the other keys that begin with supports.",
            evidence: .reported("docs/reference/query.md#errors: statistics and order of joined layers; else inferred"))
        static let source = Rule(
            "query.source", "The source behind the layer does not work, and its description does not show it.",
            advice: "Ask again later, or ask a service with another source.",
            evidence: .captured("docs/reference/query.md#errors: of sources that fail, are slow, or are being rebuilt"))
        static let notHosted = Rule(
            "query.not-hosted", "Only hosted services have this operation.",
            advice: "See advancedQueryCapabilities for what the layer supports.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-top-features-feature-service-layer/; no refusal was captured"
            ))
    }

    static let rules: [Rule] = [
        Rules.badWhere, Rules.tooLong, Rules.noPaging, Rules.badFormat, Rules.unknownField, Rules.noFilter,
        Rules.badParameter, Rules.notYet, Rules.unknownReference, Rules.capability, Rules.unsupported, Rules.source,
        Rules.notHosted,
    ]
}

extension Capability.Requirement {
    /// What reads rows: documented as the required capability of each operation.
    static let query = Capability.Requirement(.query, Queries.Rules.capability, Queries.ErrorBodies.capability)
}
