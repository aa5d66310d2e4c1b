// SPDX-License-Identifier: Apache-2.0

import Formats

extension Scenario {
    /// Who may see a service or an item.
    public enum Access: Sendable, Hashable, Codable {
        /// Anybody, without a token.
        case everyone
        /// Members of the portal, or users of the server's own store.
        case organization
        /// Its owner and administrators.
        case owner
        /// Members of these groups, by their ids; of a standalone server, users of these roles.
        case groups([String])
    }
}

extension Notation<Scenario.Access> {
    static var access: Self {
        Self(
            kind: .either([
                .word(["public", "org", "private"]),
                .object(
                    Keys(
                        what: "an access",
                        list: [
                            Keys.Key("groups", .list(.string), "The groups that may see it."),
                            Keys.Key("roles", .list(.string), "The roles of a standalone server that may see it."),
                        ])),
            ]),
            read: { node, _ in
                switch node.text {
                case "public": .everyone
                case "private": .owner
                default: (node["groups"] ?? node["roles"]).map { .groups($0.texts) } ?? .organization
                }
            },
            write: { access, writer in
                switch access {
                case .everyone: writer.node(.string("public"))
                case .organization: writer.node(.string("org"))
                case .owner: writer.node(.string("private"))
                case .groups(let ids): writer.map([("groups", .array(ids.map { writer.node(.string($0)) }))])
                }
            })
    }
}
