// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing

@testable import Services

@Suite("Where rows are")
struct SpatialIndexTests {
    /// Rectangles of all sizes, with points, rows without a place, and places that are no numbers.
    private static func rows(_ count: Int, _ random: inout SeededGenerator) -> [Envelope?] {
        (0..<count).map { number in
            if number % 11 == 3 { return nil }
            if number % 97 == 5 { return Envelope(xmin: .nan, ymin: 0, xmax: .nan, ymax: 0) }
            let (x, y) = (Double.random(in: -180...180, using: &random), Double.random(in: -90...90, using: &random))
            let size = number % 3 == 0 ? 0 : Double.random(in: 0...(number % 50 == 0 ? 200 : 2), using: &random)
            return Envelope(xmin: x, ymin: y, xmax: x + size, ymax: y + size / 2)
        }
    }

    @Test("finds what a look at every row finds", arguments: [0, 1, 2, 15, 16, 17, 255, 256, 257, 5000])
    func search(_ count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let rows = Self.rows(count, &random)
        let index = SpatialIndex(rows)
        for number in 0..<50 {
            let (x, y, size) = (
                Double.random(in: -200...200, using: &random), Double.random(in: -100...100, using: &random),
                Double.random(in: 0...60, using: &random)
            )
            var windows = [Envelope(xmin: x, ymin: y, xmax: x + size, ymax: y + size)]
            // The edge of a row counts.
            if let row = rows.compactMap(\.self).first, number == 0 {
                windows = [Envelope(xmin: row.xmax, ymin: row.ymax, xmax: row.xmax, ymax: row.ymax)]
            }
            if number % 5 == 0 { windows.append(Envelope(xmin: x - 360, ymin: y, xmax: x - 350, ymax: y + 60)) }
            let expected = rows.indices.filter { row in
                rows[row].map { box in windows.contains(where: box.intersects) } ?? false
            }
            #expect(index.rows(meeting: windows) == expected)
        }
        let all = index.rows(meeting: [Envelope(xmin: -.infinity, ymin: -.infinity, xmax: .infinity, ymax: .infinity)])
        #expect(all == rows.indices.filter { rows[$0].map { !$0.xmin.isNaN } ?? false })
    }

    @Test("a curve passes every cell once, and from one to a neighbor")
    func curve() {
        var cells: [UInt32: (Int, Int)] = [:]
        for x in 0..<32 { for y in 0..<32 { cells[HilbertCurve.place(UInt32(x), UInt32(y))] = (x, y) } }
        #expect(cells.count == 32 * 32)
        for place in 1..<UInt32(32 * 32) {
            guard let one = cells[place - 1], let next = cells[place] else {
                Issue.record("no cell at \(place)")
                continue
            }
            #expect(abs(one.0 - next.0) + abs(one.1 - next.1) == 1)
        }
    }

    @Test("a page of a spatial query ends where it should")
    func pages() {
        let everywhere = ["geometry": "-180,-90,180,90", "returnidsonly": "true"]
        func ids(_ more: [String: String]) -> [Int] {
            let reading = AirportsLayer.reading(everywhere.merging(more) { $1 }, version: "11.4")
            return AirportsLayer.json(AirportsLayer.query(reading))["objectIds"]?.elements?.compactMap(\.integer) ?? []
        }
        let all = ids([:])
        #expect(all.count > 3)
        #expect(ids(["objectids": "3,1,2"]) == [1, 2, 3])
        let far = AirportsLayer.reading(
            ["geometry": "-180,-90,180,90", "resultoffset": String(Int.max), "resultrecordcount": "2", "f": "json"])
        #expect(AirportsLayer.json(AirportsLayer.query(far))["features"]?.elements?.isEmpty == true)
    }
}
