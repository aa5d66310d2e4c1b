// SPDX-License-Identifier: Apache-2.0

import Formats

/// A name with its password, as a request sends it.
struct Credential: Hashable, Sendable {
    var name: String
    var password: String

    /// What a request says of who asks.
    enum Found {
        case none
        case one(Credential)
        /// Something that may be a secret and cannot be read.
        case unreadable
    }

    /// Returns the name and the password in a request: in its query, its form, or its `Authorization`.
    static func find(in request: StepRequest) -> Found {
        if request.raw != nil { return .unreadable }
        var pairs = Form.parse(String(request.url.target.drop { $0 != "?" }.dropFirst()))
        let isForm = request.contentType?.hasPrefix("application/x-www-form-urlencoded") == true
        if isForm {
            pairs += Form.parse(request.body)
        } else if !request.body.isEmpty {
            let text = String(decoding: request.body, as: UTF8.self).lowercased()
            if text.contains("password") || text.contains("secret") { return .unreadable }
        }
        for header in request.headers where ASCII.equal(header.name, "authorization") {
            let parts = header.value.split(separator: " ", maxSplits: 1).map(String.init)
            switch parts.first?.lowercased() {
            case "basic":
                let text = Base64.decode(parts.count == 2 ? parts[1] : "").map { String(decoding: $0, as: UTF8.self) }
                let sides = (text ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                guard sides.count == 2 else { return .unreadable }
                return .one(Credential(name: String(sides[0]), password: String(sides[1])))
            case "bearer": break
            default: return .unreadable
            }
        }
        func value(_ names: [String]) -> String? {
            pairs.first { pair in names.contains { ASCII.equal($0, pair.name) } }?.value
        }
        let secrets = pairs.filter { pair in
            ["password", "secret"].contains { pair.name.lowercased().hasSuffix($0) } && !pair.value.isEmpty
        }
        guard let secret = secrets.first else { return .none }
        guard secrets.count == 1, let name = value(["username", "user", "user_name", "client_id"]) else {
            return .unreadable
        }
        return .one(Credential(name: name, password: secret.value))
    }

    /// The names with passwords that a ready file lists: of users, of apps, and of site administrators.
    static func listed(in ready: JSON?) -> Set<Credential> {
        let admins = (ready?["siteAdmins"]?.members ?? []).map(\.value)
        let users = (ready?["users"]?.elements ?? []) + admins
        let known = users.compactMap { user in
            user["username"]?.text.flatMap { name in
                user["password"]?.text.map { Credential(name: name, password: $0) }
            }
        }
        let apps = (ready?["apps"]?.elements ?? []).compactMap { app in
            app["clientId"]?.text.flatMap { id in
                app["clientSecret"]?.text.map { Credential(name: id, password: $0) }
            }
        }
        return Set(known + apps)
    }
}
