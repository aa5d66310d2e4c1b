import Facts
import Formats

/// `outStatistics`, `groupByFieldsForStatistics` and `having`: services-reference 3.1.
struct Statistics: Sendable {
    struct Term: Sendable {
        /// `count`, `sum`, `min`, `max`, `avg`, `stddev`, `var`.
        var kind: String
        var place: Int
        var name: String
        var type: FieldType

        var sql: String {
            let column = FeatureStore.column(place)
            return switch kind {
            case "stddev": "mp_stddev(\(column))"
            case "var": "mp_var(\(column))"
            default: "\(kind)(\(column))"
            }
        }
    }

    var terms: [Term]
    /// The fields that rows are grouped by, by place.
    var groups: [Int]
    var having: Where?
    /// `ORDER BY` terms by the place among the answer's columns.
    var order: [(column: Int, isDescending: Bool)]

    /// Group fields first, then the statistics.
    var columns: [String] { groups.map(FeatureStore.column) + terms.map(\.sql) }

    /// What the rows of the answer are, `limit` of them, from `offset` on.
    func rows(_ query: Query, _ store: FeatureStore, limit: Int) -> [[JSON]]? {
        guard let condition = query.narrowed(store) else { return nil }
        var sql = "SELECT \(columns.joined(separator: ", ")) FROM f WHERE \(condition.sql)"
        if !groups.isEmpty { sql += " GROUP BY \(groups.map(FeatureStore.column).joined(separator: ", "))" }
        var values = condition.values
        if let having {
            sql += " HAVING \(having.sql)"
            values += having.values
        }
        let terms = order.map { "\($0.column + 1) \($0.isDescending ? "DESC" : "ASC")" }
        let standing = groups.indices.map { "\($0 + 1) ASC" }
        if !(terms + standing).isEmpty { sql += " ORDER BY \((terms + standing).joined(separator: ", "))" }
        return store.rows(sql + " LIMIT \(limit) OFFSET \(query.offset)", values)
    }
}

extension QueryReader {
    private static let kinds: Set<String> = ["count", "sum", "min", "max", "avg", "stddev", "var"]

    /// `nil`: none are asked for.
    func statistics() -> Swift.Result<Statistics?, Reading.Refused> {
        guard let text = reading.given("outstatistics"), text != "[]" else { return .success(nil) }
        guard let list = (try? JSONReader.read(Array(text.utf8)))?.elements, !list.isEmpty, list.count <= 100 else {
            return .failure(reading.badParameter("outStatistics", text))
        }
        var statistics = Statistics(terms: [], groups: [], having: nil, order: [])
        for entry in list {
            let kind = entry["statisticType"]?.text?.lowercased() ?? ""
            guard Self.kinds.contains(kind) else {
                return .failure(
                    kind.hasPrefix("percentile")
                        ? reading.notYet("statisticType", kind) : reading.badParameter("outStatistics", text))
            }
            let name = entry["onStatisticField"]?.text ?? ""
            guard let place = layer.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                return .failure(reading.unknownField(name, "outStatistics", layer))
            }
            let isText = layer.fields[place].type == .string
            if isText, ["sum", "avg", "stddev", "var"].contains(kind) {
                return .failure(reading.badParameter("outStatistics", text))
            }
            let type: FieldType =
                switch kind {
                case "count": .integer
                case "min", "max": layer.fields[place].type == .objectID ? .integer : layer.fields[place].type
                default: .double
                }
            let given = entry["outStatisticFieldName"]?.text ?? ""
            statistics.terms.append(
                Statistics.Term(
                    kind: kind, place: place, name: given.isEmpty ? "\(kind.uppercased())_\(name)" : given, type: type))
        }
        for part in (reading.given("groupbyfieldsforstatistics") ?? "").split(separator: ",") {
            let name = ASCII.trimmed(part)
            guard let place = layer.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                return .failure(reading.unknownField(name, "groupByFieldsForStatistics", layer))
            }
            statistics.groups.append(place)
        }
        if let having = reading.given("having") ?? reading.given("havingclause") {
            var parser = WhereParser(having, fields: layer.fields, allowsAggregates: true)
            do throws(Where.Failure) {
                statistics.having = try parser.parse()
            } catch {
                return .failure(reading.badWhere(having, error))
            }
        }
        let names = statistics.groups.map { layer.fields[$0].name } + statistics.terms.map(\.name)
        for part in (reading.given("orderbyfields") ?? "").split(separator: ",") {
            let words = part.split(separator: " ")
            guard let first = words.first, words.count <= 2,
                let column = names.firstIndex(where: { ASCII.equal($0, String(first)) }),
                words.count == 1 || ["asc", "desc"].contains(words[1].lowercased())
            else { return .failure(reading.badParameter("orderByFields", String(part))) }
            statistics.order.append((column, words.count == 2 && words[1].lowercased() == "desc"))
        }
        return .success(statistics)
    }
}
