// SPDX-License-Identifier: Apache-2.0

package import Formats

/// An entry of `drawingInfo.labelingInfo`: which rows have a label, its text, its symbol and its placement.
package struct LabelClass: Sendable {
    /// The reason that an entry cannot be drawn.
    package struct Unread: Error, Sendable, Hashable {
        /// The wrong key, preceded by the keys that enclose it.
        package var keys: [String]
        package var reason: String
        /// A possible value.
        package var suggestion: String?
    }

    var expression: LabelExpression
    /// A Boolean value that indicates whether coded values appear as their names.
    var namesCodes: Bool
    var condition: Where
    var minScale: Double
    var maxScale: Double
    var placement: LabelPlacement
    var symbol: TextSymbol

    package init(json: JSON, fields: [Field]) throws(Unread) {
        (expression, namesCodes) = try LabelClass.expression(json, fields)
        condition = .everything
        if let text = json["where"]?.text, !text.isEmpty {
            do throws(Where.Failure) { condition = try Where.parse(text, fields: fields) } catch {
                throw Unread(keys: ["where"], reason: "\(error.reason) at byte \(error.offset)")
            }
        }
        placement = LabelPlacement()
        if let word = json["labelPlacement"]?.text {
            guard let read = LabelPlacement(word: word) else {
                throw Unread(
                    keys: ["labelPlacement"], reason: "\"\(word)\" is no placement",
                    suggestion: Suggestion.nearest(to: word, among: LabelPlacement.wording))
            }
            placement = read
        }
        symbol = TextSymbol()
        if let written = json["symbol"], written.members != nil {
            guard written["type"]?.text == "esriTS" else {
                throw Unread(keys: ["symbol"], reason: "the symbol of a label has the type esriTS")
            }
            symbol = TextSymbol(json: written)
        }
        minScale = json["minScale"]?.finite ?? 0
        maxScale = json["maxScale"]?.finite ?? 0
    }

    private static func expression(
        _ json: JSON, _ fields: [Field]
    ) throws(Unread) -> (LabelExpression, namesCodes: Bool) {
        let namesCodes = json["useCodedValues"]?.truth ?? true
        let (info, text) = (json["labelExpressionInfo"], json["labelExpression"]?.text)
        var key = "labelExpression"
        do throws(LabelExpression.Unread) {
            if let arcade = info?["expression"]?.text {
                key = "expression"
                // Arcade sees the codes (documented of $feature).
                return (try LabelExpression(arcade, isArcade: true, fields: fields), false)
            }
            if let template = info?["value"]?.text {
                key = "value"
                return (try LabelExpression(template: template, fields: fields), namesCodes)
            }
            if let text { return (try LabelExpression(text, isArcade: false, fields: fields), namesCodes) }
        } catch {
            let keys = key == "labelExpression" ? [key] : ["labelExpressionInfo", key]
            throw Unread(keys: keys, reason: error.reason, suggestion: error.suggestion)
        }
        throw Unread(keys: [], reason: "a label class needs \"labelExpression\" or \"labelExpressionInfo\"")
    }

    func isSeen(at scale: Double) -> Bool {
        (minScale == 0 || scale <= minScale) && (maxScale == 0 || scale >= maxScale)
    }

    /// Returns the lines of a row's label.
    func lines(_ row: Feature, _ layer: Layer, _ data: LayerData) -> [String] {
        let display = DisplayText(layer: layer, data: data)
        return expression.lines { index in
            row.values[index] == .null ? "" : namesCodes ? display.text(index, row) : display.plain(index, row)
        }
    }
}

extension Layer {
    /// The label classes that can be drawn; others do not appear on the map.
    var labels: [LabelClass] {
        let list = (labelingInfo ?? pasted?["drawingInfo"]?["labelingInfo"])?.elements ?? []
        return list.compactMap { try? LabelClass(json: $0, fields: data?.fields ?? []) }
    }

    /// A Boolean value that indicates whether its description has labels.
    var hasLabels: Bool { labelingInfo?.elements?.isEmpty == false }
}
