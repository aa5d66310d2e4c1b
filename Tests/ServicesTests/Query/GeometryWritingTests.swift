// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing
import Trust

@testable import Services

/// What is written at once has the bytes of the value that it stands for.
@Suite("Geometries written at once")
struct GeometryWritingTests {
    private static let shapes: [String] = [
        #"{"x":1.5,"y":-2,"z":3,"m":4}"#, #"{"x":12.25,"y":-90}"#, #"{"points":[[1,2,3,4],[5,6,7,null]]}"#,
        #"{"paths":[[[0,0,1,2],[10,10,3,4]],[[20,20,5,6],[30,31,7,8]]]}"#, #"{"rings":[]}"#, #"{"points":[]}"#,
        #"{"rings":[[[0,0],[0,10],[10,10],[10,0],[0,0]],[[2,2],[4,2],[4,4],[2,4],[2,2]],[[50,50],[50,60],[60,60],[50,50]]]}"#,
    ]

    private static var forms: [GeometryForm] {
        var forms: [GeometryForm] = []
        for to in [SpatialReference.wgs84, .webMercator] {
            for grid in [nil, Grid(.wgs84)] as [Grid?] {
                for (hasZ, hasM) in [(false, false), (true, false), (true, true)] {
                    var form = GeometryForm(from: .wgs84, to: to)
                    (form.hasZ, form.hasM, form.returnsZ, form.returnsM) = (hasZ, hasM, hasZ, hasM)
                    form.grid = grid
                    forms.append(form)
                }
            }
        }
        return forms
    }

    @Test("numbers on a grid are rounded as the library rounds them, and have no place where it has none")
    func rounded() {
        var grid = Grid(.wgs84)
        (grid.scale, grid.x, grid.y, grid.isUpperLeft) = (1, 0, 0, false)
        let edges = [
            0, 1e-300, 0.49999999999999994, 0.5, 0.5000000000000001, 1.5, 2.5, 4_503_599_627_370_495.5,
            4_503_599_627_370_496, 9_007_199_254_740_994, 9.2e18, 9.3e18, .greatestFiniteMagnitude, .infinity, .nan,
        ]
        var generator = Generator(seed: 3)
        let others = (0..<2_000).map { _ in Double(Int64(bitPattern: generator.next())) / 1e13 }
        for number in edges + others {
            let location = grid.location(Vertex(x: number, y: -number))
            #expect(location.x == Int64(exactly: number.rounded()) ?? 0, "\(number)")
            #expect(location.y == Int64(exactly: (-number).rounded()) ?? 0, "-\(number)")
        }
    }

    @Test("as Esri JSON", arguments: shapes)
    func esri(_ text: String) throws {
        let shape = try JSONReader.read(Array(text.utf8))
        for form in Self.forms {
            var out: [UInt8] = []
            let row = Feature(objectID: 1, values: [], geometry: shape)
            let isThere = form.append(row, key: Array("k:".utf8), .server, to: &out)
            let expected = form.json(row).map { "k:" + String(decoding: JSONWriter.json($0), as: UTF8.self) }
            #expect(isThere == (expected != nil) && String(decoding: out, as: UTF8.self) == expected ?? "")
        }
    }

    @Test("as GeoJSON", arguments: shapes)
    func geoJSON(_ text: String) throws {
        let shape = try JSONReader.read(Array(text.utf8))
        for form in Self.forms where form.grid == nil {
            guard let outline = form.outline(shape) else { continue }
            var out: [UInt8] = []
            GeoJSON.append(outline, hasZ: form.returnsZ, to: &out)
            #expect(out == JSONWriter.json(GeoJSON.geometry(outline, hasZ: form.returnsZ)))
        }
    }

    @Test("formulas move positions as they move geometries", arguments: shapes)
    func moved(_ text: String) throws {
        let shape = try JSONReader.read(Array(text.utf8))
        var form = GeometryForm(from: .wgs84, to: .webMercator)
        form.precision = 15
        let whole = Outline(Mercator.project(shape), hasZ: false, hasM: false)
        let moved = Outline(shape, hasZ: false, hasM: false)?.moved(Mercator.project)
        #expect(whole?.parts.map { $0.map(\.x) } == moved?.parts.map { $0.map(\.x) })
        #expect(whole?.parts.map { $0.map(\.y) } == moved?.parts.map { $0.map(\.y) })
    }
}
