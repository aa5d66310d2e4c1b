// SPDX-License-Identifier: Apache-2.0

import Formats

/// A color as Esri writes it: red, green, blue and alpha from 0 to 255.
struct Color: Sendable, Hashable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8
    var alpha: UInt8 = 255

    static let white = Color(red: 255, green: 255, blue: 255)
    static let clear = Color(red: 255, green: 255, blue: 255, alpha: 0)
}

extension JSON {
    /// The number if it is finite: scenarios may contain `NaN` and `Infinity`.
    var finite: Double? { double.flatMap { $0.isFinite ? $0 : nil } }
}

extension Color {
    /// Reads `[r,g,b]` or `[r,g,b,a]`; `nil` is no color, which is not drawn.
    init?(json: JSON?) {
        guard let parts = json?.elements, parts.count >= 3 else { return nil }
        let bytes = parts.map { UInt8(max(0, min(255, $0.finite ?? 0)).rounded()) }
        self.init(red: bytes[0], green: bytes[1], blue: bytes[2], alpha: bytes.count > 3 ? bytes[3] : 255)
    }

    /// Reads `255,255,255` as map services do, or `0xFFFFFF` as WMS does.
    init?(text: String) {
        if text.lowercased().hasPrefix("0x"), let number = UInt32(text.dropFirst(2), radix: 16), text.utf8.count == 8 {
            self.init(
                red: UInt8(number >> 16), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
            return
        }
        let parts = text.split(separator: ",").map { UInt8(ASCII.trimmed($0)) }
        guard parts.count == 3 || parts.count == 4, let red = parts[0], let green = parts[1], let blue = parts[2] else {
            return nil
        }
        self.init(red: red, green: green, blue: blue)
    }
}
