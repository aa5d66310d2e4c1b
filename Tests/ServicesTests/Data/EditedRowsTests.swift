// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Services

/// Edits share rows with their source and are searched by its indexes. Whatever is edited and asked, the answer has the
/// bytes that a plain copy of the rows gives without any index.
@Suite("Edited rows")
struct EditedRowsTests {
    private static let fields = [
        Field(name: "OBJECTID", type: .objectID), Field(name: "name", type: .string, length: 20),
        Field(name: "n", type: .integer), Field(name: "x", type: .double), Field(name: "day", type: .date),
        Field(name: "id", type: .guid),
    ]

    /// A row. Doubles are quarters, so that sums do not depend on the order.
    private static func row(_ id: Int, _ type: GeometryType, _ random: inout SeededGenerator) -> Feature {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func maybe(_ json: JSON) -> JSON { number(0...9) == 0 ? .null : json }
        let name = ["Ä", "b", "it's", "50%", "a_b", "", "Zürich"][number(0...6)] + (number(0...1) == 0 ? "" : "x")
        let guid = "{00000000-0000-4000-8000-0000000000\(number(10...99))}"
        var row = Feature(
            objectID: id,
            values: [
                .int(id), maybe(.string(name)), maybe(.int(number(-5...5))),
                maybe(.double(Double(number(-40...40)) / 4)),
                maybe(.int(number(0...20) * 86_400_000)), maybe(.string(guid)),
            ])
        guard number(0...11) > 0 else { return row }
        let (x, y) = (Double(number(-720...719)) / 4, Double(number(-320...319)) / 4)
        let size = type == .point ? 0 : Double(number(1...20)) / 4
        row.envelope = Envelope(xmin: x, ymin: y, xmax: x + size, ymax: y + size)
        guard type != .point else {
            row.geometry = .object([.init("x", .double(x)), .init("y", .double(y))])
            return row
        }
        let corners = [(x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y)]
        let ring = JSON.array(corners.map { .array([.double($0.0), .double($0.1)]) })
        row.geometry = .object([.init("rings", .array([ring]))])
        return row
    }

