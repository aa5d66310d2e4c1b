// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Reads a query's parameters: docs/reference/query.md#parameters-and-defaults. What it cannot honor it refuses, for a filter that is silently
/// ignored gives wrong data.
struct QueryReader {
    let request: ServiceRequest
    let layer: LayerData
    /// The layer, for its declarations about rows; `nil` if there is none.
    var of: Layer?
    /// Whether the service is a hosted one.
    var isHosted: Bool

    var manner = QueryBehavior()
    /// The description with the layer's capabilities; `nil` if the query is no layer's own.
    var subject: Description.Subject?
    /// A Boolean value that indicates whether it is a query for the first rows of each group.
    var isTop = false
    /// What the order of a page is drawn from, where pages have none.
    var seed: UInt64 = 0

    func read() throws(ServiceError) -> Query {
        for (parameter, harmless) in QueryParameter.refused where (parameter.only ?? request.kind) == request.kind {
            guard let value = given(parameter.name.lowercased()), value.lowercased() != harmless else { continue }
            if has(parameter.name) { continue }
            throw request.notYet(parameter.name, value)
        }
        // All layers here use standardized SQL, with which the database's own is not supported (documented).
        if let format = given("sqlformat"), ASCII.equal(format, "native") {
            throw request.badParameter("sqlFormat", format)
        }
        try format()
        let filters =
            ["where", "objectids", "geometry", "time", "fulltext", "uniqueids"]
            + (request.kind == .mapServer ? ["text"] : [])
        guard filters.contains(where: { given($0) != nil }) else { throw request.noFilter() }
        var query = Query(
            condition: try condition(), objectIDs: try objectIDs(), fields: try fields(),
            returnsGeometry: isTrue("returngeometry", default: true), order: [], offset: 0, count: nil,
            form: try form())
        query.spatial = try filter()
        try identified(&query)
        if isTop {
            // The operation has neither statistics nor distinct values (documented).
            query.top = try topFilter()
        } else {
            query.statistics = try statistics()
            query.isDistinct = isTrue("returndistinctvalues")
        }
        if query.statistics == nil { query.order = try order() }
        try page(&query)
        if request.kind == .featureServer {
            query.returnsCentroid = isTrue("returncentroid")
            query.returnsEnvelope =
                isTrue("returnenvelope") && subject.map { QueryCapability.geometryEnvelope.isThere($0) } ?? false
            query.resultType = given("resulttype").flatMap { ResultType(rawValue: $0.lowercased()) }
            // Only for tiles (documented).
            query.dropsWhenCut =
                query.resultType == .tile && !isTrue("returnexceededlimitfeatures", default: true)
            if let factor = given("maxrecordcountfactor"), isHosted {
                guard let number = Int(ASCII.trimmed(factor)), (1...5).contains(number) else {
                    throw request.badParameter("maxRecordCountFactor", factor)
                }
                query.countFactor = number
            }
        }
        return query
    }

    private func format() throws(ServiceError) {
        switch request.format {
        case "kmz" where request.kind == .mapServer && request.version >= .v10_0_0: break
        case "amf" where hasFormat(.amf):
            // The layer has it, and the double does not.
            throw request.notYet("f", request.format)
        case "geojson" where !isGeoJSONThere,
            "pbf" where manner.pbf == .refuse, "kmz", "amf":
            throw request.badFormat()
        default: break
        }
    }

    /// A Boolean value that indicates whether the layer answers with GeoJSON: if it lists it, or as a quirk says.
    private var isGeoJSONThere: Bool {
        request.quirks.contains(.queryGeoJSON) || subject == nil
            ? manner.geoJSON != .refuse : hasFormat(.geoJSON)
    }

    private func hasFormat(_ format: QueryFormat) -> Bool {
        subject.map { format.isIn(QueryFormat.list($0)) } ?? (format != .amf)
    }

    private func page(_ query: inout Query) throws(ServiceError) {
        guard manner.paging != .ignore,
            let asked = ["resultoffset", "resultrecordcount"].first(where: { given($0) != nil })
        else { return }
        if manner.paging == .refuse || of?.supportsPagination == false
            || of?.unsupported.contains(QueryCapability.pagination.rawValue) == true
        {
            throw request.noPaging(asked)
        }
        query.isPaged = true
        query.offset = try number("resultOffset", from: 0) ?? 0
        query.count = try number("resultRecordCount", from: 1)
        query.keepsSourceOrder = manner.pageOrder == .sources
        if manner.pageOrder == .shuffled { query.shuffle = seed }
    }

