// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The mode in which a site may not be edited, as `mode` of its administrator directory shows it.
enum ReadOnlyMode {
    /// What people are told unless an administrator wrote something.
    static let words =
        "ArcGIS Enterprise is currently in read-only mode. Contact your administrator for further assistance."

    /// Returns whether the documents of a portal say so. Most portals have none.
    static func isOn(_ documents: [String: JSON]) -> Bool {
        !documents.isEmpty && documents["mode"]?["isReadOnly"]?.truth == true
    }

    /// Returns what a server's `mode` shows.
    static func server(_ version: Version, isReadOnly: Bool) -> JSON {
        var members: [JSON.Member] = [
            .init("siteMode", .string(isReadOnly ? "READ_ONLY" : "EDITABLE")), .init("copyConfigLocal", .bool(false)),
            .init("lastModified", .int(1_451_606_400_000)),
        ]
        if version >= .v10_6 { members.append(.init("allowEditingViaServices", .bool(true))) }
        return .object(members)
    }
}

extension PortalState {
    /// A Boolean value that indicates whether nothing may be changed.
    var isReadOnly: Bool { ReadOnlyMode.isOn(documents) }

    mutating func setReadOnly(_ isReadOnly: Bool, message: String = ReadOnlyMode.words) {
        documents["mode"] =
            isReadOnly ? .object([.init("isReadOnly", .bool(true)), .init("message", .string(message))]) : nil
    }
}

extension ServerSetup {
    /// A Boolean value that indicates whether the site is in read-only mode.
    var isReadOnly: Bool { setting("mode", "siteMode")?.text == "READ_ONLY" }

    mutating func setReadOnly(_ isReadOnly: Bool, _ version: Version) {
        settings["mode"] = (settings["mode"] ?? ReadOnlyMode.server(version, isReadOnly: isReadOnly)).merging([
            .init("siteMode", .string(isReadOnly ? "READ_ONLY" : "EDITABLE"))
        ])
    }
}
