// SPDX-License-Identifier: Apache-2.0

/// JUnit XML, as servers that build and test read it.
enum JUnit {
    /// Returns the text with question marks in place of characters that XML 1.0 cannot represent.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\n": out += "&#10;"
            default: out.unicodeScalars.append(scalar.value < 32 || scalar.value > 0xFFFD ? "?" : scalar)
            }
        }
        return out
    }
}
