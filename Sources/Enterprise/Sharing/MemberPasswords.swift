// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The password of a member: `reset`, `expirePassword` and `unlock` of `community/users/{username}`.
enum MemberPasswords {
    private static let privilege = "portal:admin:updateUsers"

    /// Sets a new password. The member needs the old one, an administrator none; without a new one it is invented and
    /// the member is asked for another at the next sign-in.
    static func reset(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.postedMember(&deployment, &context, needs: privilege, isOwn: true) {
            deployment, context, index, number in
            let account = deployment.portals[index].accounts[number]
            guard account.provider == .arcgis else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.notBuiltIn, Sharing.Rules.notBuiltIn,
                    [("username", account.username), ("provider", account.provider.rawValue)],
                    "a member whose password the portal keeps", context)
            }
            let isOwn = context.caller == account.username
            if isOwn, context.parameters.given("password") != account.password {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.oldPassword, Sharing.Rules.oldPassword, [("username", account.username)],
                    "password=… with the old password", context)
            }
            guard let new = context.parameters.given("newpassword") else {
                if isOwn { return SharingDoor.notGiven("newPassword", context) }
                deployment.portals[index].accounts[number].setPassword(
                    invent(&deployment, index), at: context.now)
                deployment.portals[index].accounts[number].isPasswordExpired = true
                deployment.portals[index].accounts[number].firstSignIn = .profile
                return done(account.username)
            }
            if let refused = refuse(new, of: account, deployment.portals[index], context) { return refused }
            deployment.portals[index].accounts[number].setPassword(new, at: context.now)
            if !isOwn { deployment.portals[index].accounts[number].lockout = Lockout() }
            return done(account.username)
        }
    }

    /// Ends the password: `generateToken` refuses it, and the sign-in page asks for another.
    static func expire(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.postedMember(&deployment, &context, needs: privilege) { deployment, context, index, number in
            deployment.portals[index].accounts[number].isPasswordExpired = true
            deployment.portals[index].accounts[number].firstSignIn = .profile
            return done(deployment.portals[index].accounts[number].username)
        }
    }

    /// Ends a lockout after too many wrong passwords.
    static func unlock(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.postedMember(&deployment, &context, needs: privilege) { deployment, _, index, number in
            deployment.portals[index].accounts[number].lockout = Lockout()
            return done(deployment.portals[index].accounts[number].username)
        }
    }

    /// Returns the refusal of a password that the policy of the organization does not allow.
    static func refuse(
        _ password: String, of account: Account?, named username: String? = nil, _ portal: PortalState,
        _ context: RequestContext
    ) -> Outcome? {
        guard let policy = portal.accounts.passwordPolicy else { return nil }
        let name = account?.username ?? username ?? ""
        if let lack = policy.lack(password, of: name) {
            return SharingDoor.refused(
                Sharing.ErrorBodies.weakPassword, Sharing.Rules.weakPassword,
                [("username", name), ("lacks", lack)], "a password with at least \(lack)", context)
        }
        if let account, let size = policy.historySize,
            ([account.password] + account.formerPasswords).prefix(size).contains(password)
        {
            return SharingDoor.refused(
                Sharing.ErrorBodies.usedPassword, Sharing.Rules.usedPassword,
                [("username", name), ("historySize", "\(size)")], "a password that was not among the last \(size)",
                context)
        }
        return nil
    }

    private static func invent(_ deployment: inout Deployment, _ index: Int) -> String {
        "Mp1." + Hex.encode(deployment.generator.bytes(8))
    }

    private static func done(_ username: String) -> Outcome {
        SharingDoor.done([.init("username", .string(username))])
    }
}
