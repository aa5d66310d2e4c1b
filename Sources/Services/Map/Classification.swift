// SPDX-License-Identifier: Apache-2.0

import Formats

/// `classificationDef`, and the renderer that it makes of rows (documented: generate-renderer, renderer objects).
struct Classification: Sendable {
    /// What is no definition: the key, and what it may be.
    struct Unread: Error {
        var key: String
        var wouldPass: String
    }

    private enum Normalization: Sendable {
        case none, log, percentOfTotal
        case field(Int)
    }

    private let json: JSON
    private let data: LayerData
    private let ramp: ColorRamp
    private let base: JSON?
    /// The fields whose values are classes, or the one field whose numbers are divided.
    private let fields: [Int]
    private let isUnique: Bool
    private var method = ClassBreaks.Method.naturalBreaks
    private var count = 5
    private var interval = 1.0
    private var normalization = Normalization.none

    private static let mostBreaks = 255

    init(_ json: JSON, _ data: LayerData) throws(Unread) {
        (self.json, self.data) = (json, data)
        isUnique = json["type"]?.text == "uniqueValueDef"
        guard isUnique || json["type"]?.text == "classBreaksDef" else {
            throw Unread(key: "type", wouldPass: "classBreaksDef or uniqueValueDef")
        }
        let names =
            isUnique
            ? json["uniqueValueFields"]?.elements?.compactMap(\.text) ?? []
            : [json["classificationField"]?.text].compactMap { $0 }
        let key = isUnique ? "uniqueValueFields" : "classificationField"
        var indexes: [Int] = []
        for name in names {
            guard let index = data.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                let near = Suggestion.nearest(to: name, among: data.fields.map(\.name))
                throw Unread(key: key, wouldPass: near.map { "did you mean \($0)?" } ?? "a field of the layer")
            }
            indexes.append(index)
        }
        guard (1...3).contains(indexes.count) else { throw Unread(key: key, wouldPass: "one to three fields") }
        fields = indexes
        // Without a ramp it is one of yellow and brown (inferred).
        let usual = #"{"fromColor":[255,255,128,255],"toColor":[107,0,0,255]}"#
        guard let ramp = (json["colorRamp"] ?? (try? JSONReader.read(Array(usual.utf8)))).flatMap(ColorRamp.init) else {
            throw Unread(key: "colorRamp", wouldPass: #"{"type":"algorithmic","fromColor":[…],"toColor":[…]}"#)
        }
        self.ramp = ramp
        base = data.geometryType == nil ? nil : json["baseSymbol"] ?? Description.symbol(data.geometryType)
        if !isUnique { try readBreaks() }
    }

    private mutating func readBreaks() throws(Unread) {
        if let text = json["classificationMethod"]?.text {
            guard let given = ClassBreaks.Method.allCases.first(where: { ASCII.equal($0.rawValue, text) }) else {
                throw Unread(
                    key: "classificationMethod",
                    wouldPass: ClassBreaks.Method.allCases.map(\.rawValue).joined(separator: ", "))
            }
            method = given
        }
        if let given = json["breakCount"] {
            guard let number = given.integer, (1...Self.mostBreaks).contains(number) else {
                throw Unread(key: "breakCount", wouldPass: "a number from 1 to \(Self.mostBreaks)")
            }
            count = number
        }
        interval = json["standardDeviationInterval"]?.finite.flatMap { $0 > 0.01 ? $0 : nil } ?? 1
        switch json["normalizationType"]?.text {
        case nil, "esriNormalizeNone", "": break
        case "esriNormalizeByLog": normalization = .log
        case "esriNormalizeByPercentOfTotal": normalization = .percentOfTotal
        case "esriNormalizeByField":
            let name = json["normalizationField"]?.text ?? ""
            guard let index = data.fields.firstIndex(where: { ASCII.equal($0.name, name) }) else {
                throw Unread(key: "normalizationField", wouldPass: "a field of the layer")
            }
            normalization = .field(index)
        default:
            throw Unread(
                key: "normalizationType",
                wouldPass: "esriNormalizeByField, esriNormalizeByLog or esriNormalizeByPercentOfTotal")
        }
    }

