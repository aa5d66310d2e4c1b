import Facts

/// The primary site administrator of a server: no member of any store, and locked out like one.
enum SiteAdministrator {
    /// Why the name and password are not let in; `nil` if they are, or if the name is somebody else's.
    static func refuse(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ username: String, _ password: String
    ) -> Because? {
        guard let admin = deployment.servers[place].siteAdmin, admin.username == username else { return nil }
        if let because = deployment.servers[place].siteAdminLockout.because(username, at: visit.now) { return because }
        guard admin.password == password else {
            let policy = Lockout.Policy(visit.choice(.lockoutServer))
            deployment.servers[place].siteAdminLockout.failed(at: visit.now, policy)
            return Because(
                Tokens.Rules.serverWrongCredentials,
                facts: [.init("username", username), .init("server", deployment.servers[place].name)],
                wouldPass: "the password that the scenario gives \(username)")
        }
        deployment.servers[place].siteAdminLockout.succeeded()
        return nil
    }
}
