// SPDX-License-Identifier: Apache-2.0

import Enterprise
public import Facts
import Formats

extension MockEnterprise {
    /// A deployment as it is written in Swift: portals, servers, users, services. The routes follow.
    ///
    /// It is the format of scenario files, key by key, and goes through the same checks: what is wrong is told in
    /// ``StartFailure/findings`` with the line of the Swift file where the value was made. What is `nil` or empty is left
    /// to the format's defaults or, with a base, to what the base says. A string literal names a built-in scenario or a
    /// file:
    ///
    /// ```swift
    /// let plain: MockPortal.Scenario = "start/federated"
    /// let old = MockPortal.Scenario.federated(version: "10.3.1", quirks: [.tokenRefererMissing: .refuse])
    /// let more = MockPortal.Scenario("start/federated", faults: [.init(.reset(.body), path: "/arcgis/**", nth: 2)])
    /// ```
    public struct Scenario: Sendable, ExpressibleByStringLiteral, Written {
        /// A built-in name or the path of a `.json5` file that this is laid on; `nil`: nothing. Named things (portals,
        /// servers, users, services) merge by their names. A path is relative to the Swift file; that of a string literal,
        /// which knows no file, to the working directory.
        public var base: String?
        /// The portals.
        public var portals: [Portal]
        /// The ArcGIS Servers.
        public var servers: [Server]
        /// Behaviors set otherwise than the release has them.
        public var quirks: [Behavior: Choice]
        /// Failures on purpose.
        public var faults: [Fault]
        /// Where the deployment's clock starts; `nil`: the machine's time.
        public var clock: Instant?
        /// Same seed, same tokens; `nil`: random.
        public var seed: Int?
        /// Whether answers carry `X-Mock-Portal-Verdict`; `nil`: they do.
        public var explains: Bool?
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// A built-in name or a path.
        public init(stringLiteral base: String) { self.init(base, file: "scenario", line: 1, column: 1) }

        /// Writes a scenario; findings name `file`, `line` and `column`.
        public init(
            _ base: String? = nil, portals: [Portal] = [], servers: [Server] = [], quirks: [Behavior: Choice] = [:],
            faults: [Fault] = [], clock: Instant? = nil, seed: Int? = nil, explains: Bool? = nil, more: String? = nil,
            file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.base = base
            self.portals = portals
            self.servers = servers
            self.quirks = quirks
            self.faults = faults
            self.clock = clock
            self.seed = seed
            self.explains = explains
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        /// Whether it says nothing but its base.
        var isPlain: Bool {
            portals.isEmpty && servers.isEmpty && quirks.isEmpty && faults.isEmpty && clock == nil && seed == nil
                && explains == nil && more == nil
        }

        func write(to writing: inout Writing) {
            writing.put("extends", base)
            writing.put("clock", clock.map(ISO8601.format))
            writing.put("seed", seed)
            writing.put("portals", portals)
            writing.put("servers", servers)
            writing.put(
                "quirks", Dictionary(uniqueKeysWithValues: quirks.map { ($0.key.rawValue, $0.value.rawValue) }))
            if !faults.isEmpty { writing.put("faults", location.node(.array(faults.map(\.written)))) }
            writing.put("explain", explains)
        }
    }
}

extension MockEnterprise.Scenario {
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
    ///   - clock: Where the deployment's clock starts; `nil`: the machine's time.
    ///   - file: What findings name.
    ///   - line: What findings name.
    ///   - column: What findings name.
    /// - Returns: The scenario, to be changed further.
    public static func federated(
        version: String? = nil, users: [User] = User.standard, logins: Logins = Logins(saml: "Contoso ADFS"),
        services: [Service] = Service.standard, quirks: [Behavior: Choice] = [:], faults: [MockEnterprise.Fault] = [],
        clock: Instant? = nil, file: String = #filePath, line: Int = #line, column: Int = #column
    ) -> MockEnterprise.Scenario {
        let apps = [
            App("mockapp", secret: "mocksecret", redirectURIs: ["urn:ietf:wg:oauth:2.0:oob", "{https}"])
        ]
        let portal = Portal(
            version: version, users: users, apps: apps, logins: logins, file: file, line: line, column: column)
        let server = Server(
            version: version, federation: .federated, isHosting: true,
            siteAdministrator: User("siteadmin", password: "siteadmin"), services: services, file: file, line: line,
            column: column)
        return MockEnterprise.Scenario(
            portals: [portal], servers: [server], quirks: quirks, faults: faults, clock: clock, file: file, line: line,
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
    ///   - clock: Where the deployment's clock starts; `nil`: the machine's time.
    ///   - file: What findings name.
    ///   - line: What findings name.
    ///   - column: What findings name.
    /// - Returns: The scenario, to be changed further.
    public static func standalone(
        version: String? = nil, users: [User] = [User("siteuser", password: "siteuser")],
        services: [Service] = Service.standard, quirks: [Behavior: Choice] = [:], faults: [MockEnterprise.Fault] = [],
        clock: Instant? = nil, file: String = #filePath, line: Int = #line, column: Int = #column
    ) -> MockEnterprise.Scenario {
        let server = Server(
            version: version, siteAdministrator: User("siteadmin", password: "siteadmin"), users: users,
            services: services, file: file, line: line, column: column)
        return MockEnterprise.Scenario(
            servers: [server], quirks: quirks, faults: faults, clock: clock, file: file, line: line, column: column)
    }
}
