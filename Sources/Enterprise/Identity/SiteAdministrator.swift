// SPDX-License-Identifier: Apache-2.0

import Facts

/// The primary site administrator of a server: not a member of any store, but subject to lockout.
enum SiteAdministrator {
    /// Returns the refusal of a name and password, or `nil` if they are right or the name is another user's.
    static func refuse(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ username: String,
        _ password: String
    ) -> Verdict? {
        guard let admin = deployment.servers[index].siteAdmin, admin.username == username else { return nil }
        if deployment.sites[index].isAdministratorDisabled {
            return Verdict(
                Identity.Rules.siteAdministratorDisabled,
                facts: [.init("username", username), .init("server", deployment.servers[index].name)],
                wouldPass: "another administrator, or this one after admin/security/psa/enable")
        }
        if let verdict = deployment.servers[index].siteAdminLockout.verdict(username, at: context.now) {
            return verdict
        }
        guard admin.password == password else {
            let policy = Lockout.Policy(context.choice(.lockoutServer))
            deployment.servers[index].siteAdminLockout.failed(at: context.now, policy)
            return Verdict(
                Identity.Rules.serverWrongCredentials,
                facts: [.init("username", username), .init("server", deployment.servers[index].name)],
                wouldPass: "the password of \(username) in the scenario")
        }
        deployment.servers[index].siteAdminLockout.succeeded()
        return nil
    }
}
