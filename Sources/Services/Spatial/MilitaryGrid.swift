// SPDX-License-Identifier: Apache-2.0

import Formats

/// The Military Grid Reference System (DMA TM 8358.1): squares of 100 km in the universal grids, by letters.
enum MilitaryGrid {
    private static let bands = Array("CDEFGHJKLMNPQRSTUVWX")
    private static let columns = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"].map { Array($0) }
    private static let rows = Array("ABCDEFGHJKLMNPQRSTUV")

    /// Returns the letter of the belt of latitudes; `nil` at the poles.
    static func band(_ latitude: Double) -> Character? {
        guard latitude >= -80, latitude < 84 else { return nil }
        return bands[min(19, Int((latitude + 80) / 8))]
    }

    /// Writes a place with some digits of each coordinate, 0 to 5. Old ellipsoids have rows that begin elsewhere.
    static func text(
        longitude: Double, latitude: Double, digits: Int, isRounded: Bool, hasSpaces: Bool, isOld: Bool, zone: Int?
    ) -> String {
        var place = UniversalGrid(longitude: longitude, latitude: latitude, zone: zone)
        let unit = power(5 - digits)
        func cut(_ value: Double) -> Double {
            isRounded ? (value / unit).rounded() * unit : (value / unit + 1e-9).rounded(.down) * unit
        }
        (place.easting, place.northing) = (cut(place.easting), cut(place.northing))
        let head: String
        let square: String
        if place.zone > 0, let band = band(latitude) {
            head = padded(place.zone, 2) + String(band)
            square = letters(place, isOld)
        } else {
            (head, square) = polar(place, longitude)
        }
        func number(_ value: Double) -> String {
            digits == 0
                ? "" : padded(Int(within: (value.truncatingRemainder(dividingBy: 100_000) / unit).rounded()), digits)
        }
        let parts = [head, square, number(place.easting), number(place.northing)].filter { !$0.isEmpty }
        return parts.joined(separator: hasSpaces ? " " : "")
    }

    private static func letters(_ place: UniversalGrid, _ isOld: Bool) -> String {
        let column = columns[(place.zone - 1) % 3]
        let north = Int(within: max(0, place.northing / 100_000)) % 20
        let row = (north + rowShift(place.zone, isOld)) % 20
        return String([column[max(0, min(7, Int(within: min(8, place.easting / 100_000)) - 1))], rows[row]])
    }

    /// Rows of even zones begin with F; on old ellipsoids ten further on.
    private static func rowShift(_ zone: Int, _ isOld: Bool) -> Int { (zone % 2 == 0 ? 5 : 0) + (isOld ? 10 : 0) }

    // MARK: The poles

    private static let polarEast = Array("ABCFGHJKLPQRSTUXYZ")
    private static let polarNorth = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")

    private static func polar(_ place: UniversalGrid, _ longitude: Double) -> (String, String) {
        let isEast = place.easting >= 2_000_000
        let head = place.isNorth ? (isEast ? "Z" : "Y") : (isEast ? "B" : "A")
        // The columns east of the pole begin at A, those west of it end at Z.
        let column = Int(within: max(-99, min(99, place.easting / 100_000))) - 20
        let letter = polarEast[max(0, min(17, isEast ? column : column + 18))]
        let row = Int(within: max(-99, min(99, place.northing / 100_000))) - (place.isNorth ? 13 : 8)
        return (head, String([letter, polarNorth[max(0, min(23, row))]]))
    }

    private static func unpolar(
        _ head: Character, _ column: Character, _ row: Character, _ easting: Double, _ northing: Double
    ) -> UniversalGrid? {
        guard let east = polarEast.firstIndex(of: column), let north = polarNorth.firstIndex(of: row) else {
            return nil
        }
        let (isNorth, isEast) = ("YZ".contains(head), "BZ".contains(head))
        return UniversalGrid(
            zone: 0, isNorth: isNorth, easting: Double(isEast ? east + 20 : east + 2) * 100_000 + easting,
            northing: Double(north + (isNorth ? 13 : 8)) * 100_000 + northing)
    }

    // MARK: reading

    /// Returns the corner of the square that a text names, in degrees; `nil` if it is none.
    static func read(_ text: String, isOld: Bool) -> (longitude: Double, latitude: Double)? {
        let marks = Array(text.uppercased().filter { !$0.isWhitespace })
        let zoneText = marks.prefix { $0.isNumber }
        let rest = marks.dropFirst(zoneText.count)
        let letters = rest.prefix { $0.isLetter }
        let digits = rest.dropFirst(letters.count)
        guard letters.count == 3, digits.allSatisfy(\.isNumber), digits.count % 2 == 0, digits.count <= 10 else {
            return nil
        }
        let half = digits.count / 2
        let unit = power(5 - half)
        let east = half == 0 ? 0 : (Double(String(digits.prefix(half))) ?? 0) * unit
        let north = half == 0 ? 0 : (Double(String(digits.suffix(half))) ?? 0) * unit
        let names = Array(letters)
        guard !zoneText.isEmpty else { return unpolar(names[0], names[1], names[2], east, north)?.degrees }
        guard let zone = Int(String(zoneText)), (1...60).contains(zone), let band = bands.firstIndex(of: names[0]),
            let column = columns[(zone - 1) % 3].firstIndex(of: names[1]), let row = rows.firstIndex(of: names[2])
        else { return nil }
        let below = Double((row - rowShift(zone, isOld) + 40) % 20) * 100_000 + north
        let isNorth = band >= 10
        // Rows repeat every 2,000 km: the one that lies in the band.
        let south = UniversalGrid(longitude: Double(zone) * 6 - 183, latitude: Double(band) * 8 - 80, zone: zone)
        let least = (isNorth ? south.northing : south.northing) - 100_000
        let northing = below + (((least - below) / 2_000_000).rounded(.up)) * 2_000_000
        return UniversalGrid(
            zone: zone, isNorth: isNorth, easting: Double(column + 1) * 100_000 + east, northing: northing
        ).degrees
    }

    private static func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1.0) { number, _ in number * 10 } }

    static func padded(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
