// SPDX-License-Identifier: Apache-2.0

import Formats

/// The choice of a row's symbol: `simple`, `uniqueValue` or `classBreaks`, as in `drawingInfo.renderer`.
struct Renderer: Sendable {
    /// A class with its symbol, as in legends.
    struct Class: Sendable {
        var label: String
        var symbol: Symbol?
        /// The values of its rows, as in the legend of a unique value renderer.
        var values: [String] = []
        /// The upper limit of a class break.
        var upTo = Double.infinity
    }

    private enum Choice: Sendable {
        case all
        case values([Int], delimiter: String)
        /// A field, the field that it is divided by, and the lower limit of the first class.
        case breaks(Int, by: Int?, from: Double)
    }

    private let choice: Choice
    let classes: [Class]
    /// The class of all other rows.
    let other: Class?

    /// Creates the renderer of a layer; one that is missing or of another type draws all rows alike.
    init(json: JSON?, fields: [Field], geometry: GeometryType?) {
        func index(_ name: String) -> Int? {
            json?[name]?.text.flatMap { field in fields.firstIndex { ASCII.equal($0.name, field) } }
        }
        let infos = json.map(Renderer.infos) ?? []
        other = Symbol(json: json?["defaultSymbol"]).map {
            Class(label: json?["defaultLabel"]?.text ?? "", symbol: $0)
        }
        let names = ["field1", "field2", "field3"].compactMap(index)
        if json?["type"]?.text == "uniqueValue", !names.isEmpty {
            choice = .values(names, delimiter: json?["fieldDelimiter"]?.text ?? ",")
            classes = infos.map { info in
                Class(
                    label: info["label"]?.text ?? "", symbol: Symbol(json: info["symbol"]),
                    values: info["values"]?.elements?.map(Renderer.text) ?? [info["value"].map(Renderer.text) ?? ""])
            }
        } else if json?["type"]?.text == "classBreaks", let field = index("field") {
            choice = .breaks(
                field, by: index("normalizationField"), from: json?["minValue"]?.double ?? -.infinity)
            classes = infos.map { info in
                Class(
                    label: info["label"]?.text ?? "", symbol: Symbol(json: info["symbol"]),
                    upTo: info["classMaxValue"]?.double ?? .infinity)
            }
        } else {
            choice = .all
            let symbol = Symbol(json: json?["symbol"]) ?? Symbol(json: Description.symbol(geometry))
            classes = [Class(label: json?["label"]?.text ?? "", symbol: symbol)]
        }
    }

    /// Returns the classes in order; services of 11.x may write them in groups, with several values per class.
    private static func infos(_ json: JSON) -> [JSON] {
        if let listed = json["uniqueValueInfos"]?.elements ?? json["classBreakInfos"]?.elements { return listed }
        return (json["uniqueValueGroups"]?.elements ?? []).flatMap { $0["classes"]?.elements ?? [] }.map { entry in
            let values = (entry["values"]?.elements ?? []).map { parts in
                JSON.string(parts.elements.map { $0.map(text).joined(separator: ",") } ?? text(parts))
            }
            return .object((entry.members ?? []).filter { $0.name != "values" } + [.init("values", .array(values))])
        }
    }

    /// Returns the symbol of a row, or `nil` if it is not drawn.
    func symbol(_ row: Feature) -> Symbol? {
        switch choice {
        case .all: return classes.first?.symbol
        case .values(let fields, let delimiter):
            let text = fields.map { Renderer.text(row.values[$0]) }.joined(separator: delimiter)
            return (classes.first { $0.values.contains(text) } ?? other)?.symbol
        case .breaks(let field, let divisor, let from):
            guard var value = row.values[field].double else { return other?.symbol }
            if let divisor {
                guard let size = row.values[divisor].double, size != 0 else { return other?.symbol }
                value /= size
            }
            guard value >= from else { return other?.symbol }
            return (classes.first { value <= $0.upTo } ?? other)?.symbol
        }
    }

    /// Returns a value as renderers write it: null is `<Null>` (qgis/QGIS#67338), an integral number has no decimals.
    static func text(_ value: JSON) -> String {
        switch value {
        case .null: "<Null>"
        case .string(let text): text
        case .number(let spelling):
            Double(spelling).flatMap { Int(exactly: $0) }.map(String.init) ?? spelling
        default: String(decoding: JSONWriter.json(value), as: UTF8.self)
        }
    }
}
