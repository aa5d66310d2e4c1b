// SPDX-License-Identifier: Apache-2.0

/// The outcome of the edits of one layer.
struct EditOutcome: Sendable {
    /// The rows before and after a change.
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
    /// The rows that were added, changed and deleted.
    var added: [Feature] = []
    var changed: [Change] = []
    var deleted: [Feature] = []
    /// A Boolean value that indicates whether the edits included attachments.
    var hasAttachments = false

    var failures: [EditFailure] {
        (adds + updates + deletes + attachmentAdds + attachmentUpdates + attachmentDeletes).compactMap(\.failure)
    }
}
