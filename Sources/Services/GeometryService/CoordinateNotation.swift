// SPDX-License-Identifier: Apache-2.0

import Formats

/// A notation of coordinates on WGS 84: `conversionType`. Their digits by default are documented (the class
/// ToGeoCoordinateParameter of ArcGIS Pro).
enum CoordinateNotation: String, Sendable, CaseIterable {
    case mgrs = "MGRS"
    case usng = "USNG"
    case utm = "UTM"
    case geoRef = "GeoRef"
    case gars = "GARS"
    case dms = "DMS"
    case ddm = "DDM"
    case dd = "DD"

    init?(_ name: String) {
        guard let notation = CoordinateNotation.allCases.first(where: { ASCII.equal($0.rawValue, name) }) else {
            return nil
        }
        self = notation
    }

    /// How a text is written: what does not concern a notation has no effect (documented).
    struct Style: Sendable {
        var mode = ""
        var digits: Int?
        var isRounded = true
        var hasSpaces = true

        fileprivate var isOld: Bool { mode.contains("old") }
    }

    func text(longitude: Double, latitude: Double, _ style: Style) -> String? {
        guard abs(latitude) <= 90, longitude.isFinite else { return nil }
        let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
        let east = longitude == 180 ? 180 : (turned < 0 ? turned + 360 : turned) - 180
        let digits = style.digits
        switch self {
        case .mgrs, .usng:
            // At 180 degrees it is zone 60, unless the mode says 1; the number of digits is at most five (documented).
            let zone = east == 180 && !style.mode.contains("180inzone01") && abs(latitude) < 80 ? 60 : nil
            // Of more digits five are written, not rounded again (documented: the example that asks for eight).
            return MilitaryGrid.text(
                longitude: east, latitude: latitude, digits: max(0, min(5, digits ?? 5)),
                isRounded: style.isRounded && (digits ?? 5) <= 5, hasSpaces: style.hasSpaces,
                isOld: self == .mgrs && style.isOld, zone: zone)
        case .utm: return CoordinateNotation.utm(east, latitude, style)
        case .geoRef: return CoordinateNotation.geoRef(east, latitude, max(2, min(8, digits ?? 5)), style.isRounded)
        case .gars: return CoordinateNotation.gars(east, latitude)
        case .dms, .ddm, .dd:
            let places = max(0, min(16, digits ?? (self == .dd ? 6 : self == .ddm ? 4 : 2)))
            return angle(latitude, places, 2, "NS") + " " + angle(east, places, 3, "EW")
        }
    }

    /// Returns the position that a text names, `nil` if it names none.
    func read(_ text: String, mode: String) -> (longitude: Double, latitude: Double)? {
        switch self {
        case .mgrs, .usng: MilitaryGrid.read(text, isOld: self == .mgrs && mode.contains("old"))
        case .utm: CoordinateNotation.readUTM(text, isNorthSouth: mode == "utmnorthsouth")
        case .geoRef: CoordinateNotation.readGeoRef(text)
        case .gars: CoordinateNotation.readGARS(text, isCenter: mode == "garscenter")
        case .dms, .ddm, .dd: CoordinateNotation.readAngles(text)
        }
    }

    // MARK: angles

    /// `34 03 22.66N`, `34 03.3777N`, `34.056294N`: longitudes have three digits (a client's code that reads the texts of
    /// a real server: docs/reference/geometry-service.md#coordinate-texts).
    private func angle(_ degrees: Double, _ places: Int, _ width: Int, _ ends: String) -> String {
        let end = String(degrees < 0 ? ends.suffix(1) : ends.prefix(1))
        let steps = self == .dd ? 1.0 : self == .ddm ? 60 : 3600
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        // Rounded as a whole, so that no 60 is written.
        let units = (abs(degrees) * steps * scale).rounded()
        let whole = (units / scale).rounded(.down)
        let fraction = Int(within: units - whole * scale)
        let tail = places == 0 ? "" : "." + MilitaryGrid.padded(fraction, places)
        let number = Int(within: whole)
        switch self {
        case .dd: return MilitaryGrid.padded(number, width) + tail + end
        case .ddm:
            return MilitaryGrid.padded(number / 60, width) + " " + MilitaryGrid.padded(number % 60, 2) + tail + end
        default:
            let minutes = MilitaryGrid.padded(number / 60 % 60, 2)
            return MilitaryGrid.padded(number / 3600, width) + " \(minutes) "
                + MilitaryGrid.padded(number % 60, 2) + tail + end
        }
    }

