// SPDX-License-Identifier: Apache-2.0

/// What a redaction left as it was, for a person to confirm: values, not the names of members and parameters.
package struct KeptWords: Sendable {
    /// Each word or number that was kept, with the number of its places.
    package private(set) var values: [String: Int] = [:]
    /// The number of coordinates that were kept.
    package private(set) var coordinates = 0
    /// The number of different words that got an alias.
    package var aliased = 0

    mutating func keep(_ value: some StringProtocol) { values[String(value), default: 0] += 1 }
    mutating func keepCoordinate() { coordinates += 1 }

    /// What was kept, for reading: words in their order, then numbers, with those of a row as `1–300`.
    package var listed: [String] {
        let numbers = Set(values.keys.compactMap { $0.utf8.count <= 5 ? Int($0) : nil }).sorted()
        var rows: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = rows.last, number == last.upperBound + 1 {
                rows[rows.count - 1] = last.lowerBound...number
            } else {
                rows.append(number...number)
            }
        }
        let words = values.keys.filter { $0.utf8.count > 5 || Int($0) == nil }.sorted()
        return words + rows.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    }
}
