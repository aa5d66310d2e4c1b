// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Services

/// True curves drawn as lines: they begin and end where they should, and keep to the curve between.
@Suite("True curves")
struct CurvedPartTests {
    private static func read(_ text: String) throws -> CurvedPart? {
        CurvedPart(try JSONReader.read(Array(text.utf8)).elements ?? [])
    }

    struct Arc: Sendable {
        var part: String
        var center: (x: Double, y: Double)
        /// The axes, along x and y.
        var axes: (Double, Double)
        /// A point that it comes by.
        var by: (x: Double, y: Double)
    }

    static let arcs = [
        Arc(part: #"[[11,11],{"c":[[13,11],[12,12]]}]"#, center: (12, 11), axes: (1, 1), by: (12, 12)),
        Arc(part: #"[[13,11],{"c":[[11,11],[12,12]]}]"#, center: (12, 11), axes: (1, 1), by: (12, 12)),
        Arc(part: #"[[11,11],{"c":[[13,11],[12,10]]}]"#, center: (12, 11), axes: (1, 1), by: (12, 10)),
        Arc(part: #"[[1,0],{"a":[[0,1],[0,0],1,0]}]"#, center: (0, 0), axes: (1, 1), by: (0.7071, 0.7071)),
        Arc(part: #"[[1,0],{"a":[[0,1],[0,0],0,1]}]"#, center: (0, 0), axes: (1, 1), by: (-0.7071, -0.7071)),
        Arc(part: #"[[1,0],{"a":[[1,0],[0,0],0,1]}]"#, center: (0, 0), axes: (1, 1), by: (-1, 0)),
        Arc(part: #"[[2,0],{"a":[[-2,0],[0,0],1,0,0,2,0.5]}]"#, center: (0, 0), axes: (2, 1), by: (0, 1)),
        Arc(
            part: #"[[0,2],{"a":[[0,-2],[0,0],1,0,1.5707963267948966,2,0.5]}]"#, center: (0, 0), axes: (1, 2),
            by: (-1, 0)),
    ]

    @Test("arcs", arguments: arcs)
    func arc(_ given: Arc) throws {
        let read = try Self.read(given.part)
        let part = try #require(read)
        let json = try JSONReader.read(Array(given.part.utf8))
        let written = try #require(json.elements)
        let last = written[1].members?.first?.value[0]?.elements?.compactMap(\.double)
        #expect(part.positions.last.map { [$0.x, $0.y] } == last)
        #expect(part.positions.count > 10)
        for position in part.positions {
            let (x, y) = ((position.x - given.center.x) / given.axes.0, (position.y - given.center.y) / given.axes.1)
            #expect(abs((x * x + y * y).squareRoot() - 1) < 1e-9, "\(position)")
        }
        let nearest = part.positions.map { max(abs($0.x - given.by.x), abs($0.y - given.by.y)) }.min() ?? 1
        #expect(nearest < 0.06, "\(nearest)")
    }

    @Test("a Bézier curve, and an arc through three points of one line")
    func others() throws {
        let curve = try Self.read(#"[[0,0],{"b":[[4,0],[0,4],[4,4]]}]"#)?.positions ?? []
        #expect(curve.count == 37)
        #expect(curve.dropFirst(18).first.map { [$0.x, $0.y] } == [2, 3])
        #expect(curve.last.map { [$0.x, $0.y] } == [4, 0])
        let line = try Self.read(#"[[0,0],{"c":[[2,2],[1,1]]},[3,0]]"#)?.positions
        #expect(line?.map(\.x) == [0, 2, 3])
    }

    @Test(
        "what is none",
        arguments: [
            #"[{"c":[[2,2],[1,1]]}]"#, #"[[0,0],{"c":[[2,2]]}]"#, #"[[0,0],{"b":[[2,2],[1,1]]}]"#,
            #"[[0,0],{"a":[[2,2],[1,1]]}]"#, #"[[0,0],{"a":[[2,2],[1,1],0,1,0]}]"#, #"[[0,0],{"d":[[2,2]]}]"#,
            #"[[0,0],{"a":[[2,2],[1,1],0,1,0,1,0]}]"#, #"[[0]]"#, #"["x"]"#, #"[[0,0],{"c":[],"b":[]}]"#,
        ])
    func refused(_ text: String) throws {
        let part = try Self.read(text)
        #expect(part == nil)
    }
}