    /// Reads both angles, the latitude first: with a letter or a sign each, their parts apart by what is no digit.
    private static func readAngles(_ text: String) -> (longitude: Double, latitude: Double)? {
        let parts = halves(text.uppercased())
        guard text.uppercased().allSatisfy({ !$0.isLetter || "NSEW".contains($0) }) else { return nil }
        guard parts.count == 2, let one = angle(parts[0]), let other = angle(parts[1]) else { return nil }
        let isTurned = "EW".contains { parts[0].contains($0) } && "NS".contains { parts[1].contains($0) }
        let (latitude, longitude) = isTurned ? (other, one) : (one, other)
        guard abs(latitude) <= 90, abs(longitude) <= 360 else { return nil }
        return (longitude, latitude)
    }

    /// Returns the texts of both angles: apart at the letter of the first one, at a comma, or in the middle.
    private static func halves(_ text: String) -> [String] {
        let marks = Array(text)
        let letters = marks.indices.filter { "NSEW".contains(marks[$0]) }
        if letters.count == 2 {
            let isBefore = marks.prefix(letters[0]).allSatisfy { !$0.isNumber }
            let cut = isBefore ? letters[1] : letters[0] + 1
            return [String(marks[..<cut]), String(marks[cut...])]
        }
        let parts = text.split(separator: ",").map(String.init)
        if parts.count == 2 { return parts }
        let words = text.split(separator: " ").map(String.init)
        guard words.count % 2 == 0 else { return [] }
        return [words.prefix(words.count / 2), words.suffix(words.count / 2)].map { $0.joined(separator: " ") }
    }

    private static func angle(_ text: String) -> Double? {
        let numbers = text.split { !$0.isNumber && $0 != "." && $0 != "-" && $0 != "+" }.compactMap { Double($0) }
        guard (1...3).contains(numbers.count), numbers.dropFirst().allSatisfy({ $0 >= 0 && $0 < 60 }) else {
            return nil
        }
        let size = zip(numbers, [1.0, 60, 3600]).reduce(0) { $0 + abs($1.0) / $1.1 }
        let isNegative = numbers[0] < 0 || text.contains("-") || text.contains("S") || text.contains("W")
        return isNegative ? -size : size
    }

    // MARK: UTM

    /// `11S 500000 3762155` with the letter of the band, `11N 500000 3762155` with that of the hemisphere.
    private static func utm(_ longitude: Double, _ latitude: Double, _ style: Style) -> String? {
        let zone = longitude == 180 ? 60 : nil
        let place = UniversalGrid(longitude: longitude, latitude: latitude, zone: abs(latitude) <= 80 ? zone : nil)
        guard place.zone > 0, let band = MilitaryGrid.band(latitude) else { return nil }
        let letter = style.mode == "utmnorthsouth" ? (place.isNorth ? "N" : "S") : String(band)
        return [
            MilitaryGrid.padded(place.zone, 2) + letter, MilitaryGrid.padded(Int(within: place.easting.rounded()), 6),
            MilitaryGrid.padded(Int(within: place.northing.rounded()), 7),
        ].joined(separator: style.hasSpaces ? " " : "")
    }

    private static func readUTM(_ text: String, isNorthSouth: Bool) -> (longitude: Double, latitude: Double)? {
        let marks = Array(text.uppercased().filter { !$0.isWhitespace })
        let zoneText = marks.prefix { $0.isNumber }
        guard let zone = Int(String(zoneText)), (1...60).contains(zone),
            let letter = marks.dropFirst(zoneText.count).first,
            letter.isLetter
        else { return nil }
        let words = text.split { $0.isWhitespace }.dropFirst().map(String.init)
        let digits = String(marks.dropFirst(zoneText.count + 1))
        let (east, north) =
            words.count == 2 ? (words[0], words[1]) : (String(digits.prefix(6)), String(digits.dropFirst(6)))
        guard let easting = Double(east), let northing = Double(north) else { return nil }
        // S is the band from 32 to 40 degrees north, unless the mode says that it is the southern hemisphere.
        let isNorth = isNorthSouth ? letter == "N" : letter >= "N"
        return UniversalGrid(zone: zone, isNorth: isNorth, easting: easting, northing: northing).degrees
    }