    private static func query(_ random: inout SeededGenerator) -> [String: String] {
        func one(_ texts: [String]) -> String { random.pick(texts) }
        func n(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        var asked = ["where": "1=1", "f": one(["json", "json", "geojson", "pbf"])]
        switch n(0...9) {
        case 0: asked["where"] = "name = '\(one(["b", "Ä", "Zürich", "it''s", "nobody"]))'"
        case 1: asked["where"] = "n \(one(["=", ">", "<=", "<>"])) \(n(-5...5))"
        case 2: asked["where"] = "x BETWEEN \(n(-8...0)) AND \(n(0...8)).25"
        case 3: asked["where"] = "OBJECTID > \(n(1...900)) AND OBJECTID <= \(n(1...1200))"
        case 4: asked["where"] = "name LIKE '\(one(["%x", "b%", "_", "%"]))' OR n = \(n(-5...5))"
        case 5: asked["where"] = "n IN (\(n(-5...5)), \(n(-5...5)), 3) AND x IS NOT NULL"
        case 6: asked["where"] = "day >= DATE '1970-01-0\(n(1...9))' AND UPPER(name) = 'BX'"
        case 7: asked["where"] = "id = '{00000000-0000-4000-8000-0000000000\(n(10...99))}'"
        case 8: asked["where"] = "OBJECTID IN (\(n(1...900)), \(n(1...900)), \(n(1...900)))"
        default: break
        }
        if n(0...1) == 0 {
            let (x, y, size) = (n(-200...180), n(-90...90), n(0...90))
            asked["geometry"] = "\(x),\(y),\(x + size),\(y + size)"
            asked["spatialrel"] = "esriSpatialRel" + one(["Intersects", "Contains", "EnvelopeIntersects", "Within"])
        }
        if n(0...3) == 0 { asked["objectids"] = (0..<n(1...30)).map { _ in "\(n(1...900))" }.joined(separator: ",") }
        if n(0...2) == 0 { asked["orderbyfields"] = one(["n DESC, x", "name", "OBJECTID DESC", "x ASC", "day DESC"]) }
        switch n(0...6) {
        case 0: asked["returncountonly"] = "true"
        case 1: asked["returnidsonly"] = "true"
        case 2: asked["returnextentonly"] = "true"
        case 3:
            asked["orderbyfields"] = nil
            asked["outstatistics"] = """
                [{"statisticType":"sum","onStatisticField":"x"},{"statisticType":"count","onStatisticField":"n"},
                {"statisticType":"max","onStatisticField":"name"},{"statisticType":"avg","onStatisticField":"n"}]
                """
            if n(0...1) == 0 { asked["groupbyfieldsforstatistics"] = one(["name", "n", "name,n"]) }
        case 4:
            (asked["returndistinctvalues"], asked["orderbyfields"]) = ("true", nil)
            (asked["outfields"], asked["returngeometry"]) = (one(["name", "n,name"]), "false")
        default:
            asked["outfields"] = one(["*", "OBJECTID,x"])
            if n(0...1) == 0 { (asked["resultoffset"], asked["resultrecordcount"]) = ("\(n(0...50))", "\(n(1...70))") }
        }
        return asked
    }

    private static func bytes(_ layer: Layer, _ asked: [String: String]) -> [UInt8] {
        let service = ServiceModel(name: "S", layers: [layer], hasFeatureServer: true)
        let question = ServiceQuestion(
            service: service, kind: .featureServer, version: .newest,
            parameters: asked.map { .init($0.key, $0.value) }, format: asked["f"] ?? "json")
        switch ServiceQuestion.finished(AirportsLayer.query(question)) {
        case .success(.json(let json)): return JSONWriter.json(json)
        case .success(.written(let bytes)), .success(.bytes(let bytes, _)): return bytes
        case .success: return []
        case .failure(let error): return JSONWriter.json(error.body.json)
        }
    }

    @Test(
        "answer as a plain copy does",
        arguments: [(1, GeometryType.point, false), (2, .point, true), (3, .polygon, false)])
    func copies(_ seed: UInt64, _ type: GeometryType, _ isInOtherOrder: Bool) {
        var random = SeededGenerator(seed: seed)
        let ids = (1...700).filter { $0 % 13 != 0 }
        var data = LayerData(
            geometryType: type, fields: Self.fields, features: ids.map { Self.row($0, type, &random) }, extent: nil,
            displayField: "name")
        if isInOtherOrder { data.order = ids.shuffled(using: &random) }
        let source = FeatureStore(data)
        var edits = Edits(source)
        var model = Dictionary(uniqueKeysWithValues: data.features.map { ($0.objectID, $0) })
        var older: [(Edits, [Int: Feature])] = []
        for round in 0..<8 {
            older.append((edits, model))
            // Sometimes an older value goes on, as after a reset or a rollback.
            if round % 3 == 2 { (edits, model) = random.pick(older) }
            for _ in 0..<Int.random(in: 1...80, using: &random) {
                switch Int.random(in: 0...2, using: &random) {
                case 0:
                    let row = Self.row(edits.takeID(), type, &random)
                    edits.put(row)
                    model[row.objectID] = row
                case 1:
                    guard let id = model.keys.sorted().randomElement(using: &random) else { continue }
                    let row = Self.row(id, type, &random)
                    edits.put(row)
                    model[id] = row
                default:
                    guard let id = model.keys.sorted().randomElement(using: &random) else { continue }
                    edits.remove(id)
                    model[id] = nil
                }
            }
            var copy = data
            copy.features = FeatureRows(model.values.sorted { $0.objectID < $1.objectID })
            copy.extent = edits.store.layer.extent
            if let order = data.order {
                copy.order = order.filter { model[$0] != nil } + model.keys.filter { !ids.contains($0) }.sorted()
            }
            var layer = Layer(id: 0, name: "L", store: source)
            layer.edits = edits
            let plain = Layer(id: 0, name: "L", store: FeatureStore(copy))
            for _ in 0..<25 {
                let asked = Self.query(&random)
                let expected = RowSearch.$usesIndexes.withValue(false) { Self.bytes(plain, asked) }
                let found = Self.bytes(layer, asked)
                #expect(found == expected, "\(asked): \(String(decoding: found.prefix(300), as: UTF8.self))")
            }
            #expect(edits.written.allSatisfy { change in change.row?.values == model[change.id]?.values })
        }
    }

    @Test("rows that fill an empty layer are found by indexes of their own")
    func grown() {
        var random = SeededGenerator(seed: 4)
        let source = FeatureStore(
            LayerData(geometryType: .point, fields: Self.fields, features: [], extent: nil, displayField: "name"))
        var edits = Edits(source)
        for _ in 0..<5000 {
            var row = Self.row(edits.takeID(), .point, &random)
            row.values[1] = .string("row \(row.objectID)")
            edits.put(row)
        }
        var layer = Layer(id: 0, name: "L", store: source)
        layer.edits = edits
        #expect(edits.store.search.indexes !== source.search.indexes)
        let shared = edits.store.search.indexes
        for id in [1, 256, 257, 4999, 5000] {
            var row = Self.row(edits.takeID(), .point, &random)
            row.values[1] = .string("row \(id)")
            edits.put(row)
            layer.edits = edits
            let asked = ["where": "name = 'row \(id)'", "returnidsonly": "true"]
            #expect(
                String(decoding: Self.bytes(layer, asked), as: UTF8.self)
                    == #"{"objectIdFieldName":"OBJECTID","objectIds":[\#(id),\#(row.objectID)]}"#)
        }
        #expect(edits.store.search.indexes === shared)
    }

    @Test("ids beyond all others are not there", arguments: [Int.min, .min + 1, -1, 0, 701, .max - 1, .max])
    func beyond(_ id: Int) {
        var random = SeededGenerator(seed: 6)
        let rows = FeatureRows((1...700).map { Self.row($0, .point, &random) })
        #expect(rows.position(ofID: id) == nil && rows.row(id) == nil)
        #expect(rows.position(atLeast: id) == (id < 1 ? 0 : 700))
        let store = FeatureStore(
            LayerData(
                geometryType: .point, fields: Self.fields, features: Array(rows), extent: nil, displayField: "name"))
        for sign in ["=", "<", ">", "<=", ">="] {
            let asked = ["where": "OBJECTID \(sign) \(id)", "returncountonly": "true"]
            let count = (1...700).count { row in
                switch sign {
                case "<": row < id
                case ">": row > id
                case "<=": row <= id
                case ">=": row >= id
                default: row == id
                }
            }
            let found = Self.bytes(Layer(id: 0, name: "L", store: store), asked)
            #expect(found == Array(#"{"count":\#(count)}"#.utf8), "\(asked): \(String(decoding: found, as: UTF8.self))")
        }
    }

    @Test("a change copies one block, and shares the others")
    func blocks() {
        var random = SeededGenerator(seed: 5)
        let before = FeatureRows((1...2000).map { Self.row($0, .point, &random) })
        var after = before
        after.put(Self.row(1000, .point, &random))
        after.put(Self.row(2001, .point, &random))
        let changes = after.changes(since: before)
        #expect(changes.new.count == 2)
        #expect(changes.kept.count { $0 == nil } == 2)
        #expect(after.written(since: before).map(\.id).sorted() == [1000, 2001])
        #expect(before.count == 2000 && after.count == 2001)
        // In the middle, until blocks are divided; and away again, until they are gone.
        var many = FeatureRows((0..<600).map { Self.row($0 * 100, .point, &random) })
        let few = many
        for id in 1..<1500 { many.put(Self.row(30_000 + id % 99 + id / 99 * 100 + 1, .point, &random)) }
        #expect(many.map(\.objectID) == many.map(\.objectID).sorted())
        #expect(zip(many.indices, many).allSatisfy { many.position(ofID: $1.objectID) == $0 })
        for id in many.map(\.objectID) where id % 100 != 0 { many.remove(id) }
        #expect(many.map(\.objectID) == few.map(\.objectID))
        for id in few.map(\.objectID) { many.remove(id) }
        #expect(many.isEmpty && many.blocks.isEmpty && many.position(ofID: 0) == nil)
    }
}
