// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Foundation
import TestSupport
import Testing

@testable import Services

@Suite("f=pbf")
struct PBFTests {
    private func bytes(_ store: FeatureStore, _ more: [String: String] = [:], version: String = "online") -> [UInt8] {
        let parameters = ["where": "1=1", "outfields": "*", "f": "pbf"].merging(more) { $1 }
        let result = AirportsLayer.query(
            AirportsLayer.reading(parameters, store: store, kind: .featureServer, version: version))
        guard case .success(.bytes(let bytes, QueryPlan.pbfType)) = result else { return [] }
        return bytes
    }

    /// The content of the messages around the features: two, each a tag and a length.
    private func content(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        for _ in 0..<2 {
            rest = rest.dropFirst().drop { $0 >= 0x80 }.dropFirst()
        }
        return Array(rest)
    }

    @Test("is to the byte what a hosted service gave for the same features")
    func captured() throws {
        let folder = Golden.folder.appendingPathComponent("arcgis")
        let told = try Data(contentsOf: folder.appendingPathComponent("restjs/LineHasZ.json"))
        let real = content([UInt8](try Data(contentsOf: folder.appendingPathComponent("pbf/restjs_PBFLineHasZ.pbf"))))
        // Field 5, which fields hold lengths and areas and in what unit: layers here say nothing of it, in JSON neither.
        var properties = PBFWriter()
        properties.message(5) {
            $0.string(2, "Shape__Length")
            $0.string(3, "esriMeters")
        }
        let without = real.firstRange(of: properties.bytes).map { real[..<$0.lowerBound] + real[$0.upperBound...] }
        let ours = content(bytes(AirportsLayer.store([UInt8](told)), ["returnz": "true"]))
        #expect(ours.count > 500 && ours == without.map(Array.init))
    }

    /// One row of a table, with a value in a field of the type: its message, and that of NULL.
    @Test(
        "writes each type of field as the kind of value that was captured, and NULL as nothing",
        arguments: [
            ("SmallInteger", "-3", "0a022005"), ("Integer", "150", "0a0320ac02"), ("Single", "0.5", "0a05150000003f"),
            ("Double", "1", "0a0919000000000000f03f"), ("Date", "-1", "0a024001"), ("BigInteger", "1", "0a024002"),
            ("String", "\"a\"", "0a030a0161"), ("DateOnly", "\"1999-12-31\"", "0a0c0a0a313939392d31322d3331"),
            ("Double", "null", "0a00"), ("String", "null", "0a00"), ("Date", "null", "0a00"),
        ])
    func values(_ type: String, _ value: String, _ wanted: String) {
        let store = AirportsLayer.store(
            Array(
                """
                {"objectIdFieldName":"OBJECTID","fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"},
                {"name":"v","type":"esriFieldType\(type)","alias":"v"}],"features":[{"attributes":{"OBJECTID":1,"v":\(value)}}]}
                """.utf8))
        // A feature is field 15; the id before is 1.
        let all = bytes(store).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        let feature = "0a022801" + wanted
        let length = String(256 + feature.count / 2, radix: 16).dropFirst()
        #expect(all.hasSuffix("7a" + length + feature), "\(all)")
    }

    @Test(
        "comes for statistics, counts and values that come once, too",
        arguments: [
            ["outstatistics": #"[{"statisticType":"count","onStatisticField":"n"}]"#], ["returncountonly": "true"],
            ["returndistinctvalues": "true", "outfields": "n", "returngeometry": "false"], ["returnidsonly": "true"],
            ["returnextentonly": "true"],
            ["returndistinctvalues": "true", "returncountonly": "true", "outfields": "n", "returngeometry": "false"],
        ])
    func everyAnswer(_ more: [String: String]) {
        #expect(!bytes(AirportsLayer.awkward, more).isEmpty)
        #expect(!bytes(AirportsLayer.awkward, more, version: "11.4").isEmpty)
    }
}