    // MARK: GEOREF

    private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")

    /// Squares of 15 degrees, of one degree, and minutes with decimals.
    private static func geoRef(_ longitude: Double, _ latitude: Double, _ digits: Int, _ isRounded: Bool) -> String {
        var scale = 60.0
        for _ in 2..<max(2, digits) { scale *= 10 }
        func units(_ degrees: Double) -> Int {
            max(0, Int(within: isRounded ? (degrees * scale).rounded() : (degrees * scale + 1e-6).rounded(.down)))
        }
        let most = Int(scale)
        let (x, y) = (min(units(longitude + 180), 360 * most - 1), min(units(latitude + 90), 180 * most - 1))
        let (east, north) = (x / most, y / most)
        let letters = [east / 15, north / 15, east % 15, north % 15].map { alphabet[$0] }
        return String(letters) + MilitaryGrid.padded(x % most, digits) + MilitaryGrid.padded(y % most, digits)
    }

    private static func readGeoRef(_ text: String) -> (longitude: Double, latitude: Double)? {
        let marks = Array(text.uppercased().filter { !$0.isWhitespace })
        let letters = marks.prefix(4).compactMap { alphabet.firstIndex(of: $0) }
        let digits = marks.dropFirst(4)
        guard letters.count == 4, digits.allSatisfy(\.isNumber), digits.count % 2 == 0, digits.count <= 16,
            letters[0] < 24, letters[1] < 12, letters[2] < 15, letters[3] < 15
        else { return nil }
        func minutes(_ text: ArraySlice<Character>) -> Double {
            guard !text.isEmpty, let number = Double(String(text)) else { return 0 }
            return (2..<max(2, text.count)).reduce(number) { number, _ in number / 10 }
        }
        let half = digits.count / 2
        return (
            Double(letters[0] * 15 + letters[2]) - 180 + minutes(digits.prefix(half)) / 60,
            Double(letters[1] * 15 + letters[3]) - 90 + minutes(digits.suffix(half)) / 60
        )
    }

    // MARK: GARS

    /// Cells of 30 minutes, their quarters, and the keys of five minutes in these.
    private static func gars(_ longitude: Double, _ latitude: Double) -> String {
        let x = max(0, min(4319, Int(within: (longitude + 180) * 12 + 1e-9)))
        let y = max(0, min(2159, Int(within: (latitude + 90) * 12 + 1e-9)))
        let quarter = (y / 3 % 2 == 1 ? 1 : 3) + x / 3 % 2
        let key = (2 - y % 3) * 3 + x % 3 + 1
        return MilitaryGrid.padded(x / 6 + 1, 3) + String([alphabet[y / 6 / 24], alphabet[y / 6 % 24]])
            + "\(quarter)\(key)"
    }

    private static func readGARS(_ text: String, isCenter: Bool) -> (longitude: Double, latitude: Double)? {
        let marks = Array(text.uppercased().filter { !$0.isWhitespace })
        guard (5...7).contains(marks.count), let column = Int(String(marks.prefix(3))), (1...720).contains(column),
            let high = alphabet.firstIndex(of: marks[3]), let low = alphabet.firstIndex(of: marks[4]),
            high * 24 + low < 360
        else { return nil }
        var (x, y, size) = (Double(column - 1) * 0.5 - 180, Double(high * 24 + low) * 0.5 - 90, 0.5)
        if marks.count > 5 {
            guard let quarter = marks[5].wholeNumberValue, (1...4).contains(quarter) else { return nil }
            size = 0.25
            (x, y) = (x + (quarter % 2 == 0 ? size : 0), y + (quarter < 3 ? size : 0))
        }
        if marks.count > 6 {
            guard let key = marks[6].wholeNumberValue, (1...9).contains(key) else { return nil }
            size = 1.0 / 12
            (x, y) = (x + Double((key - 1) % 3) * size, y + Double(2 - (key - 1) / 3) * size)
        }
        return isCenter ? (x + size / 2, y + size / 2) : (x, y)
    }
}
