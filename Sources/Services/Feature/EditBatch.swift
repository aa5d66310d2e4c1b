// SPDX-License-Identifier: Apache-2.0

import Formats

/// The requested edits of one layer.
struct EditBatch: Sendable {
    /// The identifier of a row in a deletion.
    enum Key: Sendable, Hashable {
        case objectID(Int)
        case globalID(String)
        /// Text that is neither a number nor a GUID.
        case unreadable(String)
    }

    /// The layer's id.
    var layer: Int
    var adds: [JSON] = []
    var updates: [JSON] = []
    var deletes: [Key] = []
    /// The `attachments` of applyEdits: adds, updates, deletes.
    var attachments: JSON?
    var usesGlobalIDs = false

    /// Reads a JSON array or a list separated by commas.
    static func keys(_ text: String, globalIDs: Bool) -> [Key] {
        let parts: [String]
        if let list = (try? JSONReader.read(Array(text.utf8)))?.elements {
            parts = list.map {
                $0.text ?? $0.integer.map(String.init) ?? String(decoding: JSONWriter.json($0), as: UTF8.self)
            }
        } else {
            parts = text.split(separator: ",").map { ASCII.trimmed($0) }
        }
        return parts.map { part in
            if globalIDs { return GlobalID.normal(part).map(Key.globalID) ?? .unreadable(part) }
            return Int(part).map(Key.objectID) ?? .unreadable(part)
        }
    }
}
