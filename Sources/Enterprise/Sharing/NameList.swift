// SPDX-License-Identifier: Apache-2.0

import Formats

/// A list of names in a parameter: separated by commas (documented), or a JSON array, as clients write lists too.
enum NameList {
    static func read(_ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        if text.hasPrefix("["), let json = try? JSONReader.read(Array(text.utf8)), let list = json.elements {
            return list.compactMap(\.text)
        }
        return ItemEdits.list(text)
    }
}
