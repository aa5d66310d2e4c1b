// SPDX-License-Identifier: Apache-2.0

import Formats

extension Scenario {
    /// Whose tokens a server takes.
    public struct Federation: Sendable, Hashable {
        /// Its own: it stands alone.
        public static let standalone = Federation(isFederated: false)
        /// Those of the first portal.
        public static let federated = Federation()

        /// Those of the portal of that name.
        public static func with(portal: String) -> Federation {
            var federation = Federation()
            federation.portal = portal
            return federation
        }

        package var isFederated = true
        /// `nil`: the first one.
        package var portal: String?
        package var url: String?
        package var adminURL: String?
        package var owningSystemURL: String?
        package var role: String?
        package var hasStaleKey = false
    }
}

extension Scenario.Federation {
    static let table = KeyTable<Self>(
        "a federation",
        [
            KeyRow("portal", .string, "The portal's name.", \.portal),
            KeyRow("url", .string, "Its URL for users.", \.url),
            KeyRow("adminUrl", .string, "Its internal URL.", \.adminURL),
            KeyRow("owningSystemUrl", .string, "The portal's URL in rest/info.", \.owningSystemURL),
            KeyRow("role", .string, "Its server role.", \.role),
            KeyRow("staleKey", .boolean, "Whether it lost the portal's key.", loaded: \.hasStaleKey),
        ])
}

extension Notation<Scenario.Federation> {
    /// Whether it is, or with which portal, or that and more.
    static var federation: Self {
        Self(
            kind: .either([.boolean, .string, .object(Scenario.Federation.table.keys)]),
            read: { node, loader in
                if let name = node.text { return .with(portal: name) }
                if let truth = node.truth { return truth ? .federated : .standalone }
                var federation = Scenario.Federation()
                Scenario.Federation.table.read(node, into: &federation, &loader)
                return federation
            },
            write: { federation, writer in
                writer.node(federation.portal.map { .string($0) } ?? .bool(federation.isFederated))
            })
    }
}
