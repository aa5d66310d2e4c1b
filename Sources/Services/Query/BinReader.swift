// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of the parameter `bin` of queryBins, and of what queryDateBins has in its place.
struct BinReader {
    let reader: QueryReader
    /// The text of the parameter.
    let text: String

    var request: ServiceRequest { reader.request }

    func fail() -> ServiceError { request.badParameter("bin", String(text.prefix(200))) }

    /// The bin's JSON.
    func json() throws(ServiceError) -> JSON {
        guard let json = try? JSONReader.read(Array(text.utf8)), json.members != nil else { throw fail() }
        return json
    }

    /// Reads the bins of queryBins.
    func bins(_ query: Query, _ terms: [Statistics.Column]) throws(ServiceError) -> BinQuery {
        let json = try json()
        let value = try value(json["onField"], json["onExpression"])
        guard value.type.isNumber || value.type == .date else { throw fail() }
        let parameters = json["parameters"] ?? json
        var bins = BinQuery(
            query: query, value: value, interval: try interval(json, parameters, value.type == .date), terms: terms)
        try normalize(json, parameters, &bins)
        bins.split = try series(json["splitBy"])
        bins.stack = try series(json["stackBy"])
        bins.isFlat = ASCII.equal(json["jsonStyle"]?.text ?? "", "flat")
        let isOne = (json["hideUpperBound"] ?? parameters["hideUpperBound"])?.truth == true
        bins.names = .both(
            lower: request.given("lowerboundaryalias") ?? "lowerBoundary",
            upper: isOne ? nil : request.given("upperboundaryalias") ?? "upperBoundary")
        bins.isDescending = ASCII.equal(request.given("binorder") ?? "", "desc")
        if let text = request.given("outtimereference") { bins.zone = try zone(text) }
        return bins
    }

    private func value(_ field: JSON?, _ expression: JSON?) throws(ServiceError) -> QueryReader.Value {
        if let name = field?.text, !name.isEmpty { return try reader.value(name, "bin") }
        guard let text = expression?["value"]?.text, !text.isEmpty else { throw fail() }
        return try reader.value(text, "bin")
    }

    private func interval(
        _ json: JSON, _ parameters: JSON, _ isOfDates: Bool
    ) throws(ServiceError) -> BinInterval {
        let (start, end) = (try bound(parameters["start"], isOfDates), try bound(parameters["end"], isOfDates))
        switch json["type"]?.text?.lowercased() ?? "" {
        case "autointervalbin":
            guard let count = parameters["numberOfBins"]?.integer, count > 0 else { throw fail() }
            return .count(count, start: start, end: end)
        case "fixedintervalbin":
            guard let width = parameters["interval"]?.double, width > 0 else { throw fail() }
            return .width(width, start: start, end: end)
        case "fixedboundariesbin":
            guard let list = parameters["boundaries"]?.elements else { throw fail() }
            var boundaries: [Double] = []
            for one in list {
                guard let number = try bound(one, isOfDates) else { throw fail() }
                boundaries.append(number)
            }
            return .boundaries(boundaries)
        case "datebin":
            guard isOfDates else { throw fail() }
            var calendar = try calendar(parameters)
            (calendar.start, calendar.end) = (start, end)
            if let text = request.given("outtimereference") { calendar.calendar.zone = try zone(text) }
            return .calendar(calendar)
        default: throw fail()
        }
    }

