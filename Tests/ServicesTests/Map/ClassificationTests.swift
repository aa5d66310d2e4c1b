// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Classes of a layer's rows")
struct ClassificationTests {
    private static let values: [Double] = [1, 2, 3, 10, 11, 12, 50, 51, 100]

    @Test(
        "each method has its limits",
        arguments: [
            (ClassBreaks.Method.naturalBreaks, [3.0, 12, 51, 100]), (.equalInterval, [25.75, 50.5, 75.25, 100]),
            (.quantile, [3, 11, 50, 100]),
        ])
    func methods(_ method: ClassBreaks.Method, _ limits: [Double]) {
        #expect(ClassBreaks.limits(Self.values, method, 4) == limits)
    }

    @Test("natural breaks have the least squares of all ways to cut")
    func natural() {
        func cost(_ part: ArraySlice<Double>) -> Double {
            let mean = part.reduce(0, +) / Double(part.count)
            return part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        for seed in 1...200 {
            let values = (0..<12).map { Double(($0 * seed * 7919 + seed * 104_729) % 97) }.sorted()
            var least = Double.infinity
            for first in 1..<11 {
                for second in (first + 1)..<12 {
                    least = min(least, cost(values[..<first]) + cost(values[first..<second]) + cost(values[second...]))
                }
            }
            let limits = ClassBreaks.limits(values, .naturalBreaks, 3)
            var (sum, from) = (0.0, 0)
            for limit in limits {
                let to = values.lastIndex { $0 <= limit }.map { $0 + 1 } ?? from
                if to > from { sum += cost(values[from..<to]) }
                from = to
            }
            #expect(abs(sum - least) < 1e-6, "\(seed): \(values) \(limits) \(sum) \(least)")
        }
    }

    @Test("geometrical intervals grow by one ratio, and deviations lie around the mean")
    func others() {
        let grown = ClassBreaks.limits([1, 16], .geometricalInterval, 4)
        #expect(zip(grown, [2.0, 4, 8, 16]).allSatisfy { abs($0 - $1) < 1e-9 })
        let values = [0.0, 10, 20, 30, 40]
        let (mean, deviation) = ClassBreaks.moments(values)
        let wanted = [-0.5, 0.5].map { mean + $0 * deviation } + [40]
        #expect(ClassBreaks.limits(values, .standardDeviation, 1) == wanted)
    }

    @Test("no more classes than values, and none of nothing")
    func few() {
        for method in ClassBreaks.Method.allCases {
            #expect(ClassBreaks.limits([], method, 5).isEmpty)
            #expect(ClassBreaks.limits([7, 7], method, 5) == [7])
        }
        #expect(ClassBreaks.limits([1, 2], .naturalBreaks, 5) == [1, 2])
    }

    @Test("ramps begin and end with their colors, and turn the shorter way around")
    func ramps() throws {
        func colors(_ text: String, _ count: Int) throws -> [[Int]] {
            let ramp = try #require(ColorRamp(json: try JSONReader.read(Array(text.utf8))))
            return ramp.colors(count).map { [Int($0.red), Int($0.green), Int($0.blue), Int($0.alpha)] }
        }
        let hsv =
            #"{"type":"algorithmic","fromColor":[255,0,0,255],"toColor":[0,255,0,255],"algorithm":"esriHSVAlgorithm"}"#
        #expect(try colors(hsv, 3) == [[255, 0, 0, 255], [255, 255, 0, 255], [0, 255, 0, 255]])
        for algorithm in ["esriCIELabAlgorithm", "esriLabLChAlgorithm"] {
            let lab = #"{"fromColor":[10,20,30,255],"toColor":[200,100,50,0],"algorithm":"\#(algorithm)"}"#
            #expect(try colors(lab, 2) == [[10, 20, 30, 255], [200, 100, 50, 0]])
        }
        let gray = #"{"fromColor":[0,0,0,255],"toColor":[255,255,255,255],"algorithm":"esriCIELabAlgorithm"}"#
        #expect(try colors(gray, 3)[1] == [119, 119, 119, 255])
        let many = #"{"type":"multipart","colorRamps":[\#(hsv),\#(gray)]}"#
        #expect(try colors(many, 3).map { $0[0] } == [255, 0, 255])
        #expect(try colors(hsv, 1) == [[255, 0, 0, 255]])
        #expect(ColorRamp(json: .object([])) == nil)
    }

    private static func answer(_ definition: String, kind: ServiceKind = .mapServer) -> String {
        var question = AirportsLayer.reading(
            ["classificationdef": definition], store: AirportsLayer.awkward, kind: kind)
        question.names["layer"] = "0"
        switch ServiceQuestion.finished(question.ask("{layer}/generateRenderer")) {
        case .success(.json(let json)): return String(decoding: JSONWriter.json(json), as: UTF8.self)
        case .success: return "no JSON"
        case .failure(let error): return error.verdict.rule.id
        }
    }

    @Test("classes have limits, labels and symbols")
    func breaks() {
        let definition =
            #"{"type":"classBreaksDef","classificationField":"n","classificationMethod":"esriClassifyEqualInterval","#
            + #""breakCount":2,"baseSymbol":{"type":"esriSMS","color":[0,0,0,255],"size":4},"#
            + #""colorRamp":{"type":"algorithmic","fromColor":[255,0,0,255],"toColor":[0,0,255,255]}}"#
        #expect(
            Self.answer(definition)
                == #"{"type":"classBreaks","field":"n","classificationMethod":"esriClassifyEqualInterval","minValue":-3.0,"#
                + #""classBreakInfos":[{"classMaxValue":1.0,"label":"-3.0 - 1.000000","description":"","#
                + #""symbol":{"type":"esriSMS","color":[255,0,0,255],"size":4}},"#
                + #"{"classMaxValue":5.0,"label":"1.000001 - 5.000000","description":"","#
                + #""symbol":{"type":"esriSMS","color":[0,0,255,255],"size":4}}]}"#)
    }

    @Test("unique values are in order, null among them")
    func values() throws {
        let json = try JSONReader.read(
            Array(Self.answer(#"{"type":"uniqueValueDef","uniqueValueFields":["name"]}"#).utf8))
        #expect(json["uniqueValueInfos"]?.elements?.compactMap { $0["value"]?.text } == ["<Null>", "B", "a", "é"])
        #expect(json["field1"]?.text == "name" && json["field2"] == .null)
    }

    @Test("values are divided by a field, by their sum, or are logarithms")
    func normalized() throws {
        func low(_ more: String) throws -> Double? {
            let definition = #"{"type":"classBreaksDef","classificationField":"n","breakCount":2,\#(more)}"#
            return try JSONReader.read(Array(Self.answer(definition).utf8))["minValue"]?.double
        }
        #expect(try low(#""normalizationType":"esriNormalizeByField","normalizationField":"x""#) == -1.5)
        #expect(try low(#""normalizationType":"esriNormalizeByPercentOfTotal""#) == -60)
        #expect(try low(#""normalizationType":"esriNormalizeByLog""#) == 0)
    }

    @Test(
        "a definition that cannot be read is refused",
        arguments: [
            "{}", #"{"type":"classBreaksDef","classificationField":"NOPE"}"#, "x",
            #"{"type":"classBreaksDef","classificationField":"n","classificationMethod":"best"}"#,
            #"{"type":"classBreaksDef","classificationField":"n","breakCount":0}"#,
            #"{"type":"classBreaksDef","classificationField":"n","colorRamp":{}}"#,
            #"{"type":"uniqueValueDef","uniqueValueFields":[]}"#,
            #"{"type":"classBreaksDef","classificationField":"n","normalizationType":"esriNormalizeByField"}"#,
        ])
    func refused(_ definition: String) { #expect(Self.answer(definition) == "map.bad-parameter") }
}
