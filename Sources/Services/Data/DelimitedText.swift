// SPDX-License-Identifier: Apache-2.0

import Formats

/// Rows of text with delimiters (RFC 4180), the first of which names the columns.
package struct DelimitedText: Sendable {
    /// The names of the columns, as they are written.
    package private(set) var names: [String] = []
    package private(set) var rows: [[String]] = []
    package let delimiter: Character

    /// Reads a text. Without a delimiter it is the most frequent one of the first line.
    package init(_ bytes: [UInt8], delimiter given: Character? = nil) {
        var text = String(decoding: bytes, as: UTF8.self)
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        delimiter = given ?? DelimitedText.delimiter(of: text)
        var (row, field, isQuoted): ([String], String, Bool) = ([], "", false)
        func end(_ row: inout [String], _ field: inout String, _ into: inout [[String]]) {
            row.append(field)
            if row.count > 1 || !field.isEmpty { into.append(row) }
            (row, field) = ([], "")
        }
        var last: Character?
        for character in text {
            if isQuoted {
                if character == "\"" { isQuoted = false } else { field.append(character) }
            } else if character == "\"" {
                // A doubled quotation mark is one.
                if last == "\"", !field.isEmpty || rows.count + row.count > 0 { field.append("\"") }
                isQuoted = true
            } else if character == delimiter {
                row.append(field)
                field = ""
            } else if character.isNewline {
                end(&row, &field, &rows)
            } else {
                field.append(character)
            }
            last = character
        }
        end(&row, &field, &rows)
        if !rows.isEmpty { names = rows.removeFirst() }
    }

    private static func delimiter(of text: String) -> Character {
        let line = text.prefix { !$0.isNewline }
        let counts = [",", ";", "\t", "|"].map { (one: Character) in (one, line.count { $0 == one }) }
        return counts.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? ","
    }

    /// Returns the name that a layer's field has for a column: letters, digits and underscores.
    package static func fieldName(_ column: String) -> String {
        var name = ""
        for scalar in ASCII.trimmed(column).unicodeScalars {
            name.unicodeScalars.append(scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? scalar : "_")
        }
        if name.isEmpty { name = "Field" }
        return name.first?.isNumber ?? false ? "F\(name)" : name
    }

    /// Returns the index of the first column with one of the names, in any case.
    package func column(_ known: [String]) -> Int? {
        for name in known {
            if let index = names.firstIndex(where: { ASCII.equal(ASCII.trimmed($0), name) }) { return index }
        }
        return nil
    }

    /// The columns with coordinates that nobody named: latitude and longitude.
    package var coordinates: (latitude: Int, longitude: Int)? {
        guard let latitude = column(["latitude", "lat", "y", "ycenter", "latitude83", "point-y", "point_y"]),
            let longitude = column([
                "longitude", "long", "lon", "lng", "x", "xcenter", "longitude83", "point-x", "point_x",
            ])
        else { return nil }
        return (latitude, longitude)
    }

    /// Returns whether every value of a column that is not empty is a number.
    package func isNumeric(_ column: Int) -> Bool {
        var isAny = false
        for row in rows where row.indices.contains(column) {
            let value = ASCII.trimmed(row[column])
            if value.isEmpty { continue }
            guard let number = Double(value), number.isFinite else { return false }
            isAny = true
        }
        return isAny
    }
}
