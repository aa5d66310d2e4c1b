// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Values as `identify` and `find` write them: all texts (documented), in the form of an American server
/// (docs/reference/open-questions.md#q8).
struct DisplayText {
    let layer: Layer
    let data: LayerData

    /// Returns a value as text: `null` is the word `Null`; codes appear as their names.
    func text(_ index: Int, _ row: Feature) -> String {
        let (field, value) = (data.fields[index], row.values[index])
        return meaning(field, value, row) ?? plain(index, row)
    }

    /// Returns a value as text, with codes unchanged.
    func plain(_ index: Int, _ row: Feature) -> String {
        let (field, value) = (data.fields[index], row.values[index])
        switch value {
        case .null: return "Null"
        case .string(let text): return text
        case .number(let spelling):
            guard let number = Double(spelling) else { return spelling }
            if field.type == .date { return DisplayText.date(number) }
            return field.type.isWhole ? spelling : DisplayText.decimal(number)
        default: return String(decoding: JSONWriter.json(value), as: UTF8.self)
        }
    }

    /// Returns the name of a code from the layer's types, the field's domain, or the domain of the row's type.
    private func meaning(_ field: Field, _ value: JSON, _ row: Feature) -> String? {
        guard let type = layer.rowType(row.values, data) else { return field.domain?.name(of: value) }
        if let typeField = layer.typeField, ASCII.equal(field.name, typeField) { return type.name }
        return (type.domain(field.name) ?? field.domain)?.name(of: value)
    }

    /// Returns a number with up to six decimals.
    static func decimal(_ number: Double) -> String {
        guard number.magnitude < 1e12 else { return number.description }
        let millionths = (number.magnitude * 1e6).rounded()
        let (whole, part) = (Int64(millionths / 1e6), Int64(millionths.truncatingRemainder(dividingBy: 1e6)))
        let sign = number < 0 && millionths > 0 ? "-" : ""
        guard part != 0 else { return "\(sign)\(whole)" }
        var digits = String(part)
        digits = String(repeating: "0", count: 6 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }

    /// `1/26/2016 5:29:00 PM`, UTC.
    static func date(_ milliseconds: Double) -> String {
        guard milliseconds.magnitude < 8e15 else { return "Null" }
        let date = CivilDate(Instant(milliseconds: Int64(milliseconds)))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let hour = date.hour % 12 == 0 ? 12 : date.hour % 12
        let half = date.hour < 12 ? "AM" : "PM"
        return "\(date.month)/\(date.day)/\(date.year) \(hour):\(two(date.minute)):\(two(date.second)) \(half)"
    }

    /// Returns the text of the geometry column, which is its type (documented of identify's properties).
    static func shape(_ type: GeometryType) -> String {
        switch type {
        case .point: "Point"
        case .multipoint: "Multipoint"
        case .polyline: "Polyline"
        case .polygon: "Polygon"
        }
    }
}
