// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

extension Scenario {
    /// A SAML identity provider of a portal; a string literal is its name.
    public struct SAML: Sendable, ExpressibleByStringLiteral {
        /// Who may join.
        public enum SignUpMode: String, Sendable, CaseIterable {
            /// Who was invited: whom the scenario has among the users.
            case invitation
            /// Whoever the provider vouches for.
            case automatic
        }

        /// What is wrong with the built-in provider.
        public enum Fault: String, Sendable, CaseIterable {
            /// The certificate that the portal knows has expired, by the deployment's clock.
            case expiredCertificate = "expired-certificate"
            /// It signs with another key than the portal knows.
            case rolledOverCertificate = "rolled-over-certificate"
            /// Its clock is ten minutes ahead.
            case clockSkew = "clock-skew"
            /// Its responses are for somebody else.
            case wrongAudience = "wrong-audience"
            /// It writes names in other letters.
            case nameIDCase = "name-id-case"
            /// It sends no name that the portal knows.
            case missingClaim = "missing-claim"
            /// It does not answer.
            case down
        }

        /// What the sign-in page calls it.
        package var name: String
        /// A provider elsewhere: its metadata, a file relative to the Swift file; `nil`: the built-in provider.
        package var metadata: String?
        /// Who may join; `nil`: who was invited.
        package var signUpMode: SignUpMode?
        /// Appended to user names; `nil`: nothing.
        package var usernameSuffix: String?
        /// What the portal calls itself; `nil`: its host, a dot and its context.
        package var entityID: String?
        /// What is wrong with the built-in provider.
        package var faults: [Fault]
        /// Further keys of the format, as a JSON5 object, laid over the others.
        package var more: String?
        /// What its metadata say.
        var external: SAMLProvider.External?
        let place: CodeLocation

        /// The built-in provider under that name; findings name no file.
        public init(stringLiteral name: String) { self.init(name, file: "scenario", line: 1, column: 1) }

        /// Writes a provider; findings name `file`, `line` and `column`.
        public init(
            _ name: String, metadata: String? = nil, signUpMode: SignUpMode? = nil, usernameSuffix: String? = nil,
            entityID: String? = nil, faults: [Fault] = [], more: String? = nil, file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            self.name = name
            self.metadata = metadata
            self.signUpMode = signUpMode
            self.usernameSuffix = usernameSuffix
            self.entityID = entityID
            self.faults = faults
            self.more = more
            place = CodeLocation(file: file, line: line, column: column)
        }

        /// As the portal knows it.
        package var provider: SAMLProvider {
            var provider = SAMLProvider(name: name)
            provider.external = external
            provider.isOpen = signUpMode == .automatic
            provider.usernameSuffix = usernameSuffix ?? ""
            provider.entityID = entityID
            provider.faults = Set(faults)
            return provider
        }
    }
}

extension Scenario.SAML: ScenarioPart {
    static let table = KeyTable<Self>(
        "a SAML login",
        [
            KeyRow("name", .string, "Its name on the sign-in page.", always: \.name),
            KeyRow(
                "metadata", .string, "The metadata file of an external provider, relative to this file.", \.metadata),
            KeyRow("signUpMode", .word, "Who may join.", \.signUpMode),
            KeyRow("usernameSuffix", .string, "The suffix of user names.", \.usernameSuffix),
            KeyRow("entityId", .string, "The portal's entity id.", \.entityID),
            KeyRow("faults", listOf: .word, "The simulated defects of the built-in provider.", \.faults),
        ])

    static func blank(at location: CodeLocation) -> Self { Self("Enterprise login", at: location) }
    var location: CodeLocation? { place }

    private init(_ name: String, at place: CodeLocation) {
        (self.name, faults) = (name, [])
        self.place = place
    }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        guard let metadata = node["metadata"], let bytes = loader.file(metadata) else { return }
        do throws(XMLFailure) {
            external = try SAMLProvider.External(metadata: bytes)
        } catch {
            loader.fail(metadata, "\"\(metadata.text ?? "")\": \(error)")
        }
        if let faults = node["faults"] {
            loader.fail(faults, "\"faults\" apply only to the built-in provider")
        }
    }
}
