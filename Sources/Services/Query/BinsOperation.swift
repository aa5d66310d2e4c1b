// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `queryBins` and `queryDateBins` of a layer: rows summed by ranges of a number or a date.
enum BinsOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (asked, reader, store) = try request.sums("queryBins", .queryBins, in: service)
        let text = request.given("bin") ?? ""
        let query = try asked.read()
        let bins = try BinReader(reader: reader, text: text).bins(query, query.statistics?.terms ?? [])
        return try run(bins, text, store, &request, &service)
    }

    static func dates(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (asked, reader, store) = try request.sums("queryDateBins", .queryDateBins, in: service)
        let text = request.given("bin") ?? ""
        let field = request.given("binfield") ?? ""
        let value = try reader.value(field, "binField")
        guard value.type == .date else { throw request.badParameter("binField", field) }
        let bin = BinReader(reader: reader, text: text)
        let json = try bin.json()
        guard let kind = json["calendarBin"] ?? json["fixedBin"] else { throw bin.fail() }
        var calendar = try bin.calendar(kind)
        calendar.isFixed = json["calendarBin"] == nil
        calendar.isFull = true
        if let zone = kind["timezone"]?.text ?? kind["timeZone"]?.text { calendar.calendar.zone = try bin.zone(zone) }
        let query = try asked.read()
        if let range = request.given("time") {
            // Bins reach as far as the time that is asked for (documented).
            let ends = range.split(separator: ",").map { Double(ASCII.trimmed($0)) }
            (calendar.start, calendar.end) = (ends.first ?? nil, ends.last ?? nil)
        }
        var bins = BinQuery(
            query: query, value: value, interval: .calendar(calendar), terms: query.statistics?.terms ?? [])
        bins.names = .one(request.given("boundaryalias") ?? "boundary")
        bins.isDescending = ASCII.equal(request.given("binorder") ?? "", "desc")
        bins.returnsCentroid = request.isTrue("returncentroid")
        return try run(bins, text, store, &request, &service)
    }

    private static func run(
        _ bins: BinQuery, _ text: String, _ store: FeatureStore, _ request: inout ServiceRequest,
        _ service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let asked = request
        return request.later(in: &service) { () throws(ServiceError) in
            let table: BinTable?
            do throws(FeatureStore.Failure) { table = try bins.result(store) } catch { throw asked.failed(error) }
            guard let table else { throw asked.badParameter("bin", String(text.prefix(200))) }
            var members = table.json { asked.written($0, $1) }.members ?? []
            if case .one = bins.names { members.append(.init("exceededTransferLimit", .bool(false))) }
            return .json(.object(members))
        }
    }
}

extension ServiceRequest {
    /// Reads a query whose rows are summed by bins. Returns the reader of the rows, one of the values, and the rows.
    mutating func sums(
        _ operation: String, _ capability: QueryCapability, in service: ServiceModel
    ) throws(ServiceError) -> (rows: QueryReader, values: QueryReader, store: FeatureStore) {
        let (layer, store) = try rows(ofLayer: names["layer"] ?? "", in: service)
        try works(layer)
        let subject = service.subject(version, layer)
        guard capability.isThere(subject) else { throw noOperation(operation, capability) }
        // Each bin has all of its rows: neither pages nor groups nor an order of their own.
        let others = [
            "orderbyfields", "having", "havingclause", "groupbyfieldsforstatistics", "resultoffset",
            "resultrecordcount", "returndistinctvalues", "quantizationparameters",
        ]
        var asked = self
        asked.parameters.removeAll { others.contains($0.name) }
        if asked.given("where") == nil { asked.parameters.append(.init("where", "1=1")) }
        if (asked.given("outstatistics") ?? "[]") == "[]" {
            let count = #"[{"statisticType":"count","onStatisticField":"\#(store.layer.objectIDField)","#
            asked.parameters.removeAll { $0.name == "outstatistics" }
            asked.parameters.append(.init("outstatistics", count + #""outStatisticFieldName":"frequency"}]"#))
        }
        let manner = QueryBehavior(&self)
        let reader = QueryReader(
            request: asked, layer: store.layer, of: layer, isHosted: service.isHosted(version), manner: manner,
            subject: subject)
        return (reader, reader, store)
    }

    /// Returns a value of a summed row as the release writes it.
    func written(_ value: JSON, _ type: FieldType) -> JSON {
        guard type == .globalID || type == .guid else { return value }
        return value.text.flatMap(GlobalID.normal).map { .string(GlobalID.written($0, version)) } ?? value
    }
}
