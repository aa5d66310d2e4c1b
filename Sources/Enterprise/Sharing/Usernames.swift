// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `community/checkUsernames`: which names are free, and others in place of those that are not. And how many members
/// have each role or user type.
enum Usernames {
    static func check(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, _ in
            let names = NameList.read(context.parameters.given("usernames"))
            guard !names.isEmpty else { return SharingDoor.notGiven("usernames", context) }
            let accounts = deployment.portals[index].accounts
            return .json(
                .object([
                    .init(
                        "usernames",
                        .array(
                            names.map { name in
                                .object([
                                    .init("requested", .string(name)),
                                    .init("suggested", .string(free(name, accounts))),
                                ])
                            }))
                ]))
        }
    }

    private static func free(_ name: String, _ accounts: Accounts) -> String {
        if accounts.number(namedLike: name) == nil { return name }
        // There are fewer members than numbers.
        return (1...accounts.list.count + 1).lazy.map { "\(name)\($0)" }
            .first { accounts.number(namedLike: $0) == nil } ?? name
    }

    /// `portals/{id}/users/counts`: by `type`, which is `role` or `userLicenseType`; apps and bundles are none.
    static func counts(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: "portal:admin:viewUsers") { deployment, context, index in
            var counts: [String: Int] = [:]
            for account in deployment.portals[index].accounts.list where !account.isGone {
                switch context.parameters.given("type") {
                case "role": counts[account.role, default: 0] += 1
                case "userLicenseType": counts[account.licenseType, default: 0] += 1
                default: break
                }
            }
            let sorted = counts.sorted { $0.key < $1.key }
            let page = ResultPage(context.parameters, total: sorted.count)
            let results = sorted[page.range].map {
                JSON.object([.init("key", .string($0.key)), .init("count", .int($0.value))])
            }
            return .json(.object(page.members + [.init("results", .array(Array(results)))]))
        }
    }
}
