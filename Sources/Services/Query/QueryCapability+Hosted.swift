// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The `advancedQueryCapabilities` of hosted layers.
extension QueryCapability {
    /// A key of the list: a capability, or a list that belongs to one.
    private struct Row {
        var key: String
        var since: Version?
        var value: (@Sendable (Description.Subject) -> JSON?)

        init(_ ability: QueryCapability, since: Version? = nil) {
            (key, self.since) = (ability.rawValue, since)
            value = { ability.json($0) }
        }

        /// A capability that only some descriptions list.
        init(_ ability: QueryCapability, ifTold: Bool) {
            key = ability.rawValue
            value = { subject in
                subject.told("advancedQueryCapabilities")?[ability.rawValue].map { _ in ability.json(subject) }
            }
        }

        init(_ key: String, since: Version? = nil, _ value: @escaping @Sendable (Description.Subject) -> JSON?) {
            (self.key, self.since, self.value) = (key, since, value)
        }

        init(_ key: String, since: Version? = nil, _ value: JSON) {
            (self.key, self.since) = (key, since)
            self.value = { _ in value }
        }

        /// A key that only the description gives.
        init(told key: String) {
            self.key = key
            value = { $0.told("advancedQueryCapabilities")?[key] }
        }
    }

    /// Returns those of a hosted layer: captured at 10.3 (three times), 10.7, 10.81, 11.2 and 11.5. The lists of what the
    /// double does not do are empty.
    static func hostedLayer(_ subject: Description.Subject) -> JSON {
        .object(
            hosted.compactMap { row in
                guard row.since.map({ subject.version >= $0 }) ?? true else { return nil }
                return row.value(subject).map { JSON.Member(row.key, $0) }
            })
    }

    private static let hosted: [Row] = [
        Row(.pagination), Row(.attachmentCounts, since: .v11_2), Row(.paginationOnAggregates, since: .v10_7),
        Row(.relatedPagination, since: .v10_7), Row(.distance), Row(.extent), Row(.statistics), Row(.orderBy),
        Row(.distinct), Row(.resultType, since: .v10_4), Row(.sqlExpressions, since: .v10_4),
        Row(.timeRelation, since: .v11_5), Row(.advancedRelated, since: .v10_7), Row(.countDistinct, since: .v10_7),
        Row(.percentiles, since: .v10_7), Row(.approximatePercentiles, since: .v11_5),
        Row(.spatialAggregation, since: .v11_2), Row(.trueCurves, since: .v11_2),
        Row("supportedSpatialAggregationStatistics", since: .v11_2, aggregates), Row(.lod, since: .v10_7),
        Row(.lodReference, since: .v10_7), Row("supportedLodTypes", since: .v10_7, .array([])), Row(.centroid),
        Row(.geometryEnvelope, since: .v11_2), Row(.geometryProperties, since: .v10_7),
        Row(.datumTransformation, since: .v10_7), Row(.currentUser, since: .v11_2), Row(.having, since: .v10_7),
        Row(.outFieldExpressions, since: .v10_7), Row(.recordCountFactor, since: .v10_7),
        Row(.topFeatures, since: .v10_7), Row(.disjoint, since: .v10_7), Row(.cacheHint, since: .v10_7),
        Row("supportedOperationsWithCacheHint", since: .v11_2, .array([])), Row(.queryAnalytic, since: .v10_8),
        Row(.queryBins, since: .v11_2), Row(.defaultReference, since: .v11_2), Row(.translations, since: .v11_5),
        Row(.fullText, since: .v11_2), Row("fullTextSearchCapabilities", since: .v11_5, fullTextCapabilities),
        Row(told: "fullTextSearchableFields"), Row(.queryDateBins, ifTold: true),
    ]

    /// The statistics that are geometries.
    private static func aggregates(_ subject: Description.Subject) -> JSON {
        let isThere = QueryCapability.spatialAggregation.isThere(subject)
        return .array(isThere ? SpatialAggregate.Kind.allCases.map { .string($0.rawValue) } : [])
    }

    /// What searches of words take: operators between words and between searches, where a field has an index of them.
    private static func fullTextCapabilities(_ subject: Description.Subject) -> JSON {
        let names = ["supportsAccentSensitivity", "supportsStopWords", "supportsSearchOperator", "supportsOperator"]
        return .object(names.map { .init($0, .bool(subject.hasFullText && $0.hasSuffix("Operator"))) })
    }

    /// `advancedQueryAnalyticCapabilities` of hosted layers (captured, 11.5). The double has no regressions.
    static func hostedAnalytic(_ subject: Description.Subject) -> JSON {
        let names = [
            "supportsLinearRegression", "supportsTrendlineRegression", "supportsAsync", "supportsPercentileAnalytic",
        ]
        let told = subject.told("advancedQueryAnalyticCapabilities")
        let isThere = QueryCapability.queryAnalytic.isThere(subject)
        return .object(
            names.filter { told == nil || told?[$0] != nil }.map {
                .init($0, .bool(isThere && !$0.hasSuffix("Regression")))
            })
    }

    /// `advancedEditingCapabilities` of hosted services and layers from 11.2 on (captured at 11.2 and 11.5, of services
    /// that only answer queries, too).
    static func hostedEditing(_ subject: Description.Subject) -> JSON {
        var members: [JSON.Member] =
            subject.layer == nil
            ? [.init("supportsSplit", .bool(false)), .init("supportsReturnServiceEditsInSourceSR", .bool(false))]
            : [.init("supportedSqlFormatsInCalculate", .array([.string("standard")]))]
        members += [
            .init("supportsAsyncApplyEdits", .bool(subject.isEditable)),
            .init("supportsReturnEditResults", .bool(subject.isEditable)),
            .init("supportsApplyEditsbyUploadID", .bool(false)),
            .init("supportedApplyEditsUploadIDFormats", .string("")),
        ]
        if subject.layer != nil, subject.version >= .v11_5 {
            members += [.init("supportsTranslation", .bool(false)), .init("supportsMaxTranslations", .int(0))]
        }
        return .object(members)
    }

    /// The statistics of bins that the double has, as the capability lists them.
    private static let binStatistics = [
        "COUNT", "SUM", "AVG", "VAR", "STDDEV", "MIN", "MAX", "PERCENTILE_CONT", "PERCENTILE_DISC",
    ]

    /// `queryBinsCapabilities`: those of 11.2, then those of 11.5 (captured).
    static func bins(_ subject: Description.Subject) -> JSON {
        let isThere = QueryCapability.queryBins.isThere(subject)
        func list(_ names: [String]) -> JSON { .array(isThere ? names.map(JSON.string) : []) }
        var names = [
            "supportsAsync", "supportsAutoIntervalBin", "supportsFixedIntervalBin", "supportsFixedBoundariesBin",
            "supportsDateBin",
        ]
        let isLate = subject.version >= .v11_5
        if isLate {
            names += [
                "supportsStackBy", "supportsSplitBy", "supportsFirstDayOfWeek", "supportsSnapToData",
                "supportsReturnFullIntervalBin", "supportsNormalization",
            ]
        }
        var members = names.map { JSON.Member($0, .bool(isThere)) }
        members.append(.init("supportedStatisticTypes", list(binStatistics)))
        if isLate { members.append(.init("supportedNormalizationTypes", list(BinReader.changes.map(\.key)))) }
        return .object(members)
    }
}
