// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

extension Scenario {
    /// A SAML identity provider of a portal; a string literal is its name.
    public struct SAML: Sendable, ExpressibleByStringLiteral {
        /// Who may join.
        public struct SignUpMode: Sendable, Hashable, ScenarioWord {
            package enum Kind: String, Sendable, CaseIterable, Codable {
                case invitation
                case automatic
            }

            package let kind: Kind

            package init(_ kind: Kind) { self.kind = kind }

            /// Who was invited: whom the scenario has among the users.
            public static var invitation: SignUpMode { SignUpMode(.invitation) }
            /// Whoever the provider vouches for.
            public static var automatic: SignUpMode { SignUpMode(.automatic) }
        }

        /// What is wrong with the built-in provider.
        public struct Fault: Sendable, Hashable, ScenarioWord, Codable {
            package enum Kind: String, Sendable, CaseIterable, Codable {
                case expiredCertificate = "expired-certificate"
                case rolledOverCertificate = "rolled-over-certificate"
                case clockSkew = "clock-skew"
                case wrongAudience = "wrong-audience"
                case nameIDCase = "name-id-case"
                case missingClaim = "missing-claim"
                case encryptedAssertion = "encrypted-assertion"
                case otherKeyFirst = "other-key-first"
                case wantsSignedRequests = "wants-signed-requests"
                case down
            }

            package let kind: Kind

            package init(_ kind: Kind) { self.kind = kind }

            /// The certificate that the portal knows has expired, by the deployment's clock.
            public static var expiredCertificate: Fault { Fault(.expiredCertificate) }
            /// It signs with another key than the portal knows.
            public static var rolledOverCertificate: Fault { Fault(.rolledOverCertificate) }
            /// Its clock is ten minutes ahead.
            public static var clockSkew: Fault { Fault(.clockSkew) }
            /// Its responses are for somebody else.
            public static var wrongAudience: Fault { Fault(.wrongAudience) }
            /// It writes names in other letters.
            public static var nameIDCase: Fault { Fault(.nameIDCase) }
            /// It sends no name that the portal knows.
            public static var missingClaim: Fault { Fault(.missingClaim) }
            /// It encrypts its assertions, for a key that the portal does not have.
            public static var encryptedAssertion: Fault { Fault(.encryptedAssertion) }
            /// Its metadata name another key first, as Shibboleth's do with the back channel's.
            public static var otherKeyFirst: Fault { Fault(.otherKeyFirst) }
            /// It takes no request that the portal has not signed.
            public static var wantsSignedRequests: Fault { Fault(.wantsSignedRequests) }
            /// It does not answer.
            public static var down: Fault { Fault(.down) }
        }

        /// What a provider signs.
        package enum Signed: String, Sendable, CaseIterable {
            case assertion, response
        }

        /// By what a provider signs.
        package enum Algorithm: String, Sendable, CaseIterable {
            case sha1 = "rsa-sha1"
            case sha256 = "rsa-sha256"
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
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        /// Whether the portal wants encrypted assertions.
        package var isEncrypted = false
        /// What the built-in provider signs.
        package var signs = Signed.assertion
        /// By what the built-in provider signs.
        package var algorithm = Algorithm.sha256
        /// Whether the built-in provider encrypts its assertions for the portal.
        package var encrypts = false
        package var signsRequests = false
        package var signsBySHA256 = true
        package var supportsLogout = false
        package var updatesProfile = false
        package var updatesGroups = false
        /// What its metadata say.
        var external: SAMLProvider.External?
        let place: CodeLocation

        /// The built-in provider under that name; findings name no file.
        public init(stringLiteral name: String) { self.init(name, file: "scenario", line: 1, column: 1) }

        /// Writes a provider; findings name `file`, `line` and `column`.
        public init(
            _ name: String, metadata: String? = nil, signUpMode: SignUpMode? = nil, usernameSuffix: String? = nil,
            entityID: String? = nil, faults: [Fault] = [], otherKeys: [String: Value] = [:], file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            self.name = name
            self.metadata = metadata
            self.signUpMode = signUpMode
            self.usernameSuffix = usernameSuffix
            self.entityID = entityID
            self.faults = faults
            self.otherKeys = otherKeys
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
            provider.wantsEncryption = isEncrypted
            provider.signsResponse = signs == .response
            provider.usesSHA1 = algorithm == .sha1
            provider.encrypts = encrypts
            (provider.signsRequests, provider.signsBySHA256) = (signsRequests, signsBySHA256)
            provider.supportsLogout = supportsLogout
            (provider.updatesProfile, provider.updatesGroups) = (updatesProfile, updatesGroups)
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
            KeyRow(
                "encryption", .boolean, "Whether the portal wants encrypted assertions; default: false.",
                loaded: \.isEncrypted),
            KeyRow("signs", .word, "What the built-in provider signs; default: assertion.", loaded: \.signs),
            KeyRow(
                "signatureAlgorithm", .word, "By what the built-in provider signs; default: rsa-sha256.",
                loaded: \.algorithm),
            KeyRow(
                "encrypts", .boolean,
                "Whether the built-in provider encrypts its assertions for the portal's key; default: false.",
                loaded: \.encrypts),
            KeyRow(
                "supportSignedRequest", .boolean, "Whether the portal signs its requests; default: false.",
                loaded: \.signsRequests),
            KeyRow(
                "useSHA256", .boolean, "Whether the portal signs by SHA-256, or by SHA-1; default: true.",
                loaded: \.signsBySHA256),
            KeyRow(
                "supportsLogoutRequest", .boolean,
                "Whether signing out of one signs out of the other, portal and provider; default: false.",
                loaded: \.supportsLogout),
            KeyRow(
                "updateProfileAtSignin", .boolean,
                "Whether each sign-in updates the member's name and address from the assertion; default: false.",
                loaded: \.updatesProfile),
            KeyRow(
                "updateGroupsAtSignin", .boolean,
                "Whether each sign-in updates who is in the groups with a providerGroupName; default: false.",
                loaded: \.updatesGroups),
            KeyRow("faults", listOf: .word, "The simulated defects of the built-in provider.", \.faults),
        ])

    static func blank(at location: CodeLocation) -> Self { Self("Enterprise login", at: location) }
    var location: CodeLocation? { place }

    private init(_ name: String, at place: CodeLocation) {
        (self.name, faults, otherKeys) = (name, [], [:])
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
