// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The server's generations: every request that changes rows begins a new one, and each layer's log says what it changed.
extension ServiceModel {
    /// Returns whether changes are tracked: what a service without these capabilities does not pay for.
    func tracksChanges(_ version: Version) -> Bool {
        let list = capabilities(.featureServer, nil, version)
        return Capability.sync.isIn(list) || Capability.changeTracking.isIn(list)
    }

    /// Notes the outcome of edits, of layers as they were before.
    mutating func track(_ outcomes: [EditOutcome], _ before: [Layer], by replica: String?, _ now: Instant) {
        let changed = outcomes.contains {
            !$0.added.isEmpty || !$0.changed.isEmpty || !$0.deleted.isEmpty || $0.hasAttachments
        }
        guard changed else { return }
        generation += 1
        lastChange = now
        for outcome in outcomes {
            guard let index = layers.firstIndex(where: { $0.id == outcome.layer }) else { continue }
            note(outcome, &layers[index], by: replica)
            if let old = before.first(where: { $0.id == outcome.layer }) {
                noteFiles(of: &layers[index], old.attachments, by: replica)
            }
        }
    }

    /// Notes changes of a layer's attachments alone.
    mutating func trackFiles(ofLayer index: Int, _ before: Attachments, _ now: Instant) {
        generation += 1
        lastChange = now
        noteFiles(of: &layers[index], before, by: nil)
    }

    private func note(_ outcome: EditOutcome, _ layer: inout Layer, by replica: String?) {
        let global = layer.data?.fields.firstIndex { $0.type == .globalID }
        func entry(_ row: Feature, _ kind: ChangeLog.Kind) -> ChangeLog.Entry {
            ChangeLog.Entry(
                generation: generation, id: row.objectID, globalID: global.flatMap { row.values[$0].text }, kind: kind,
                replica: replica)
        }
        var log = layer.changes ?? ChangeLog()
        for row in outcome.added { log.note(row: entry(row, .add)) }
        for change in outcome.changed {
            var one = entry(change.current, .update)
            one.fields = Set(
                change.current.values.indices.filter {
                    !change.original.values.indices.contains($0)
                        || change.current.values[$0] != change.original.values[$0]
                })
            one.changedGeometry = change.current.geometry != change.original.geometry
            log.note(row: one)
        }
        for row in outcome.deleted {
            var one = entry(row, .delete)
            one.row = row
            log.note(row: one)
        }
        layer.changes = log
    }

    /// Compares a layer's attachments with those before.
    private func noteFiles(of layer: inout Layer, _ before: Attachments, by replica: String?) {
        let old = Dictionary(before.list.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var log = layer.changes ?? ChangeLog()
        func note(_ one: Attachments.Attachment, _ kind: ChangeLog.Kind) {
            log.note(
                file: .init(generation: generation, id: one.id, globalID: one.globalID, kind: kind, replica: replica))
        }
        for one in layer.attachments.list {
            guard let known = old[one.id] else {
                note(one, .add)
                continue
            }
            if known.bytes != one.bytes || known.name != one.name { note(one, .update) }
        }
        let left = Set(layer.attachments.list.map(\.id))
        for one in before.list where !left.contains(one.id) { note(one, .delete) }
        layer.changes = log
    }
}
