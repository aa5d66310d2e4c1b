// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Changes of a member: `update`, `disable`, `enable`, `delete`, and the properties (docs/reference/sharing.md#u5 and
/// #u6).
enum UserEdits {
    static func properties(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.member(&deployment, &context, needs: "portal:admin:viewUsers", isOwn: true) {
            deployment, _, index, number in
            let name = deployment.portals[index].accounts[number].username
            return .json(
                .object([.init("properties", deployment.portals[index].userProperties[name] ?? .object([]))]))
        }
    }

    static func setProperties(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.postedMember(&deployment, &context, needs: "portal:admin:updateUsers", isOwn: true) {
            deployment, context, index, number in
            let text = context.parameters.given("properties") ?? "{}"
            if let json = try? JSONReader.read(Array(text.utf8)) {
                deployment.portals[index].userProperties[deployment.portals[index].accounts[number].username] = json
            }
            return SharingDoor.done()
        }
    }

    /// The keys of the profile that are kept as they are given, by their parameters.
    private static let texts = [
        "preferredview": "preferredView", "culture": "culture", "cultureformat": "cultureFormat",
        "region": "region", "units": "units", "usertype": "userType", "firstname": "firstName",
        "lastname": "lastName",
    ]

    /// Changes the profile. A new `level` is answered with success and ignored.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.postedMember(&deployment, &context, needs: "portal:admin:updateUsers", isOwn: true) {
            deployment, context, index, number in
            let given = context.parameters
            let isAdministrator =
                context.caller.flatMap { deployment.portals[index].accounts.number(named: $0) }
                .map { deployment.portals[index].may($0, "portal:admin:updateUsers") } ?? false
            guard deployment.portals[index].allowsProfiles || isAdministrator else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.profilesLocked, Sharing.Rules.profilesLocked,
                    [("updateUserProfileDisabled", "true")], "an administrator's token", context)
            }
            var account = deployment.portals[index].accounts[number]
            account.fullName = given.given("fullname") ?? account.fullName
            account.email = given.given("email") ?? account.email
            if let text = given["description"] { account.description = text.isEmpty ? nil : text }
            account.access = given.given("access").flatMap { .init(rawValue: $0.lowercased()) } ?? account.access
            if let tags = given["tags"] { account.tags = ItemEdits.list(tags) }
            for (parameter, key) in texts {
                if let text = given[parameter] { account.profile[key] = text.isEmpty ? nil : text }
            }
            if given["firstname"] != nil || given["lastname"] != nil, given.given("fullname") == nil {
                let names = [account.profile["firstName"], account.profile["lastName"]].compactMap(\.self)
                account.fullName = names.joined(separator: " ")
            }
            if let name = given.given("idpusername") { account.nameID = name }
            if let password = given.given("password"), password != account.password {
                if let refused = MemberPasswords.refuse(password, of: account, deployment.portals[index], context) {
                    return refused
                }
                account.setPassword(password, at: context.now)
            }
            if let file = given.files.first(where: { $0.name == "thumbnail" }) {
                account.profile["thumbnail"] = Thumbnails.keep(
                    file, "users/\(account.username)", &deployment.portals[index], at: context.now)
            }
            account.modified = context.now
            deployment.portals[index].accounts[number] = account
            return SharingDoor.done([.init("username", .string(account.username))])
        }
    }

    /// Returns a handler that disables or enables a member.
    static func disable(_ isDisabled: Bool) -> Route.Handler {
        { deployment, context in
            PrivilegeDoor.postedMember(&deployment, &context, needs: "portal:admin:disableUsers") {
                deployment, _, index, number in
                deployment.portals[index].accounts[number].isDisabled = isDisabled
                return SharingDoor.done()
            }
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.postedMember(&deployment, &context, needs: "portal:admin:deleteUsers") {
            deployment, context, index, number in
            let name = deployment.portals[index].accounts[number].username
            let owned = owned(deployment, context, index, name)
            guard owned.items + owned.groups == 0 else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.userOwns, Sharing.Rules.userOwns,
                    [("items", "\(owned.items)"), ("groups", "\(owned.groups)")], "a member who owns nothing", context)
            }
            deployment.remove(member: number, portal: index)
            return SharingDoor.done([.init("username", .string(name))])
        }
    }

    /// Gives the items and the groups of a member to another.
    static func reassign(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.postedMember(&deployment, &context, needs: "portal:admin:reassignUsers") {
            deployment, context, index, number in
            let name = deployment.portals[index].accounts[number].username
            let target = context.parameters.given("targetusername") ?? ""
            guard deployment.portals[index].accounts.number(named: target) != nil else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.targetUser, Sharing.Rules.targetUser, [("targetUsername", target)],
                    "the exact name of a member", context)
            }
            for item in deployment.portals[index].items.indices
            where deployment.portals[index].items[item].owner == name {
                deployment.portals[index].items[item].owner = target
                deployment.portals[index].items[item].folder = nil
            }
            for server in deployment.servers.indices where deployment.servers[server].federation?.portal == index {
                for service in deployment.servers[server].services.indices
                where deployment.servers[server].services[service].owner == name {
                    deployment.servers[server].services[service].owner = target
                }
            }
            for group in deployment.portals[index].groups.indices
            where deployment.portals[index].groups[group].owner == name {
                deployment.portals[index].groups[group].remove(target)
                deployment.portals[index].groups[group].owner = target
            }
            return SharingDoor.done()
        }
    }

    /// Returns how many items and groups belong to a member.
    static func owned(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ name: String
    ) -> (items: Int, groups: Int) {
        (
            deployment.content(ofPortal: index, context).count { $0.owner == name },
            deployment.portals[index].groups.count { $0.owner == name }
        )
    }
}
