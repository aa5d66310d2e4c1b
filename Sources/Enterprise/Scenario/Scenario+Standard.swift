// SPDX-License-Identifier: Apache-2.0

public import Facts

/// Deployments to begin with.
extension Scenario {
    /// A portal and one server that is federated with it, with the users of `start/federated`: `portadmin`, `publisher`,
    /// `viewer` (passwords as the names), the enterprise user `dirk@CONTOSO`, and the app `mockapp`/`mocksecret`.
    ///
    /// - Parameters:
    ///   - version: The release of both; `nil`: the newest.
    ///   - users: The portal's members.
    ///   - logins: How people may sign in.
    ///   - services: The server's services.
    ///   - quirks: Behaviors set otherwise than the release has them.
    ///   - faults: Failures on purpose.
    ///   - file: What findings name.
    ///   - line: What findings name.
    ///   - column: What findings name.
    /// - Returns: The scenario, to be changed further.
    public static func federated(
        version: String? = nil, users: [User] = User.standard, logins: Logins = Logins(saml: "Contoso ADFS"),
        services: [Service] = Service.standard + [Service.geometry], quirks: [Quirk] = [], faults: [Fault] = [],
        file: String = #filePath, line: Int = #line, column: Int = #column
    ) -> Scenario {
        let apps = [
            App("mockapp", secret: "mocksecret", redirectURIs: ["urn:ietf:wg:oauth:2.0:oob", "{https}"])
        ]
        let portal = Portal(
            version: version, users: users, apps: apps, logins: logins, file: file, line: line, column: column)
        let server = Server(
            version: version, federation: .federated, isHosting: true,
            siteAdministrator: User("siteadmin", password: "siteadmin"), services: services, file: file, line: line,
            column: column)
        return Scenario(
            portals: [portal], servers: [server], quirks: quirks, faults: faults, file: file, line: line,
            column: column)
    }

    /// An ArcGIS Server alone, with the user `siteuser`/`siteuser` in its own store.
    ///
    /// - Parameters:
    ///   - version: Its release, from 9.3 on; `nil`: the newest.
    ///   - users: The users of its own store.
    ///   - services: Its services.
    ///   - quirks: Behaviors set otherwise than the release has them.
    ///   - faults: Failures on purpose.
    ///   - file: What findings name.
    ///   - line: What findings name.
    ///   - column: What findings name.
    /// - Returns: The scenario, to be changed further.
    public static func standalone(
        version: String? = nil, users: [User] = [User("siteuser", password: "siteuser")],
        services: [Service] = Service.standard, quirks: [Quirk] = [], faults: [Fault] = [],
        file: String = #filePath, line: Int = #line, column: Int = #column
    ) -> Scenario {
        let server = Server(
            version: version, siteAdministrator: User("siteadmin", password: "siteadmin"), users: users,
            services: services, file: file, line: line, column: column)
        return Scenario(
            servers: [server], quirks: quirks, faults: faults, file: file, line: line, column: column)
    }
}
