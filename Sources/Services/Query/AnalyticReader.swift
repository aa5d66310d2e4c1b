// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of the parameter `outAnalytics`.
struct AnalyticReader {
    let reader: QueryReader
    let text: String

    private static let aggregates = [
        "COUNT": "count", "SUM": "sum", "MIN": "min", "MAX": "max", "AVG": "avg", "STDDEV": "mp_stddev",
        "VAR": "mp_var", "FIRST_VALUE": "first_value", "LAST_VALUE": "last_value",
    ]
    private static let ranks = [
        "RANK": "rank", "DENSE_RANK": "dense_rank", "ROW_NUMBER": "row_number", "PERCENT_RANK": "percent_rank",
        "CUM_DIST": "cume_dist", "CUME_DIST": "cume_dist",
    ]
    /// The functions without order of their own, which the ones of SQL need.
    private static let numbers = ["SUM", "AVG", "STDDEV", "VAR"]

    private func fail() -> ServiceError { reader.request.badParameter("outAnalytics", String(text.prefix(200))) }

    /// Returns the functions; at least one is needed.
    func read() throws(ServiceError) -> [Analytic] {
        guard let list = (try? JSONReader.read(Array(text.utf8)))?.elements, !list.isEmpty, list.count <= 100 else {
            throw fail()
        }
        var analytics: [Analytic] = []
        for (index, entry) in list.enumerated() { analytics.append(try analytic(entry, index)) }
        return analytics
    }

    private func analytic(_ entry: JSON, _ index: Int) throws(ServiceError) -> Analytic {
        let kind = entry["analyticType"]?.text?.uppercased() ?? ""
        let parameters = entry["analyticParameters"] ?? .null
        let order = try terms(parameters["orderBy"])
        let given = entry["outAnalyticFieldName"]?.text ?? ""
        func made(_ sql: String, _ type: FieldType, _ values: [Where.Value] = []) throws(ServiceError) -> Analytic {
            let name = given.isEmpty ? "\(kind)_\(entry["onAnalyticField"]?.text ?? String(index))" : given
            guard !reader.layer.fields.contains(where: { ASCII.equal($0.name, name) }) else { throw fail() }
            var analytic = Analytic(field: Field(name: name, type: type), sql: sql, values: values)
            analytic.partition = try terms(parameters["partitionBy"])
            analytic.order = order
            analytic.frame = try frame(parameters["windowFrame"])
            return analytic
        }
        if let rank = AnalyticReader.ranks[kind] {
            return try made("\(rank)()", rank == "percent_rank" || rank == "cume_dist" ? .double : .integer)
        }
        if kind == "NTILE" {
            guard let count = (parameters["offset"] ?? parameters["value"])?.integer, count > 0 else { throw fail() }
            return try made("ntile(\(count))", .integer)
        }
        let value = try reader.value(entry["onAnalyticField"]?.text ?? "", "outAnalytics")
        let own: FieldType = value.field.map { $0.type == .objectID ? .integer : $0.type } ?? value.fieldType
        if AnalyticReader.numbers.contains(kind), !value.type.isNumber { throw fail() }
        if let function = AnalyticReader.aggregates[kind] {
            let type: FieldType = kind == "COUNT" ? .integer : AnalyticReader.numbers.contains(kind) ? .double : own
            return try made("\(function)(\(value.sql))", type, value.values)
        }
        switch kind {
        case "LAG", "LEAD":
            let offset = parameters["offset"]?.integer ?? 1
            guard offset >= 0 else { throw fail() }
            return try made("\(kind.lowercased())(\(value.sql), \(offset))", own, value.values)
        case "PERCENTILE_CONT", "PERCENTILE_DISC":
            guard value.type.isNumber, let share = parameters["value"]?.double, (0...1).contains(share) else {
                throw fail()
            }
            // Its order is that of its values: of each row the same (SQL:2003 10.9).
            let isDescending = order.first?.isDescending ?? false
            let sql = "mp_\(kind.lowercased())(\(value.sql), \(share), \(isDescending ? 1 : 0))"
            var analytic = try made(sql, .double, value.values)
            (analytic.order, analytic.frame) = ([], "")
            return analytic
        default: throw fail()
        }
    }

    private func terms(_ json: JSON?) throws(ServiceError) -> [Query.Term] {
        guard let json, json != .null else { return [] }
        let parts = json.elements?.compactMap(\.text) ?? SQLParser.parts(json.text ?? "")
        return try reader.terms(parts.filter { !$0.isEmpty }, "outAnalytics")
    }

    /// Reads `windowFrame`: rows before this one, or a range of rows.
    private func frame(_ json: JSON?) throws(ServiceError) -> String {
        guard let json, json != .null else { return "" }
        let type = json["type"]?.text?.uppercased() ?? "ROWS"
        guard ["ROWS", "RANGE"].contains(type), let extent = json["extent"] else { throw fail() }
        func bound(_ word: String?, _ value: JSON?, _ side: String) throws(ServiceError) -> String {
            switch word?.uppercased() ?? "" {
            case "UNBOUNDED", "UNBOUNDED_\(side)": return "UNBOUNDED \(side)"
            case "CURRENT_ROW": return "CURRENT ROW"
            case "NUMERIC_CONSTANT", "NUMERIC_\(side)":
                guard let number = value?.integer, number >= 0 else { throw fail() }
                return "\(number) \(side)"
            default: throw fail()
            }
        }
        switch extent["extentType"]?.text?.uppercased() ?? "" {
        case "PRECEDING":
            let one = extent["PRECEDING"] ?? extent["preceding"]
            return "\(type) \(try bound(one?["type"]?.text, one?["value"], "PRECEDING"))"
        case "BOUNDARY":
            let both = extent["BOUNDARY"] ?? extent["boundary"]
            let start = try bound(both?["start"]?.text, both?["startValue"], "PRECEDING")
            return "\(type) BETWEEN \(start) AND \(try bound(both?["end"]?.text, both?["endValue"], "FOLLOWING"))"
        default: throw fail()
        }
    }
}
