// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A color ramp of a renderer's definition: from one color to another, or several of these (documented: color ramp
/// objects).
struct ColorRamp: Sendable {
    private enum Algorithm: Sendable {
        case hsv, lab, lch
    }

    private struct Part: Sendable {
        var from: Color
        var to: Color
        var algorithm: Algorithm
    }

    private let parts: [Part]

    /// Reads a ramp, or returns `nil` if it is none.
    init?(json: JSON) {
        let ramps = json["type"]?.text == "multipart" ? json["colorRamps"]?.elements ?? [] : [json]
        let parts = ramps.compactMap { ramp -> Part? in
            guard let from = Color(json: ramp["fromColor"]), let to = Color(json: ramp["toColor"]) else { return nil }
            let algorithm: Algorithm =
                switch ramp["algorithm"]?.text {
                case "esriCIELabAlgorithm": .lab
                case "esriLabLChAlgorithm": .lch
                default: .hsv
                }
            return Part(from: from, to: to, algorithm: algorithm)
        }
        guard !parts.isEmpty, parts.count == ramps.count else { return nil }
        self.parts = parts
    }

    /// Returns that many colors: the first and the last one are the ends.
    func colors(_ count: Int) -> [Color] {
        (0..<count).map { number in
            let place = count == 1 ? 0 : Double(number) / Double(count - 1) * Double(parts.count)
            let part = min(parts.count - 1, Int(place))
            return ColorRamp.mixed(parts[part], place - Double(part))
        }
    }

    private static func mixed(_ part: Part, _ share: Double) -> Color {
        func between(_ one: Double, _ other: Double) -> Double { one + (other - one) * share }
        let alpha = UInt8(between(Double(part.from.alpha), Double(part.to.alpha)).rounded())
        switch part.algorithm {
        case .hsv:
            let (one, other) = (hsv(part.from), hsv(part.to))
            // Gray has no hue: it takes that of the other end.
            let (start, end) = (one.1 == 0 ? other.0 : one.0, other.1 == 0 ? one.0 : other.0)
            let turn = (end - start + 540).truncatingRemainder(dividingBy: 360) - 180
            let hue = (start + turn * share + 360).truncatingRemainder(dividingBy: 360)
            return rgb((hue, between(one.1, other.1), between(one.2, other.2)), alpha)
        case .lab:
            let (one, other) = (lab(part.from), lab(part.to))
            return rgb(lab: (between(one.0, other.0), between(one.1, other.1), between(one.2, other.2)), alpha)
        case .lch:
            let (one, other) = (lch(lab(part.from)), lch(lab(part.to)))
            let turn = (other.2 - one.2 + 3 * .pi).truncatingRemainder(dividingBy: 2 * .pi) - .pi
            let (chroma, angle) = (between(one.1, other.1), one.2 + turn * share)
            return rgb(lab: (between(one.0, other.0), chroma * cos(angle), chroma * sin(angle)), alpha)
        }
    }

    private typealias Triple = (Double, Double, Double)

    private static func hsv(_ color: Color) -> Triple {
        let (r, g, b) = (Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
        let (high, low) = (max(r, g, b), min(r, g, b))
        let range = high - low
        guard range > 0 else { return (0, 0, high) }
        let hue = high == r ? (g - b) / range : high == g ? 2 + (b - r) / range : 4 + (r - g) / range
        return ((hue * 60 + 360).truncatingRemainder(dividingBy: 360), range / high, high)
    }

    private static func rgb(_ hsv: Triple, _ alpha: UInt8) -> Color {
        func channel(_ shift: Double) -> UInt8 {
            let k = (shift + hsv.0 / 60).truncatingRemainder(dividingBy: 6)
            return UInt8(((hsv.2 - hsv.2 * hsv.1 * max(0, min(k, 4 - k, 1))) * 255).rounded())
        }
        return Color(red: channel(5), green: channel(3), blue: channel(1), alpha: alpha)
    }

    /// CIE 1976 L*a*b* under D65.
    private static func lab(_ color: Color) -> Triple {
        func linear(_ byte: UInt8) -> Double {
            let value = Double(byte) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        let (r, g, b) = (linear(color.red), linear(color.green), linear(color.blue))
        func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
        let x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
        let y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
        let z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
        return (116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    private static func lch(_ lab: Triple) -> Triple {
        (lab.0, (lab.1 * lab.1 + lab.2 * lab.2).squareRoot(), atan2(lab.2, lab.1))
    }

    private static func rgb(lab: Triple, _ alpha: UInt8) -> Color {
        func inverse(_ t: Double) -> Double { t * t * t > 216.0 / 24389 ? t * t * t : (116 * t - 16) * 27 / 24389 }
        let fy = (lab.0 + 16) / 116
        let (x, y, z) = (
            inverse(fy + lab.1 / 500) * 0.95047, inverse(fy), inverse(fy - lab.2 / 200) * 1.08883
        )
        func byte(_ value: Double) -> UInt8 {
            let shown = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
            return UInt8((max(0, min(1, shown)) * 255).rounded())
        }
        return Color(
            red: byte(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
            green: byte(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            blue: byte(0.0556434 * x - 0.2040259 * y + 1.0572252 * z), alpha: alpha)
    }
}

extension Color {
    var json: JSON { .array([red, green, blue, alpha].map { .int(Int($0)) }) }
}
