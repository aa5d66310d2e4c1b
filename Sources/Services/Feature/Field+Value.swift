// SPDX-License-Identifier: Apache-2.0

package import Formats

extension Field {
    /// Returns a client's value as rows hold it, or `nil` if the field cannot hold it.
    package func value(_ json: JSON) -> JSON? {
        if json == .null { return .null }
        switch type {
        case .objectID, .integer: return whole(json, Int64(Int32.min)...Int64(Int32.max))
        case .smallInteger: return whole(json, Int64(Int16.min)...Int64(Int16.max))
        // The range that a double, and so every JSON reader, represents exactly: documented for big integers.
        case .bigInteger: return whole(json, -9_007_199_254_740_991...9_007_199_254_740_991)
        case .date: return whole(json, Int64.min...Int64.max)
        case .single, .double: return number(json).map(JSON.double)
        case .string, .xml: return text(json)
        case .guid, .globalID: return json.text.flatMap(GlobalID.normal).map(JSON.string)
        case .dateOnly: return matching(json, /\d{4}-\d\d-\d\d/)
        case .timeOnly: return matching(json, /\d\d:\d\d:\d\d(\.\d+)?/)
        case .timestampOffset: return matching(json, /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)/)
        case .blob: return json.text.flatMap { Base64.decode($0) == nil ? nil : json }
        case .raster, .geometry: return nil
        }
    }

    /// Returns a number. Strings count too, as in the documented examples of addFeatures, and Booleans are 1 and 0.
    private func number(_ json: JSON) -> Double? {
        switch json {
        case .number(let spelling): Double(spelling)
        case .string(let text): Double(text)
        case .bool(let truth): truth ? 1 : 0
        default: nil
        }
    }

    private func whole(_ json: JSON, _ range: ClosedRange<Int64>) -> JSON? {
        let spelling: String? =
            switch json {
            case .number(let spelling): spelling
            // A date as text is refused: a client that sends one would get a different date.
            case .string(let text): type == .date ? nil : text
            case .bool(let truth): type == .date ? nil : truth ? "1" : "0"
            default: nil
            }
        guard let spelling,
            let number = Int64(spelling) ?? Double(spelling).flatMap({ Int64(exactly: $0) }), range.contains(number)
        else { return nil }
        return .number(String(number))
    }

    private func text(_ json: JSON) -> JSON? {
        let text: String
        switch json {
        case .string(let given): text = given
        case .number(let spelling): text = spelling
        case .bool(let truth): text = "\(truth)"
        default: return nil
        }
        if let length, text.utf16.count > length { return nil }
        return .string(text)
    }

    private func matching(_ json: JSON, _ pattern: Regex<some Any>) -> JSON? {
        guard let text = json.text, (try? pattern.wholeMatch(in: text)) ?? nil != nil else { return nil }
        return json
    }

    /// What would have passed, in words.
    package var expected: String {
        switch type {
        case .date: "milliseconds since 1970 in \(name)"
        case .string: length.map { "at most \($0) characters in \(name)" } ?? "a text in \(name)"
        default: "a value of \(type.rawValue) in \(name)"
        }
    }
}

extension Domain {
    func allows(_ value: JSON) -> Bool {
        if value == .null { return true }
        switch values {
        case .coded(let codes):
            return codes.contains { code in
                if let one = code.code.double, let other = value.double { return one == other }
                return code.code == value
            }
        case .range(let low, let high):
            guard let number = value.double, let low = low.double, let high = high.double else { return false }
            return number >= low && number <= high
        }
    }
}