    private func objectIDs() throws(ServiceError) -> [Int]? {
        guard let text = given("objectids") else { return nil }
        var ids: [Int] = []
        for part in text.split(separator: ",") {
            // Some servers spell ids as doubles, and clients return them as they are.
            let word = ASCII.trimmed(part)
            guard let id = Int(word) ?? Double(word).flatMap({ Int(exactly: $0) }) else {
                throw request.badParameter("objectIds", text)
            }
            ids.append(id)
        }
        return ids
    }

    private func number(_ name: String, from least: Int) throws(ServiceError) -> Int? {
        guard let text = given(name.lowercased()) else { return nil }
        guard let number = Int(ASCII.trimmed(text)), number >= least else { throw request.badParameter(name, text) }
        return number
    }

    private func filter() throws(ServiceError) -> SpatialFilter? {
        do throws(SpatialFilter.Failure) {
            return try SpatialFilter.read(request, layer.reference, isHosted: isHosted)
        } catch {
            switch error {
            case .geometry: throw request.badGeometry()
            case .type: throw request.badParameter("geometryType", given("geometrytype") ?? "")
            case .distance: throw request.badParameter("distance", given("distance") ?? "")
            case .units: throw request.badParameter("units", given("units") ?? "")
            case .relation: throw request.badParameter("spatialRel", given("spatialrel") ?? "")
            case .matrix: throw request.badParameter("relationParam", given("relationparam") ?? "")
            case .reference: throw request.unknownReference("inSR", given("insr") ?? "in the geometry")
            }
        }
    }

    /// `*` is all; nothing is the display field on a MapServer and the object id on a FeatureServer (docs/reference/open-questions.md#q7).
    private func fields() throws(ServiceError) -> [Int] {
        let indices = try requested()
        // Captured: 9.3 puts the display field first.
        guard request.version < .v10_0_0,
            let display = indices.firstIndex(where: { layer.fields[$0].name == layer.displayField })
        else { return indices }
        return [indices[display]] + indices[..<display] + indices[(display + 1)...]
    }

    private func requested() throws(ServiceError) -> [Int] {
        guard let text = given("outfields") else {
            // Captured: a hosted service returns none.
            if request.kind == .featureServer, isHosted { return [] }
            let name = request.kind == .mapServer ? layer.displayField : layer.objectIDField
            return layer.fields.indices.filter { layer.fields[$0].name == name }
        }
        var indices: [Int] = []
        for part in text.split(separator: ",") {
            var name = ASCII.trimmed(part)
            if name == "*" { return layer.indices }
            if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = String(name.dropFirst().dropLast()) }
            if ASCII.equal(name, "shape") || ASCII.equal(name, layer.geometryField) { continue }
            guard let index = layer.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                throw request.unknownField(name, "outFields", layer)
            }
            if !indices.contains(index) { indices.append(index) }
        }
        return indices
    }

    private func order() throws(ServiceError) -> [Query.Term] {
        guard let text = given("orderbyfields") else { return [] }
        if manner.orderBy == .refuse { throw request.badParameter("orderByFields", text) }
        if manner.orderBy == .ignore { return [] }
        return try terms(SQLParser.parts(text), "orderByFields")
    }

    func terms(_ parts: [String], _ parameter: String) throws(ServiceError) -> [Query.Term] {
        var terms: [Query.Term] = []
        for part in parts {
            let (name, isDescending) = try ordered(part)
            let value = try value(name, parameter)
            terms.append(Query.Term(sql: value.sql, values: value.values, isDescending: isDescending))
        }
        return terms
    }

    /// Returns the field to order by, and its direction.
    func ordered(_ part: String) throws(ServiceError) -> (name: String, isDescending: Bool) {
        let text = ASCII.trimmed(part)
        let last = text.split(separator: " ").last?.lowercased() ?? ""
        guard ["asc", "desc"].contains(last), text.utf8.count > last.utf8.count else { return (text, false) }
        return (ASCII.trimmed(text.dropLast(last.count)), last == "desc")
    }
}
