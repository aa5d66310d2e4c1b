// SPDX-License-Identifier: Apache-2.0

extension Scenario {
    /// An OAuth app of a portal.
    public struct App: Sendable {
        /// Its client id.
        package var clientID: String
        /// Its client secret.
        package var secret: String
        /// Where people may be sent back to; `{http}` and `{https}` stand for the deployment's own origins.
        package var redirectURIs: [String]
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        let place: CodeLocation

        /// Writes an app; findings name `file`, `line` and `column`.
        public init(
            _ clientID: String, secret: String, redirectURIs: [String] = ["urn:ietf:wg:oauth:2.0:oob"],
            otherKeys: [String: Value] = [:], file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.clientID = clientID
            self.secret = secret
            self.redirectURIs = redirectURIs
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
        }
    }
}

extension Scenario.App: ScenarioPart {
    static let table = KeyTable<Self>(
        "an app",
        [
            KeyRow("clientId", .string, "Its client id.", isRequired: true, always: \.clientID),
            KeyRow("clientSecret", .string, "Its client secret.", always: \.secret),
            KeyRow("redirectUris", .strings, "The redirect URIs.", always: \.redirectURIs),
        ])

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    private init(at place: CodeLocation) {
        (clientID, secret, redirectURIs, otherKeys) = ("", "", [], [:])
        self.place = place
    }
}
