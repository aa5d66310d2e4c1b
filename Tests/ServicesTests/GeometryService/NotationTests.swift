// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Services

@Suite("Texts of coordinates")
struct NotationTests {
    struct Row: Sendable {
        var notation: CoordinateNotation
        var longitude: Double
        var latitude: Double
        var text: String
        var style = CoordinateNotation.Style()
    }

    private static func compact(_ digits: Int? = nil, mode: String = "") -> CoordinateNotation.Style {
        CoordinateNotation.Style(mode: mode, digits: digits, hasSpaces: false)
    }

    static let rows: [Row] = [
        // Documented: to-geocoordinatestring, its example.
        Row(
            notation: .mgrs, longitude: 180, latitude: 0, text: "01N AA 66021 00000",
            style: .init(mode: "mgrsnewwith180inzone01", digits: 8)),
        Row(notation: .mgrs, longitude: -117, latitude: 34, text: "11S NT 00000 62155", style: .init(digits: 8)),
        Row(notation: .mgrs, longitude: 0, latitude: 52, text: "31U BT 94071 65288", style: .init(digits: 8)),
        // Documented: the class ToGeoCoordinateParameter of ArcGIS Pro, its example.
        Row(notation: .mgrs, longitude: 0, latitude: 0, text: "31NAA6602100000", style: compact()),
        Row(notation: .mgrs, longitude: 10, latitude: 20, text: "32QPH0460911794", style: compact()),
        Row(notation: .mgrs, longitude: 10, latitude: 20, text: "32QPH0512", style: compact(2)),
        // As GeographicLib and NGA's libraries have them.
        Row(notation: .mgrs, longitude: 0, latitude: 90, text: "ZAH0000000000", style: compact()),
        Row(notation: .mgrs, longitude: 0, latitude: -90, text: "BAN0000000000", style: compact()),
        Row(notation: .usng, longitude: 5.324, latitude: 60.393, text: "32V KN 97469 00832"),
        Row(notation: .usng, longitude: 15.65, latitude: 78.22, text: "33X WG 14814 83004"),
        Row(notation: .usng, longitude: -72.0682, latitude: -45.5734, text: "18G YQ 28752 49167"),
        Row(notation: .utm, longitude: 10, latitude: 20, text: "32Q 604609 2211794"),
        Row(
            notation: .utm, longitude: 10, latitude: -20, text: "32S 604609 7788206",
            style: .init(mode: "utmnorthsouth")),
        Row(notation: .utm, longitude: -86.586104, latitude: 34.730369, text: "16S5378923843221", style: compact()),
        Row(notation: .geoRef, longitude: 0, latitude: 0, text: "NGAA0000000000"),
        Row(
            notation: .geoRef, longitude: -76.4291704, latitude: 38.286108, text: "GJPJ3417",
            style: .init(digits: 2, isRounded: false)),
        Row(notation: .gars, longitude: 0, latitude: 0, text: "361HN37"),
        Row(notation: .gars, longitude: 10, latitude: 20, text: "381KE37"),
        Row(notation: .gars, longitude: -179.9, latitude: 89.9, text: "001QZ15"),
        Row(notation: .dd, longitude: -96.342316, latitude: 30.614919, text: "30.614919N 096.342316W"),
        Row(notation: .ddm, longitude: -117.1958, latitude: 34.056295, text: "34 03.3777N 117 11.7480W"),
        Row(notation: .dms, longitude: -117.1958, latitude: 34.056295, text: "34 03 22.66N 117 11 44.88W"),
        // No 60 minutes, no 60 seconds.
        Row(notation: .dms, longitude: 9.9999999, latitude: -0.9999999, text: "01 00 00.00S 010 00 00.00E"),
    ]

    @Test("are as documented and as libraries write them", arguments: rows)
    func written(_ row: Row) {
        #expect(row.notation.text(longitude: row.longitude, latitude: row.latitude, row.style) == row.text)
    }

    @Test("are read again", arguments: rows)
    func read(_ row: Row) throws {
        let place = try #require(row.notation.read(row.text, mode: row.style.mode), "\(row.text)")
        let reach = row.notation == .gars ? 0.1 : row.style.digits == 2 ? 0.02 : 1e-4
        #expect(abs(place.latitude - row.latitude) <= reach)
        if abs(row.latitude) < 90 {
            #expect(abs((place.longitude - row.longitude).truncatingRemainder(dividingBy: 360)) <= reach)
        }
    }

    @Test(
        "angles are read in the ways that people write them",
        arguments: [
            "34.056295N 117.1958W", "34.056295, -117.1958", "34.056295 -117.1958", "N34.056295 W117.1958",
            "34° 03' 22.662\" N, 117° 11' 44.88\" W", "34 03.3777N 117 11.748W", "117.1958W 34.056295N",
        ])
    func angles(_ text: String) throws {
        let place = try #require(CoordinateNotation.dms.read(text, mode: ""))
        #expect(abs(place.latitude - 34.056295) < 1e-5 && abs(place.longitude + 117.1958) < 1e-5)
    }

    @Test(
        "what is none is nothing",
        arguments: ["", "x", "99Z AA 1 1", "31N AA 123 45", "12", "91N 0E", "A1 B2", "34 61 00N 1 0 0W"])
    func none(_ text: String) {
        for notation in CoordinateNotation.allCases {
            #expect(notation.read(text, mode: "") == nil, "\(notation): \(text)")
        }
    }

    @Test("ten thousand places on all of the earth come back to the meter")
    func everywhere() throws {
        for number in 0..<10_000 {
            let x = Double(number * 7919 % 36_000) / 100 - 180
            let y = Double(number * 104_729 % 17_990) / 100 - 89.9
            let text = try #require(CoordinateNotation.mgrs.text(longitude: x, latitude: y, .init(isRounded: false)))
            let place = try #require(CoordinateNotation.mgrs.read(text, mode: ""), "\(x) \(y) \(text)")
            #expect(Sphere.meters((x, y), (place.longitude, place.latitude)) < 1.5, "\(x) \(y) \(text) \(place)")
        }
    }
}
