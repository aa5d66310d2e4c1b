// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What answers to edits say of them.
extension ServiceRequest {
    /// The time of the edits, if it was requested.
    var editMoment: [JSON.Member] {
        guard version.hasEditMoment, isTrue("returneditmoment") else { return [] }
        return [.init("editMoment", .number(String(now.milliseconds)))]
    }

    /// Returns three arrays whatever was requested (documented), and those of attachments if there were any.
    mutating func members(_ outcome: EditOutcome) -> [JSON.Member] {
        var members = [
            member("addResults", outcome.adds), member("updateResults", outcome.updates),
            member("deleteResults", outcome.deletes),
        ]
        if outcome.hasAttachments {
            members.append(
                .init(
                    "attachments",
                    .object([
                        member("addResults", outcome.attachmentAdds),
                        member("updateResults", outcome.attachmentUpdates),
                        member("deleteResults", outcome.attachmentDeletes),
                    ])))
        }
        return members
    }

    mutating func member(_ name: String, _ results: [EditResult]) -> JSON.Member {
        let (numbers, extended) = (choice(.editErrorNumbers), choice(.editExtendedCode))
        return .init(name, .array(results.map { $0.json(version, numbers: numbers, extended: extended) }))
    }
}
