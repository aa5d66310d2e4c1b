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
        default: return false
        }
    }

    private var isOfStatistics: Bool { [.percentiles, .having, .exceedsLimit, .paginationOnAggregates].contains(self) }

    private func isHosted(_ subject: Description.Subject) -> Bool { subject.service.isHosted(subject.version) }

    func json(_ subject: Description.Subject) -> JSON { .bool(isThere(subject)) }

    private static func list(_ abilities: [QueryCapability], _ subject: Description.Subject) -> JSON {
        .object(abilities.map { JSON.Member($0.rawValue, $0.json(subject)) })
    }

    /// Returns the `advancedQueryCapabilities` of a MapServer's layer, in the captured orders of 10.81 and 11.1.
    static func mapLayer(_ subject: Description.Subject) -> JSON {
        guard subject.version >= .v11_0 else {
            return list(
                [
                    .standardizedQueries, .statistics, .having, .countDistinct, .orderBy, .distinct, .pagination,
                    .trueCurves, .extent, .distance, .sqlExpressions,
                ], subject)
        }
        return list(
            [
                .standardizedQueries, .statistics, .percentiles, .having, .orderBy, .distinct, .countDistinct,
                .pagination, .lod, .lodReference, .trueCurves, .datumTransformation, .extent, .distance,
                .sqlExpressions, .timeRelation, .sqlFormat, .queryAnalytic,
            ], subject)
    }

    /// Returns those of a FeatureServer's layer, in the captured orders of 10.71 and, in Pro's runtime, of 10.61.
    static func featureLayer(_ subject: Description.Subject) -> JSON {
        subject.isPro
            ? list(
                [
                    .extent, .statistics, .distinct, .pagination, .orderBy, .distance, .lod, .paginationOnAggregates,
                    .resultType, .countDistinct, .centroid, .having,
                ] + (subject.version >= .v10_8_1 ? [.percentiles] : []), subject)
            : list(
                [
                    .pagination, .trueCurves, .distance, .extent, .statistics, .having, .orderBy, .distinct,
                    .countDistinct, .resultType, .centroid, .sqlExpressions,
                ], subject)
    }

    /// Returns those of a hosted layer (captured, 10.7).
    static func hostedLayer(_ subject: Description.Subject) -> JSON {
        let before = list(
            [
                .pagination, .paginationOnAggregates, .relatedPagination, .distance, .extent, .statistics, .orderBy,
                .distinct, .resultType, .sqlExpressions, .advancedRelated, .countDistinct, .percentiles, .lod,
                .lodReference,
            ], subject)
        let after = list(
            [
                .centroid, .geometryProperties, .datumTransformation, .having, .outFieldExpressions,
                .recordCountFactor, .topFeatures, .disjoint, .cacheHint,
            ], subject)
        return .object((before.members ?? []) + [.init("supportedLodTypes", .array([]))] + (after.members ?? []))
    }

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

    /// `advancedQueryAnalyticCapabilities` (captured, 11.1), none of which the double supports.
    static let analytic = JSON.object(
        ["supportsLinearRegression", "supportsAsync", "supportsPercentileAnalytic"].map { .init($0, .bool(false)) })
}
