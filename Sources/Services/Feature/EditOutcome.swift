// SPDX-License-Identifier: Apache-2.0

/// What came of the edits of one layer.
struct EditOutcome: Sendable {
    /// Rows as they were before and are now.
    struct Change: Sendable {
        var original: Feature
        var current: Feature
    }

    var layer: Int
    var adds: [EditResult] = []
    var updates: [EditResult] = []
    var deletes: [EditResult] = []
    var attachmentAdds: [EditResult] = []
    var attachmentUpdates: [EditResult] = []
    var attachmentDeletes: [EditResult] = []
    /// The rows themselves that were added, changed and deleted.
    var added: [Feature] = []
    var changed: [Change] = []
    var deleted: [Feature] = []
    /// Whether attachments were among the edits.
    var hasAttachments = false

    var failures: [EditFailure] {
        (adds + updates + deletes + attachmentAdds + attachmentUpdates + attachmentDeletes).compactMap(\.failure)
    }
}
