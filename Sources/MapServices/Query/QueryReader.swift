import Facts
import Formats

/// Reads a query's parameters: services-reference 3.1. What it cannot honour it refuses, for a filter that is silently
/// ignored gives wrong data.
struct QueryReader {
    let reading: Reading
    let layer: LayerData

    /// Parameters that would change which rows come or what they hold, and are not emulated yet, with the values that
    /// change nothing.
    private static let notYet: [String: Set<String>] = [
        "time": [], "distance": [], "quantizationparameters": [],
        "returnz": ["false"], "returnm": ["false"], "returntruecurves": ["false"], "text": [], "gdbversion": [],
        "historicmoment": [], "returncentroid": ["false"], "fulltext": [], "rangevalues": [],
        "parametervalues": [], "layerparametervalues": [],
    ]

    func read() -> Swift.Result<Query, Reading.Refused> {
        // Digits after the point and simplification, which are not among them, do not matter to points given in full.
        for (name, value) in reading.parameters where !value.isEmpty {
            guard let harmless = QueryReader.notYet[name], !harmless.contains(value.lowercased()) else { continue }
            return .failure(reading.notYet(name, value))
        }
        guard ["where", "objectids", "geometry"].contains(where: { reading.given($0) != nil }) else {
            return .failure(reading.noFilter())
        }
        var query = Query(
            condition: .everything, objectIDs: nil, fields: [],
            returnsGeometry: reading.isTrue("returngeometry", default: true), order: [], offset: 0, count: nil,
            outSR: layer.reference)
        if let text = reading.given("where") {
            do throws(Where.Failure) {
                query.condition = try Where.parse(text, fields: layer.fields)
            } catch {
                return .failure(reading.badWhere(text, error))
            }
        }
        if let text = reading.given("objectids") {
            var ids: [Int] = []
            for part in text.split(separator: ",") {
                guard let id = Int(ASCII.trimmed(part)) else {
                    return .failure(reading.badParameter("objectIds", text))
                }
                ids.append(id)
            }
            query.objectIDs = ids
        }
        do throws(SpatialFilter.Failure) {
            query.spatial = try SpatialFilter.read(reading, layer.reference)
        } catch {
            switch error {
            case .geometry: return .failure(reading.badGeometry())
            case .relation: return .failure(reading.badParameter("spatialRel", reading.given("spatialrel") ?? ""))
            case .reference: return .failure(reading.notYet("inSR", reading.given("insr") ?? "in the geometry"))
            }
        }
        switch fields() {
        case .failure(let refused): return .failure(refused)
        case .success(let places): query.fields = places
        }
        switch statistics() {
        case .failure(let refused): return .failure(refused)
        case .success(let asked): query.statistics = asked
        }
        query.isDistinct = reading.isTrue("returndistinctvalues")
        if query.statistics == nil {
            switch order() {
            case .failure(let refused): return .failure(refused)
            case .success(let terms): query.order = terms
            }
        }
        if let text = reading.given("resultoffset") {
            guard let offset = Int(text), offset >= 0 else {
                return .failure(reading.badParameter("resultOffset", text))
            }
            query.offset = offset
        }
        if let text = reading.given("resultrecordcount") {
            guard let count = Int(text), count >= 1 else {
                return .failure(reading.badParameter("resultRecordCount", text))
            }
            query.count = count
        }
        if let text = reading.given("outsr") {
            guard let reference = SpatialReference(written: text),
                layer.reference.project(.null, to: reference) != nil
            else { return .failure(reading.notYet("outSR", text)) }
            query.outSR = reference
        }
        return .success(query)
    }

    /// `*` is all; nothing is the display field on a MapServer and the object id on a FeatureServer (open question Q7).
    private func fields() -> Swift.Result<[Int], Reading.Refused> {
        guard let text = reading.given("outfields") else {
            let name = reading.kind == .mapServer ? layer.displayField : layer.objectIDField
            return .success(layer.fields.indices.filter { layer.fields[$0].name == name })
        }
        var places: [Int] = []
        for part in text.split(separator: ",") {
            var name = ASCII.trimmed(part)
            if name == "*" { return .success(Array(layer.fields.indices)) }
            if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = String(name.dropFirst().dropLast()) }
            if ASCII.equal(name, "shape") { continue }
            guard let place = layer.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                return .failure(reading.unknownField(name, "outFields", layer))
            }
            if !places.contains(place) { places.append(place) }
        }
        return .success(places)
    }

    private func order() -> Swift.Result<[(place: Int, isDescending: Bool)], Reading.Refused> {
        guard let text = reading.given("orderbyfields") else { return .success([]) }
        var terms: [(place: Int, isDescending: Bool)] = []
        for part in text.split(separator: ",") {
            let words = part.split(separator: " ")
            guard let first = words.first, words.count <= 2,
                ["asc", "desc"].contains(words.last?.lowercased() ?? "asc") || words.count == 1
            else { return .failure(reading.badParameter("orderByFields", text)) }
            guard let place = layer.fields.firstIndex(where: { ASCII.equal($0.name, String(first)) }) else {
                return .failure(reading.unknownField(String(first), "orderByFields", layer))
            }
            terms.append((place, words.count == 2 && words[1].lowercased() == "desc"))
        }
        return .success(terms)
    }
}
