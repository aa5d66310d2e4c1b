// SPDX-License-Identifier: Apache-2.0

import Facts

/// The changes of a layer's rows and attachments by the server's generations, of services that track them. A value beside
/// the edits, which is rolled back and reset with them.
package struct ChangeLog: Sendable, Codable {
    enum Kind: Sendable, Codable {
        case add, update, delete
    }

    /// A change of a row, or of a file of one.
    struct Entry: Sendable, Codable {
        var generation: Int
        /// The object id of the row, or the id of the attachment.
        var id: Int
        var globalID: String?
        var kind: Kind
        /// A row that was deleted, as it was.
        var row: Feature?
        /// The fields whose values changed, by index.
        var fields: Set<Int> = []
        var changedGeometry = false
        /// The replica that sent it.
        var replica: String?
    }

    private(set) var rows: [Entry] = []
    private(set) var files: [Entry] = []

    mutating func note(row entry: Entry) { rows.append(entry) }
    mutating func note(file entry: Entry) { files.append(entry) }

    /// Forgets what was before a generation.
    mutating func forget(before generation: Int) {
        rows.removeAll { $0.generation < generation }
        files.removeAll { $0.generation < generation }
    }

    /// Returns what became of each row or file after a generation and up to another, without what a replica sent: one
    /// that was added and deleted is not there.
    static func net(_ entries: [Entry], after first: Int, upTo last: Int, without replica: String? = nil) -> [Entry] {
        var found: [Int: Entry] = [:]
        var order: [Int] = []
        for entry in entries where entry.generation > first && entry.generation <= last {
            if let replica, entry.replica == replica { continue }
            guard var known = found[entry.id] else {
                found[entry.id] = entry
                order.append(entry.id)
                continue
            }
            known.fields.formUnion(entry.fields)
            known.changedGeometry = known.changedGeometry || entry.changedGeometry
            if entry.kind == .delete {
                // Added in between and gone again.
                if known.kind == .add {
                    found[entry.id] = nil
                    order.removeAll { $0 == entry.id }
                    continue
                }
                (known.kind, known.row) = (.delete, entry.row)
            }
            found[entry.id] = known
        }
        return order.compactMap { found[$0] }
    }
}