    /// Reads units of time, for `dateBin` and for both kinds of queryDateBins.
    func calendar(_ json: JSON) throws(ServiceError) -> BinInterval.Calendar {
        var calendar = BinInterval.Calendar()
        guard let unit = json["unit"]?.text.flatMap(BinCalendar.Unit.init(named:)) else { throw fail() }
        calendar.unit = unit
        calendar.number = json["number"]?.integer ?? 1
        guard calendar.number > 0, unit.canCount(calendar.number) else { throw fail() }
        if let offset = json["offset"], offset != .null {
            guard let number = offset["number"]?.integer,
                let unit = offset["unit"]?.text.flatMap(BinCalendar.Unit.init(named:)), unit.canCount(number)
            else { throw fail() }
            calendar.offset = (number, unit)
        }
        if let word = json["snapToData"]?.text, !word.isEmpty {
            guard let snap = BinInterval.Calendar.Snap(rawValue: word.lowercased()) else { throw fail() }
            calendar.snap = snap
        }
        calendar.isFull = json["returnFullIntervalBin"]?.truth ?? false
        if let day = json["firstDayOfWeek"]?.integer {
            guard (1...7).contains(day) else { throw fail() }
            calendar.calendar.firstDay = day
        }
        return calendar
    }

    /// A boundary: a number, or of dates also a text in ISO 8601.
    private func bound(_ json: JSON?, _ isOfDates: Bool) throws(ServiceError) -> Double? {
        guard let json, json != .null else { return nil }
        if let number = json.double ?? json.text.flatMap(Double.init), number.isFinite { return number }
        guard isOfDates, let instant = json.text.flatMap({ ISO8601.instant($0) }) else { throw fail() }
        return Double(instant.milliseconds)
    }

    /// The zone of a name, or of a time reference.
    func zone(_ text: String) throws(ServiceError) -> ZoneRules {
        let json = try? JSONReader.read(Array(text.utf8))
        let name = json?["ianaTimeZone"]?.text ?? json?["timeZoneIANA"]?.text ?? json?["timeZone"]?.text ?? text
        guard let zone = ZoneRules(name) else { throw request.badParameter("outTimeReference", text) }
        return zone
    }

    private func series(_ json: JSON?) throws(ServiceError) -> BinQuery.Series? {
        guard let json, json != .null else { return nil }
        guard let text = json["value"]?.text, !text.isEmpty else { throw fail() }
        let value = try reader.value(text, "bin")
        let type = json["valueType"]?.text.flatMap(FieldType.init(rawValue:)) ?? value.field?.type ?? value.fieldType
        return BinQuery.Series(value: value, name: json["outAlias"]?.text ?? text, type: type)
    }

    /// The names of changes in `supportedNormalizationTypes`, with their SQL; boxCox is not there.
    static let changes: KeyValuePairs<String, String> = [
        "field": "(u * 1.0 / NULLIF(d, 0))", "inverse": "(1.0 / NULLIF(u, 0))", "log": "mp_log10(NULLIF(max(u, 0), 0))",
        "naturalLog": "mp_log(NULLIF(max(u, 0), 0))", "percentOfTotal": "(u * 100.0 / NULLIF(d, 0))",
        "squareRoot": "mp_power(max(u, 0), 0.5)",
    ]

    private func normalize(_ json: JSON, _ parameters: JSON, _ bins: inout BinQuery) throws(ServiceError) {
        guard let word = (json["normalizationType"] ?? parameters["normalizationType"])?.text, !word.isEmpty else {
            return
        }
        guard let change = BinReader.changes.first(where: { ASCII.equal($0.key, word) }), bins.value.type.isNumber
        else {
            throw fail()
        }
        switch change.key {
        case "field":
            guard let field = (json["normalizationField"] ?? parameters["normalizationField"])?.text else {
                throw fail()
            }
            bins.divisor = try reader.value(field, "bin")
        case "percentOfTotal":
            guard let total = (json["normalizationTotal"] ?? parameters["normalizationTotal"])?.double else {
                throw fail()
            }
            bins.divisor = QueryReader.Value(sql: "?", values: [.double(total)], type: .real)
        default: break
        }
        bins.change = change.value
        let low = (json["normalizationMinValue"] ?? parameters["normalizationMinValue"])?.double
        let high = (json["normalizationMaxValue"] ?? parameters["normalizationMaxValue"])?.double
        switch bins.interval {
        case .count(let count, _, _): bins.interval = .count(count, start: low, end: high)
        case .width(let width, _, _): bins.interval = .width(width, start: low, end: high)
        default: break
        }
    }
}
