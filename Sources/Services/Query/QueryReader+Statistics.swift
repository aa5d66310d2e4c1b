// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension QueryReader {
    private static let kinds: Set<String> = ["count", "sum", "min", "max", "avg", "stddev", "var"]
    private static let percentiles: Set<String> = ["percentile_cont", "percentile_disc"]

    private func supports(_ capability: QueryCapability) -> Bool { subject.map { capability.isThere($0) } ?? true }

    /// Returns the statistics, or `nil` if none are requested.
    func statistics() throws(ServiceError) -> Statistics? {
        guard let text = given("outstatistics"), text != "[]" else { return nil }
        if manner.statistics == .ignore { return nil }
        if manner.statistics == .refuse { throw request.badParameter("outStatistics", text) }
        if manner.statistics == .unable { throw request.noStatistics(text) }
        guard let list = (try? JSONReader.read(Array(text.utf8)))?.elements, !list.isEmpty, list.count <= 100 else {
            throw request.badParameter("outStatistics", text)
        }
        var statistics = Statistics(hasTermsFirst: isHosted)
        if list.contains(where: { ASCII.equal($0["statisticType"]?.text ?? "", "exceedslimit") }) {
            guard supports(.exceedsLimit) else { throw request.unsupported(.exceedsLimit, "outStatistics", text) }
            guard list.count == 1, let limits = LimitStatistic(list[0]) else {
                throw request.badParameter("outStatistics", text)
            }
            statistics.limits = limits
            return statistics
        }
        for entry in list {
            if let shape = try shape(entry, text) {
                statistics.shapes.append(shape)
            } else {
                statistics.terms.append(try statistic(entry, text))
            }
        }
        for part in SQLParser.parts(given("groupbyfieldsforstatistics") ?? "") {
            statistics.groups.append(try group(ASCII.trimmed(part)))
        }
        if let having = given("having") ?? given("havingclause") {
            let indices = statistics.groups.compactMap { column in
                layer.fields.firstIndex { $0.name == column.field.name }
            }
            var parser = SQLParser(
                having, fields: layer.fields,
                setting: .init(now: request.now, user: request.user, groups: indices))
            do throws(Where.Failure) {
                statistics.having = try parser.condition()
            } catch {
                throw request.badWhere(having, error, manner.badWhere, of: "having")
            }
        }
        let names = statistics.columns.map(\.field.name)
        for part in SQLParser.parts(given("orderbyfields") ?? "") {
            let (name, isDescending) = try ordered(part)
            guard let column = names.firstIndex(where: { ASCII.equal($0, name) }) else {
                throw request.badParameter("orderByFields", part)
            }
            statistics.order.append((column, isDescending))
        }
        return statistics
    }

    /// Returns a statistic that is a geometry, or `nil` if it is a number.
    private func shape(_ entry: JSON, _ whole: String) throws(ServiceError) -> SpatialAggregate? {
        guard let kind = SpatialAggregate.Kind(name: entry["statisticType"]?.text ?? "") else { return nil }
        guard supports(.spatialAggregation) else {
            throw request.unsupported(.spatialAggregation, "outStatistics", whole)
        }
        guard layer.geometryType != nil else { throw request.badParameter("outStatistics", whole) }
        let given = entry["outStatisticFieldName"]?.text ?? ""
        return SpatialAggregate(name: given.isEmpty ? kind.rawValue : given, kind: kind)
    }

    private func statistic(_ entry: JSON, _ whole: String) throws(ServiceError) -> Statistics.Column {
        let kind = entry["statisticType"]?.text?.lowercased() ?? ""
        guard Self.kinds.contains(kind) || Self.percentiles.contains(kind) else {
            throw request.badParameter("outStatistics", whole)
        }
        if Self.percentiles.contains(kind), !supports(.percentiles) {
            throw request.unsupported(.percentiles, "outStatistics", whole)
        }
        let name = entry["onStatisticField"]?.text ?? ""
        let value = try self.value(name, "outStatistics")
        // Counts and bounds exist for any type; sums and averages only for numbers.
        if !["count", "min", "max"].contains(kind), !value.type.isNumber {
            throw request.badParameter("outStatistics", whole)
        }
        var sql: String
        switch kind {
        case "stddev", "var": sql = "mp_\(kind)(\(value.sql))"
        case "percentile_cont", "percentile_disc":
            let parameters = entry["statisticParameters"]
            guard let share = parameters?["value"]?.double, (0...1).contains(share) else {
                throw request.badParameter("outStatistics", whole)
            }
            let isDescending = ASCII.equal(parameters?["orderBy"]?.text ?? "", "desc")
            sql = "mp_\(kind)(\(value.sql), \(share), \(isDescending ? 1 : 0))"
        default: sql = "\(kind)(\(value.sql))"
        }
        // Clients plan their pages by these, and some servers return bounds that match no row.
        let isIDBound = ["min", "max"].contains(kind) && value.field?.type == .objectID
        let type: FieldType =
            switch kind {
            case "count": .integer
            case "min", "max": value.field.map { $0.type == .objectID ? .integer : $0.type } ?? value.fieldType
            default: .double
            }
        let given = entry["outStatisticFieldName"]?.text ?? ""
        let shown = given.isEmpty ? "\(kind.uppercased())_\(value.field?.name ?? "EXPR")" : given
        return Statistics.Column(
            field: Field(name: shown, type: type, length: type == .string ? value.field?.length : nil), sql: sql,
            values: value.values, label: "\(kind.uppercased())(\(name)) AS \(shown)", isIDBound: isIDBound)
    }

    private func group(_ name: String) throws(ServiceError) -> Statistics.Column {
        let value = try self.value(name, "groupByFieldsForStatistics")
        let field = value.field ?? Field(name: name, type: value.fieldType)
        return Statistics.Column(field: field, sql: value.sql, values: value.values, label: name)
    }

    /// A field or, from 10.4 on, an expression (documented: `supportsSqlExpression`).
    struct Value {
        var sql: String
        var values: [Where.Value] = []
        var type: SQLType
        var field: Field?

        var fieldType: FieldType {
            switch type {
            case .whole: .integer
            case .real, .interval, .months: .double
            case .date: .date
            default: .string
            }
        }
    }

    func value(_ text: String, _ parameter: String) throws(ServiceError) -> Value {
        var name = text
        if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = String(name.dropFirst().dropLast()) }
        if let index = layer.fields.firstIndex(where: { ASCII.equal($0.name, name) }) {
            return Value(
                sql: Field.column(index), type: SQLType(layer.fields[index].type), field: layer.fields[index])
        }
        guard request.version >= .v10_4 else {
            throw request.unknownField(text, parameter, layer)
        }
        var parser = SQLParser(text, fields: layer.fields, setting: .init(now: request.now, user: request.user))
        do throws(Where.Failure) {
            let expression = try parser.expression()
            return Value(sql: expression.term.sql, values: expression.values, type: expression.term.type)
        } catch {
            throw error.unknownField.map { request.unknownField($0, parameter, layer) }
                ?? request.badWhere(text, error, manner.badWhere, of: parameter)
        }
    }
}
