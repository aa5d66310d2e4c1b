// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The capabilities of queries, each once. Every list of capabilities reads them, so that a client can rely on them.
package enum QueryCapability: String, Sendable, CaseIterable {
    case standardizedQueries = "useStandardizedQueries"
    case statistics = "supportsStatistics"
    case percentiles = "supportsPercentileStatistics"
    case having = "supportsHavingClause"
    case countDistinct = "supportsCountDistinct"
    case orderBy = "supportsOrderBy"
    case distinct = "supportsDistinct"
    case pagination = "supportsPagination"
    case paginationOnAggregates = "supportsPaginationOnAggregatedQueries"
    case relatedPagination = "supportsQueryRelatedPagination"
    case advancedRelated = "supportsAdvancedQueryRelated"
    case trueCurves = "supportsTrueCurve"
    case extent = "supportsReturningQueryExtent"
    case distance = "supportsQueryWithDistance"
    case sqlExpressions = "supportsSqlExpression"
    case outFieldExpressions = "supportsOutFieldSQLExpression"
    case resultType = "supportsQueryWithResultType"
    case centroid = "supportsReturningGeometryCentroid"
    case geometryProperties = "supportsReturningGeometryProperties"
    case datumTransformation = "supportsQueryWithDatumTransformation"
    case lod = "supportsLod"
    case lodReference = "supportsQueryWithLodSR"
    case timeRelation = "supportsTimeRelation"
    case sqlFormat = "supportsSqlFormat"
    case queryAnalytic = "supportsQueryAnalytic"
    case recordCountFactor = "supportsMaxRecordCountFactor"
    case topFeatures = "supportsTopFeaturesQuery"
    case disjoint = "supportsDisjointSpatialRel"
    case cacheHint = "supportsQueryWithCacheHint"
    case coordinatesQuantization = "supportsCoordinatesQuantization"
    case attachmentCounts = "supportsQueryAttachmentsCountOnly"
    case approximatePercentiles = "supportsApproxPercentileStatistics"
    case spatialAggregation = "supportsSpatialAggregationStatistics"
    case geometryEnvelope = "supportsReturningGeometryEnvelope"
    case currentUser = "supportsCurrentUserQueries"
    case queryBins = "supportsQueryBins"
    case queryDateBins = "supportsQueryDateBins"
    case defaultReference = "supportsDefaultSR"
    case translations = "supportsTranslations"
    case fullText = "supportsFullTextSearch"
    case exceedsLimit = "supportsExceedsLimitStatistics"
    case advanced = "supportsAdvancedQueries"

    /// Returns whether a layer has it, which both its description and its queries read: what the double does in that
    /// release and runtime, unless the layer is declared without it.
    func isThere(_ subject: Description.Subject) -> Bool {
        if subject.isWithoutRows { return false }
        if subject.layer?.unsupported.contains(rawValue) ?? false { return false }
        if self == .pagination, let own = subject.layer?.supportsPagination { return own }
        // Before 10.3, one key stood for both (documented of returnDistinctValues).
        if self == .orderBy || self == .distinct, !QueryCapability.advanced.isThere(subject) { return false }
        // These are about statistics.
        if isOfStatistics, !QueryCapability.statistics.isThere(subject) { return false }
        // A release does not support what it does not know.
        if let promise, !promise.parameters.contains(where: { subject.version.knows($0) }) { return false }
        switch self {
        case .standardizedQueries, .statistics, .having, .countDistinct, .orderBy, .distinct, .pagination,
            .paginationOnAggregates, .advancedRelated, .trueCurves, .extent, .distance, .resultType, .centroid,
            .coordinatesQuantization, .advanced:
            return true
        case .sqlExpressions: return subject.version >= .v10_4
        case .percentiles: return subject.version >= .v10_8_1 && (subject.isPro || isHosted(subject))
        case .exceedsLimit: return subject.version >= .v11_0
        case .topFeatures, .recordCountFactor: return isHosted(subject)
        case .queryAnalytic:
            return isHosted(subject) && subject.version >= .v10_8 || subject.isPro && subject.version >= .v10_9_1
        case .queryBins:
            return isHosted(subject) && subject.version >= .v11_2 || subject.isPro && subject.version >= .v11_3
        case .defaultReference, .spatialAggregation: return isHosted(subject) && subject.version >= .v11_2
        case .geometryEnvelope: return isHosted(subject) && subject.version >= .v11_3
        case .fullText: return subject.hasFullText
        case .queryDateBins: return isHosted(subject) && subject.version >= .v10_9_1
        default: return false
        }
    }

    private var isOfStatistics: Bool {
        [.percentiles, .having, .exceedsLimit, .paginationOnAggregates, .spatialAggregation].contains(self)
    }

    private func isHosted(_ subject: Description.Subject) -> Bool { subject.service.isHosted(subject.version) }

    func json(_ subject: Description.Subject) -> JSON { .bool(isThere(subject)) }

    /// A capability in a list, with the first release that lists it.
    private struct Entry {
        var ability: QueryCapability
        var since: Version?

        init(_ ability: QueryCapability, since: Version? = nil) { (self.ability, self.since) = (ability, since) }
    }

    private static func list(_ entries: [Entry], _ subject: Description.Subject) -> JSON {
        .object(
            entries.filter { $0.since.map { subject.version >= $0 } ?? true }
                .map { JSON.Member($0.ability.rawValue, $0.ability.json(subject)) })
    }

    /// Returns the `advancedQueryCapabilities` of a MapServer's layer: captured at 10.3, 10.31, 10.41, 10.5 and 10.81 in
    /// the runtime of ArcMap, at 10.81 and 11.1 in that of ArcGIS Pro.
    static func mapLayer(_ subject: Description.Subject) -> JSON { list(subject.isPro ? proMap : map, subject) }

    private static let map: [Entry] = [
        Entry(.standardizedQueries), Entry(.statistics), Entry(.having, since: .v10_6_1),
        Entry(.countDistinct, since: .v10_6_1), Entry(.orderBy), Entry(.distinct), Entry(.pagination),
        Entry(.trueCurves), Entry(.extent, since: .v10_3_1), Entry(.distance, since: .v10_3_1),
        Entry(.sqlExpressions, since: .v10_5),
    ]

    private static let proMap: [Entry] = [
        Entry(.standardizedQueries), Entry(.statistics), Entry(.percentiles, since: .v10_8),
        Entry(.having, since: .v10_6_1), Entry(.orderBy), Entry(.distinct), Entry(.countDistinct, since: .v10_6_1),
        Entry(.pagination), Entry(.lod, since: .v11_0), Entry(.lodReference, since: .v11_0), Entry(.trueCurves),
        Entry(.datumTransformation, since: .v10_8), Entry(.extent), Entry(.distance),
        Entry(.sqlExpressions, since: .v10_5), Entry(.timeRelation, since: .v11_0), Entry(.sqlFormat, since: .v11_0),
        Entry(.queryAnalytic, since: .v11_0),
    ]

    /// Returns those of a FeatureServer's layer: captured at 10.3, 10.51 and 10.71 in the runtime of ArcMap, at 10.61 in
    /// that of ArcGIS Pro.
    static func featureLayer(_ subject: Description.Subject) -> JSON {
        list(subject.isPro ? proFeature : feature, subject)
    }

    private static let feature: [Entry] = [
        Entry(.pagination), Entry(.trueCurves, since: .v10_3_1), Entry(.distance, since: .v10_3_1),
        Entry(.extent, since: .v10_3_1), Entry(.statistics), Entry(.having, since: .v10_7), Entry(.orderBy),
        Entry(.distinct), Entry(.countDistinct, since: .v10_7), Entry(.resultType, since: .v10_7),
        Entry(.centroid, since: .v10_7), Entry(.sqlExpressions, since: .v10_5),
    ]

    private static let proFeature: [Entry] = [
        Entry(.extent), Entry(.statistics), Entry(.distinct), Entry(.pagination), Entry(.orderBy), Entry(.distance),
        Entry(.lod), Entry(.paginationOnAggregates), Entry(.resultType), Entry(.countDistinct), Entry(.centroid),
        Entry(.having), Entry(.percentiles, since: .v10_8_1), Entry(.queryAnalytic, since: .v10_9_1),
        Entry(.queryBins, since: .v11_3),
    ]

    /// Returns the `advancedEditingCapabilities` (documented keys), or `nil` without editing. They were introduced with
    /// asynchronous edits at 10.9.1; since 11.0 clients may omit the results.
    static func editing(_ subject: Description.Subject) -> JSON? {
        guard subject.isEditable else { return nil }
        var members: [JSON.Member] =
            subject.layer == nil
            ? [.init("supportsSplit", .bool(false)), .init("supportsReturnServiceEditsInSourceSR", .bool(false))]
            : [.init("supportedSqlFormatsInCalculate", .array([.string("standard")]))]
        members.append(.init("supportsAsyncApplyEdits", .bool(subject.version.hasAsyncEdits)))
        if subject.version.hasEditResultsChoice { members.append(.init("supportsReturnEditResults", .bool(true))) }
        return .object(members)
    }

    /// `advancedQueryAnalyticCapabilities` (captured, 11.1). The double has no regressions.
    static func analytic(_ subject: Description.Subject) -> JSON {
        let isThere = QueryCapability.queryAnalytic.isThere(subject)
        return .object([
            .init("supportsLinearRegression", .bool(false)), .init("supportsAsync", .bool(isThere)),
            .init("supportsPercentileAnalytic", .bool(isThere)),
        ])
    }
}

extension Description.Subject {
    /// A Boolean value that indicates whether some field has an index of its words, as the description says.
    var hasFullText: Bool {
        let advanced = told("advancedQueryCapabilities")
        if let fields = advanced?["fullTextSearchableFields"]?.elements, !fields.isEmpty { return true }
        return (told("indexes")?.elements ?? []).contains { ASCII.equal($0["indexType"]?.text ?? "", "FullText") }
    }
}
