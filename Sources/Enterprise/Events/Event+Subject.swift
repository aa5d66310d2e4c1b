// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

extension Event {
    /// Whom or what an event happens to: says by the names alone whether it can happen.
    struct Subject: Sendable {
        let find: @Sendable (inout KnownNames, Event) throws(Impossible) -> Void

        static let nothing = Self { _, _ throws(Impossible) in }
        static let server = Self { names, event throws(Impossible) in _ = try names.server(event.server) }
        /// A portal where one is named, else a server.
        static let site = Self { names, event throws(Impossible) in try names.site(event) }
        static let service = Self { names, event throws(Impossible) in _ = try names.service(event) }
        static let person = Self { names, event throws(Impossible) in _ = try names.person(event) }
        static let personOrSite = Self { names, event throws(Impossible) in
            if event.user == nil { try names.site(event) } else { _ = try names.person(event) }
        }
        /// A person who is no site administrator.
        static let member = Self { names, event throws(Impossible) in
            guard case .siteAdmin = try names.person(event) else { return }
            throw .init(message: "the primary site administrator cannot be disabled or enabled")
        }
        static let portal = Self { names, event throws(Impossible) in _ = try names.portal(event.portal) }
        static let role = Self { names, event throws(Impossible) in try names.role(event) }
        static let userType = Self { names, event throws(Impossible) in try names.userType(event) }
        static let deletedUser = Self { names, event throws(Impossible) in try names.delete(user: event) }
        static let group = Self { names, event throws(Impossible) in _ = try names.group(event) }
        static let deletedGroup = Self { names, event throws(Impossible) in try names.delete(group: event) }
        static let groupMember = Self { names, event throws(Impossible) in try names.groupMember(event) }
        static let federation = Self { names, event throws(Impossible) in try names.federate(event) }
        static let layer = Self { names, event throws(Impossible) in try names.setSource(event) }
        static let field = Self { names, event throws(Impossible) in try names.changeFields(event) }
    }
}
