// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What changed in a layer since a generation, as answers say it.
struct LayerChanges {
    let layer: Layer
    var adds: [Feature] = []
    var updates: [ChangeLog.Entry] = []
    var deletes: [ChangeLog.Entry] = []
    var files: [ChangeLog.Entry] = []

    /// Reads the changes after a generation, without those that a replica sent; `isWanted` says which rows count.
    init(
        of layer: Layer, after first: Int, upTo last: Int, without replica: String? = nil,
        _ isWanted: (Int) -> Bool = { _ in true }
    ) {
        self.layer = layer
        guard let log = layer.changes else { return }
        for entry in ChangeLog.net(log.rows, after: first, upTo: last, without: replica) {
            switch entry.kind {
            case .delete: deletes.append(entry)
            case .add: if isWanted(entry.id), let row = layer.store?.feature(entry.id) { adds.append(row) }
            case .update: if isWanted(entry.id), layer.store?.feature(entry.id) != nil { updates.append(entry) }
            }
        }
        files = ChangeLog.net(log.files, after: first, upTo: last, without: replica)
    }

    var isEmpty: Bool { adds.isEmpty && updates.isEmpty && deletes.isEmpty && files.isEmpty }
    var changed: [Feature] { updates.compactMap { layer.store?.feature($0.id) } }

    /// The ids by which the client knows what is gone: global ids, or object ids where rows have none.
    func ids(_ entries: [ChangeLog.Entry], _ version: Version) -> JSON {
        .array(entries.map { one in one.globalID.map { .string(GlobalID.written($0, version)) } ?? .int(one.id) })
    }

    /// Returns `{"adds":…,"updates":…,"deleteIds":…}` of the rows.
    func features(_ rows: ReplicaRows) -> JSON {
        .object([
            .init("adds", rows.features(adds, layer)), .init("updates", rows.features(changed, layer)),
            .init("deleteIds", ids(deletes, rows.request.version)),
        ])
    }

    /// Returns the same of the files.
    func attachments(_ rows: ReplicaRows, byURL: Bool) -> JSON {
        func written(_ kind: ChangeLog.Kind) -> JSON {
            let ids = files.filter { $0.kind == kind }.map(\.id)
            return .array(ids.compactMap { layer.attachments[$0] }.map { rows.attachment($0, layer, byURL: byURL) })
        }
        return .object([
            .init("adds", written(.add)), .init("updates", written(.update)),
            .init("deleteIds", ids(files.filter { $0.kind == .delete }, rows.request.version)),
        ])
    }
}