    func renderer(_ rows: [Feature]) -> JSON { isUnique ? uniqueValues(rows) : classBreaks(rows) }

    // MARK: values

    private func uniqueValues(_ rows: [Feature]) -> JSON {
        let delimiter = json["fieldDelimiter"]?.text ?? ","
        var found: [String: [JSON]] = [:]
        for row in rows {
            let values = fields.map { row.values[$0] }
            found[values.map(Renderer.text).joined(separator: delimiter)] = values
        }
        let ordered = found.sorted { one, other in
            for (a, b) in zip(one.value, other.value) where a != b {
                if let a = a.double, let b = b.double { return a < b }
                return Renderer.text(a) < Renderer.text(b)
            }
            return one.key < other.key
        }
        let colors = ramp.colors(ordered.count)
        var members: [JSON.Member] = [.init("type", .string("uniqueValue"))]
        for place in 0..<3 {
            members.append(
                .init(
                    "field\(place + 1)",
                    place < fields.count ? .string(data.fields[fields[place]].name) : .null))
        }
        members += [
            .init("fieldDelimiter", .string(delimiter)), .init("defaultSymbol", .null),
            .init("defaultLabel", .string("")),
            .init(
                "uniqueValueInfos",
                .array(
                    zip(ordered, colors).map { entry, color in
                        info([.init("value", .string(entry.key))], label: entry.key, color)
                    })),
        ]
        return .object(members)
    }

    // MARK: breaks

    private func classBreaks(_ rows: [Feature]) -> JSON {
        var total: Double?
        var values = rows.compactMap { row -> Double? in
            guard let value = row.values[fields[0]].double else { return nil }
            guard case .field(let divisor) = normalization else { return value }
            guard let size = row.values[divisor].double, size != 0 else { return nil }
            return value / size
        }
        switch normalization {
        case .log: values = values.filter { $0 > 0 }.map(ClassBreaks.log10)
        case .percentOfTotal:
            let sum = values.reduce(0, +)
            total = sum
            if sum != 0 { values = values.map { $0 / sum * 100 } }
        default: break
        }
        let limits = ClassBreaks.limits(values, method, count, interval: interval)
        let colors = ramp.colors(limits.count)
        let low = values.min() ?? 0
        var infos: [JSON] = []
        for (index, limit) in limits.enumerated() {
            let from = index == 0 ? Classification.spelled(low) : Classification.six(limits[index - 1] + 0.000_001)
            let label = "\(from) - \(Classification.six(limit))"
            infos.append(info([.init("classMaxValue", .double(limit))], label: label, colors[index]))
        }
        var members: [JSON.Member] = [
            .init("type", .string("classBreaks")), .init("field", .string(data.fields[fields[0]].name)),
            .init("classificationMethod", .string(method.rawValue)),
        ]
        if let type = json["normalizationType"], case .string = type {
            members.append(.init("normalizationType", type))
        }
        if case .field(let index) = normalization {
            members.append(.init("normalizationField", .string(data.fields[index].name)))
        }
        if let total { members.append(.init("normalizationTotal", .double(total))) }
        members += [.init("minValue", .double(low)), .init("classBreakInfos", .array(infos))]
        return .object(members)
    }

    /// Returns a class; that of a table has no symbol (documented).
    private func info(_ members: [JSON.Member], label: String, _ color: Color) -> JSON {
        var members = members + [.init("label", .string(label)), .init("description", .string(""))]
        if let base {
            let colored = (base.members ?? []).map { $0.name == "color" ? JSON.Member("color", color.json) : $0 }
            members.append(.init("symbol", .object(colored)))
        }
        return .object(members)
    }

    private static func spelled(_ number: Double) -> String {
        String(decoding: JSONWriter.json(.double(number)), as: UTF8.self)
    }

    /// Returns a number with six decimals, as the labels of classes have it (captured: labels in a public web map).
    private static func six(_ number: Double) -> String {
        let scaled = (abs(number) * 1e6).rounded()
        guard scaled < 9e18 else { return spelled(number) }
        let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        return (number < 0 && scaled > 0 ? "-" : "") + "\(whole)."
            + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
