// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Changes of a member: `update`, `disable`, `enable`, `delete`, and the properties (docs/reference/sharing.md#u5 and
/// #u6).
enum UserEdits {
    static func properties(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        own(&deployment, &context) { deployment, _, index, number in
            let name = deployment.portals[index].accounts[number].username
            return .json(
                .object([.init("properties", deployment.portals[index].userProperties[name] ?? .object([]))]))
        }
    }

    static func setProperties(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        posted(&deployment, &context) { deployment, context, index, number in
            let text = context.parameters.given("properties") ?? "{}"
            if let json = try? JSONReader.read(Array(text.utf8)) {
                deployment.portals[index].userProperties[deployment.portals[index].accounts[number].username] = json
            }
            return .json(.object([.init("success", .bool(true))]))
        }
    }

    /// Changes the profile. A new `level` is answered with success and ignored.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        posted(&deployment, &context) { deployment, context, index, number in
            let given = context.parameters
            var account = deployment.portals[index].accounts[number]
            account.fullName = given.given("fullname") ?? account.fullName
            account.email = given.given("email") ?? account.email
            if let text = given["description"] { account.description = text.isEmpty ? nil : text }
            account.access = given.given("access").flatMap { .init(rawValue: $0.lowercased()) } ?? account.access
            deployment.portals[index].accounts[number] = account
            return .json(.object([.init("success", .bool(true)), .init("username", .string(account.username))]))
        }
    }

    /// Returns a handler for administrators that disables or enables a member.
    static func disable(_ isDisabled: Bool) -> Route.Handler {
        { deployment, context in
            administered(&deployment, &context) { deployment, _, index, number in
                deployment.portals[index].accounts[number].isDisabled = isDisabled
                return .json(.object([.init("success", .bool(true))]))
            }
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index, number in
            let name = deployment.portals[index].accounts[number].username
            let items = deployment.content(ofPortal: index, context).count { $0.owner == name }
            let groups = deployment.portals[index].groups.count { $0.owner == name }
            guard items + groups == 0 else {
                let verdict = Verdict(
                    Sharing.Rules.userOwns, facts: [.init("items", "\(items)"), .init("groups", "\(groups)")],
                    wouldPass: "a member who owns nothing")
                return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.userOwns, verdict: verdict, context).outcome
            }
            deployment.portals[index].accounts.remove(number)
            return .json(.object([.init("success", .bool(true)), .init("username", .string(name))]))
        }
    }

    // MARK: the way in

    private typealias Body = (inout Deployment, inout RequestContext, Int, Int) -> Outcome

    private static func own(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ body: Body
    ) -> Outcome {
        CommunityUser.answer(&deployment, &context) { deployment, context, index, caller, number in
            UserContent.refuse(&deployment, &context, index, caller, number)
                ?? body(&deployment, &context, index, number)
        }
    }

    private static func posted(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ body: Body
    ) -> Outcome {
        ItemEdits.posted(&context) { context in own(&deployment, &context, body) }
    }

    private static func administered(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ body: Body
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            CommunityUser.answer(&deployment, &context) { deployment, context, index, caller, number in
                OrganizationEdits.refuse(&deployment, &context, index, caller)
                    ?? body(&deployment, &context, index, number)
            }
        }
    }
}
