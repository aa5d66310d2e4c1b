// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Which requests change something of a portal, and what they change: the rows that its history and its webhooks read
/// (enterprise.arcgis.com/en/portal/11.3/administer/windows/webhook-triggers.htm).
enum PortalActivity {
    private struct Row: Sendable {
        var source: PortalChange.Source
        var operation: String
        /// Returns the ids of what was changed.
        var ids: @Sendable (RequestContext, JSON) -> [String]
    }

    private static let named: @Sendable (RequestContext, JSON) -> [String] = { context, _ in
        [context.names["id"] ?? context.names["username"] ?? context.names["role"] ?? ""]
    }
    private static let results: @Sendable (RequestContext, JSON) -> [String] = { _, json in
        (json["results"]?.elements ?? []).filter { $0["success"]?.truth == true }
            .compactMap { ($0["itemId"] ?? $0["username"])?.text }
    }

    private static func told(_ names: String...) -> @Sendable (RequestContext, JSON) -> [String] {
        { _, json in names.compactMap { json[$0]?.text } }
    }

    private static func sent(_ name: String) -> @Sendable (RequestContext, JSON) -> [String] {
        { context, _ in ItemEdits.list(context.parameters.given(name)) }
    }

    /// Returns whether a path is that of tokens, which portals are asked for most: they are no row of the table.
    private static func isSignIn(_ path: String) -> Bool {
        path == "sharing/rest/generateToken" || path == "sharing/generateToken"
    }

    /// The rows by the paths of their routes.
    private static let table: [String: Row] = rows.reduce(into: [:]) { table, row in
        for root in ["sharing/rest/", "sharing/"] {
            table[root + row.key] = row.value
            let own = "content/users/{username}/"
            guard row.key.hasPrefix(own) else { continue }
            table["\(root)\(own){folder}/\(row.key.dropFirst(own.count))"] = row.value
        }
    }

    /// The rows by the paths below `sharing/rest`, without the folder.
    private static let rows: [String: Row] = {
        var table: [String: Row] = [:]
        let own = "content/users/{username}"
        for (name, operation) in [
            ("update", "update"), ("delete", "delete"), ("move", "move"), ("reassign", "reassign"), ("share", "share"),
            ("unshare", "unshare"), ("protect", "protect"), ("unprotect", "unprotect"), ("restore", "add"),
        ] { table["\(own)/items/{id}/\(name)"] = Row(source: .item, operation: operation, ids: named) }
        for (name, operation) in [
            ("deleteItems", "delete"), ("moveItems", "move"), ("shareItems", "share"), ("unshareItems", "unshare"),
            ("reassignItems", "reassign"),
        ] { table["\(own)/\(name)"] = Row(source: .item, operation: operation, ids: results) }
        for (name, operation) in [
            ("share", "share"), ("unshare", "unshare"), ("addComment", "addComment"),
            ("comments/{comment}/update", "updateComment"), ("comments/{comment}/delete", "deleteComment"),
        ] { table["content/items/{id}/\(name)"] = Row(source: .item, operation: operation, ids: named) }
        table["\(own)/addItem"] = Row(source: .item, operation: "add", ids: told("id"))
        table["\(own)/items/{id}/copy"] = Row(source: .item, operation: "add", ids: told("itemId"))
        table["\(own)/createService"] = Row(source: .item, operation: "publish", ids: told("itemId"))
        table["\(own)/publish"] = Row(source: .item, operation: "publish") { _, json in
            (json["services"]?.elements ?? []).compactMap { $0["serviceItemId"]?.text }
        }
        table["community/createGroup"] = Row(source: .group, operation: "add") { _, json in
            [json["group"]?["id"]?.text ?? ""]
        }
        for (name, operation) in [
            ("update", "update"), ("delete", "delete"), ("protect", "protect"), ("unprotect", "unprotect"),
            ("invite", "invite"), ("addUsers", "addUsers"), ("removeUsers", "removeUsers"), ("join", "addUsers"),
            ("leave", "removeUsers"), ("updateUsers", "updateUsers"), ("reassign", "reassign"),
        ] { table["community/groups/{id}/\(name)"] = Row(source: .group, operation: operation, ids: named) }
        for name in ["update", "delete", "disable", "enable"] {
            table["community/users/{username}/\(name)"] = Row(source: .user, operation: name, ids: named)
        }
        table["portals/{id}/updateUserRole"] = Row(source: .user, operation: "updateUserRole", ids: sent("user"))
        table["portals/{id}/updateUserLicenseType"] = Row(
            source: .user, operation: "updateUserLicenseType", ids: sent("users"))
        table["portals/{id}/createRole"] = Row(source: .role, operation: "add", ids: told("id"))
        for name in ["update", "delete", "setPrivileges"] {
            table["portals/{id}/roles/{role}/\(name)"] = Row(
                source: .role, operation: name == "delete" ? "delete" : "update"
            ) { context, _ in [context.names["role"] ?? ""] }
        }
        return table
    }()

    /// Returns what a request that was answered with a token is in the history of a portal.
    static func signIn(_ context: RequestContext, _ outcome: Outcome) -> PortalChange? {
        guard !context.isGet, outcome.verdict.isEmpty, isSignIn(context.route.path), let user = context.caller,
            !user.isEmpty
        else { return nil }
        return PortalChange(
            time: context.now, username: user, operation: "signin", source: .user, name: user,
            address: context.call.connection.peerAddress)
    }

    /// Returns what another request that was answered with success has changed.
    static func changes(_ context: RequestContext, _ outcome: Outcome) -> [PortalChange] {
        guard !context.isGet, outcome.verdict.isEmpty, !isSignIn(context.route.path),
            let row = table[context.route.path], case .json(let json) = outcome.body, json["error"] == nil,
            json["success"]?.truth != false
        else { return [] }
        let user = context.caller ?? ""
        var changes: [PortalChange] = []
        for name in row.ids(context, json) where !name.isEmpty {
            changes.append(
                PortalChange(
                    time: context.now, username: user, operation: row.operation, source: row.source, name: name,
                    properties: properties(row.operation, context), address: context.call.connection.peerAddress))
        }
        return changes
    }

    /// Returns the id of what was changed; members have one beside their name.
    static func id(of change: PortalChange) -> String {
        change.source == .user ? UserDescription.id(change.name) : change.name
    }

    /// What a share names: `[Organization]` (documented), the groups.
    private static func properties(_ operation: String, _ context: RequestContext) -> [JSON.Member] {
        let given = context.parameters
        switch operation {
        case "share", "unshare":
            let words =
                (ASCII.equal(given["everyone"] ?? "", "true") ? ["Everyone"] : [])
                + (ASCII.equal(given["org"] ?? "", "true") ? ["Organization"] : [])
                + ItemEdits.list(given.given("groups"))
            let name = operation == "share" ? "sharedToGroups" : "unsharedFromGroups"
            return [.init(name, .string("[\(words.joined(separator: ","))]"))]
        case "addUsers", "removeUsers", "invite":
            return given.given("users").map { [.init("users", .string("[\($0)]"))] } ?? []
        default: return []
        }
    }
}
