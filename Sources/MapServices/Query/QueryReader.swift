import Facts
import Formats

/// Reads a query's parameters: services-reference 3.1. What it cannot honour it refuses, for a filter that is silently
/// ignored gives wrong data.
struct QueryReader {
    let reading: Reading
    let layer: LayerData
    /// What the layer says of its rows besides; `nil`: nothing.
    var of: Layer?

    /// Parameters that would change which rows come or what they hold, and are not emulated yet, with the values that
    /// change nothing.
    private static let notYet: [String: Set<String>] = [
        "time": [], "distance": [], "quantizationparameters": [],
        "returnz": ["false"], "returnm": ["false"], "returntruecurves": ["false"], "text": [], "gdbversion": [],
        "historicmoment": [], "returncentroid": ["false"], "fulltext": [], "rangevalues": [],
        "parametervalues": [], "layerparametervalues": [],
    ]

    func read() -> Swift.Result<Query, Reading.Refused> {
        Swift.Result { () throws(Reading.Refused) in try query() }
    }

    func given(_ name: String) -> String? { reading.given(name) }

    private func query() throws(Reading.Refused) -> Query {
        // Digits after the point and simplification, which are not among them, do not matter to points given in full.
        for (name, value) in reading.parameters where !value.isEmpty {
            guard let harmless = QueryReader.notYet[name], !harmless.contains(value.lowercased()) else { continue }
            throw reading.notYet(name, value)
        }
        guard ["where", "objectids", "geometry"].contains(where: { given($0) != nil }) else {
            throw reading.noFilter()
        }
        var query = Query(
            condition: try condition(), objectIDs: try objectIDs(), fields: try fields(),
            returnsGeometry: reading.isTrue("returngeometry", default: true), order: [], offset: 0, count: nil,
            outSR: layer.reference)
        query.spatial = try spatial()
        query.statistics = try statistics()
        query.isDistinct = reading.isTrue("returndistinctvalues")
        if query.statistics == nil { query.order = try order() }
        query.offset = try number("resultOffset", from: 0) ?? 0
        query.count = try number("resultRecordCount", from: 1)
        if let text = given("outsr") {
            guard let reference = SpatialReference(written: text),
                layer.reference.project(.null, to: reference) != nil
            else { throw reading.notYet("outSR", text) }
            query.outSR = reference
        }
        return query
    }

    private func condition() throws(Reading.Refused) -> Where {
        var condition = Where.everything
        for text in [of?.definition, given("where")] {
            guard let text else { continue }
            condition = condition.and(try parsed(text))
        }
        return condition
    }

    private func parsed(_ text: String) throws(Reading.Refused) -> Where {
        do throws(Where.Failure) {
            return try Where.parse(text, fields: layer.fields, now: reading.now, user: reading.user)
        } catch {
            throw reading.badWhere(text, error)
        }
    }

    private func objectIDs() throws(Reading.Refused) -> [Int]? {
        guard let text = given("objectids") else { return nil }
        var ids: [Int] = []
        for part in text.split(separator: ",") {
            guard let id = Int(ASCII.trimmed(part)) else { throw reading.badParameter("objectIds", text) }
            ids.append(id)
        }
        return ids
    }

    private func number(_ name: String, from least: Int) throws(Reading.Refused) -> Int? {
        guard let text = given(name.lowercased()) else { return nil }
        guard let number = Int(ASCII.trimmed(text)), number >= least else { throw reading.badParameter(name, text) }
        return number
    }

    private func spatial() throws(Reading.Refused) -> SpatialFilter? {
        do throws(SpatialFilter.Failure) {
            return try SpatialFilter.read(reading, layer.reference)
        } catch {
            switch error {
            case .geometry: throw reading.badGeometry()
            case .relation: throw reading.badParameter("spatialRel", given("spatialrel") ?? "")
            case .reference: throw reading.notYet("inSR", given("insr") ?? "in the geometry")
            }
        }
    }

    /// `*` is all; nothing is the display field on a MapServer and the object id on a FeatureServer (open question Q7).
    private func fields() throws(Reading.Refused) -> [Int] {
        guard let text = given("outfields") else {
            let name = reading.kind == .mapServer ? layer.displayField : layer.objectIDField
            return layer.fields.indices.filter { layer.fields[$0].name == name }
        }
        var places: [Int] = []
        for part in text.split(separator: ",") {
            var name = ASCII.trimmed(part)
            if name == "*" { return Array(layer.fields.indices) }
            if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = String(name.dropFirst().dropLast()) }
            if ASCII.equal(name, "shape") { continue }
            guard let place = layer.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                throw reading.unknownField(name, "outFields", layer)
            }
            if !places.contains(place) { places.append(place) }
        }
        return places
    }

    private func order() throws(Reading.Refused) -> [Query.Term] {
        var terms: [Query.Term] = []
        for part in SQLParser.parts(given("orderbyfields") ?? "") {
            let (name, isDescending) = try ordered(part)
            let value = try value(name, "orderByFields")
            terms.append(Query.Term(sql: value.sql, values: value.values, isDescending: isDescending))
        }
        return terms
    }

    /// What to order by, and which way.
    func ordered(_ part: String) throws(Reading.Refused) -> (name: String, isDescending: Bool) {
        let text = ASCII.trimmed(part)
        let last = text.split(separator: " ").last?.lowercased() ?? ""
        guard ["asc", "desc"].contains(last), text.utf8.count > last.utf8.count else { return (text, false) }
        return (ASCII.trimmed(text.dropLast(last.count)), last == "desc")
    }
}
