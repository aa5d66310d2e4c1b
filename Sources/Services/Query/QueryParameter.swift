// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A parameter that Esri documents for the `query` of a layer, and what this double does with it.
package struct QueryParameter: Sendable {
    /// The effect of a parameter.
    package enum Effect: Sendable {
        /// What it says.
        case acts
        /// It has no effect, as on comparable real layers, for this reason.
        case ignored(String)
        /// It is refused, because the answer would have other rows; a value that changes nothing is accepted.
        case refused(String, unless: String? = nil)
    }

    package var name: String
    /// The first release that knows it; older ones ignore it.
    package var since: Version?
    /// The type of service that has it; `nil` means both.
    package var only: ServiceKind?
    package var effect: Effect

    init(_ name: String, since: Version? = nil, only: ServiceKind? = nil, _ effect: Effect = .acts) {
        (self.name, self.only, self.effect) = (name, only, effect)
        self.since = since
    }
}

extension QueryParameter {
    /// All parameters of query-map-service-layer and query-feature-service-layer, with the releases that these pages
    /// name.
    package static let all: [QueryParameter] =
        [
            "where", "objectIds", "geometry", "geometryType", "inSR", "spatialRel", "relationParam", "time",
            "outFields",
            "returnGeometry", "outSR", "maxAllowableOffset", "returnIdsOnly", "returnCountOnly", "orderByFields",
            "outStatistics", "resultOffset", "resultRecordCount", "f",
        ].map { QueryParameter($0) } + [
            QueryParameter("text", only: .mapServer),
            QueryParameter("geometryPrecision", since: .v10_1), QueryParameter("returnZ", since: .v10_1),
            QueryParameter("returnM", since: .v10_1), QueryParameter("returnDistinctValues", since: .v10_1),
            QueryParameter("groupByFieldsForStatistics", since: .v10_1),
            QueryParameter("returnExtentOnly", since: .v10_3), QueryParameter("distance", since: .v10_3),
            QueryParameter("units", since: .v10_3), QueryParameter("returnTrueCurves", since: .v10_3),
            QueryParameter("sqlFormat", since: .v10_3), QueryParameter("having", since: .v10_6),
            QueryParameter("havingClause", since: .v10_6_1), QueryParameter("quantizationParameters", since: .v10_6_1),
            QueryParameter("returnCentroid", since: .v10_6, only: .featureServer),
            QueryParameter("resultType", since: .v10_6, only: .featureServer),
            QueryParameter("returnExceededLimitFeatures", since: .v10_6, only: .featureServer),
            QueryParameter("maxRecordCountFactor", since: .v10_6, only: .featureServer),
        ] + idle + [
            QueryParameter("returnEnvelope", since: .v11_3, only: .featureServer),
            QueryParameter("defaultSR", since: .v11_3, only: .featureServer),
            QueryParameter(
                "fullText", since: .v11_4, only: .featureServer,
                .refused("only layers whose description has fullTextSearchableFields, or an index FullText, have it")),
            QueryParameter(
                "uniqueIds", since: .v11_4, .refused("only layers whose description has uniqueIdInfo have them")),
            QueryParameter(
                "returnUniqueIdsOnly", since: .v11_4,
                .refused("only layers whose description has uniqueIdInfo have them", unless: "false")),
        ]

    /// Parameters that apply only to layers of a kind that does not exist here.
    private static let idle: [QueryParameter] = [
        QueryParameter("gdbVersion", since: .v10_1, .ignored("applies to versioned layers, and none here is")),
        QueryParameter("historicMoment", since: .v10_6_1, .ignored("applies to archived layers, and none here is")),
        QueryParameter("datumTransformation", since: .v10_5),
        QueryParameter("rangeValues", since: .v10_5, only: .mapServer, .ignored("no layer here has rangeInfos")),
        QueryParameter(
            "parameterValues", since: .v10_5, only: .mapServer, .ignored("no layer here has parameterInfos")),
        QueryParameter("lodType", since: .v10_9, only: .mapServer, .ignored("layers say supportsLod: false")),
        QueryParameter("lod", since: .v10_9, only: .mapServer, .ignored("layers say supportsLod: false")),
        QueryParameter(
            "lodSR", since: .v10_9, only: .mapServer, .ignored("layers say supportsQueryWithLodSR: false")),
        QueryParameter(
            "timeReferenceUnknownClient", since: .v10_9,
            .ignored("only layers with datesInUnknownTimezone need it")),
        QueryParameter(
            "multipatchOption", since: .v10_6, only: .featureServer, .ignored("no layer here has multipatches")),
        QueryParameter("cacheHint", only: .featureServer, .ignored("asks for a faster answer, not for another one")),
    ]

    /// The first releases by lowercase name.
    static let releases = Dictionary(
        all.compactMap { parameter in parameter.since.map { (parameter.name.lowercased(), $0) } },
        uniquingKeysWith: { first, _ in first })

    /// The parameters that may be refused.
    static let refused = all.compactMap { parameter in
        if case .refused(_, let harmless) = parameter.effect { (parameter, harmless: harmless) } else { nil }
    }
}

extension Version {
    /// Returns whether queries of the release have a parameter, by its lowercase name.
    func knows(_ parameter: String) -> Bool { QueryParameter.releases[parameter].map { self >= $0 } ?? true }
}
