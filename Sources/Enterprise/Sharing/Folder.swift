// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// A folder of a member's content, which exists as long as it contains an item.
enum Folder {
    /// Returns an id of 32 hexadecimal digits derived from the names; a folder that was renamed keeps its own.
    static func id(_ portal: PortalState, _ owner: String, _ name: String) -> String {
        portal.content.folderIDs["\(owner)/\(name)"]
            ?? Digest.id("\(portal.name)/\(owner)/\(name)")
    }

    /// Returns whether a word has the form of an id.
    static func isID(_ word: String) -> Bool {
        word.utf8.count == 32 && word.utf8.allSatisfy { ASCII.isDigit($0) || 97...102 ~= $0 || 65...70 ~= $0 }
    }

    /// Returns a folder; the answer of `createFolder` has no date (captured).
    static func json(_ portal: PortalState, _ owner: String, _ name: String, hasDate: Bool = true) -> JSON {
        let date: [JSON.Member] = hasDate ? [.init("created", .time(portal.created))] : []
        return .object(
            [
                .init("username", .string(owner)), .init("id", .string(id(portal, owner, name))),
                .init("title", .string(name)),
            ] + date)
    }
}
