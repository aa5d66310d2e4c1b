/// What came of the edits of one layer.
struct EditOutcome: Sendable {
    var layer: Int
    var adds: [EditResult] = []
    var updates: [EditResult] = []
    var deletes: [EditResult] = []
    var attachmentAdds: [EditResult] = []
    var attachmentUpdates: [EditResult] = []
    var attachmentDeletes: [EditResult] = []
    /// Whether attachments were among the edits.
    var hasAttachments = false

    var failures: [EditFailure] {
        (adds + updates + deletes + attachmentAdds + attachmentUpdates + attachmentDeletes).compactMap(\.failure)
    }
}
