// SPDX-License-Identifier: Apache-2.0

extension MockEnterprise.Scenario {
    /// A SAML identity provider of a portal; a string literal is its name.
    public struct SAML: Sendable, ExpressibleByStringLiteral, Written {
        /// Who may join.
        public enum SignUpMode: String, Sendable {
            /// Who was invited: whom the scenario has among the users.
            case invitation
            /// Whoever the provider vouches for.
            case automatic
        }

        /// What is wrong with the built-in provider.
        public enum Fault: String, Sendable {
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
        public var name: String
        /// A provider elsewhere: its metadata, a file relative to the Swift file; `nil`: the built-in provider.
        public var metadata: String?
        /// Who may join; `nil`: who was invited.
        public var signUpMode: SignUpMode?
        /// Appended to user names; `nil`: nothing.
        public var usernameSuffix: String?
        /// What the portal calls itself; `nil`: its host, a dot and its context.
        public var entityID: String?
        /// What is wrong with the built-in provider.
        public var faults: [Fault]
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

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
            location = CodeLocation(file: file, line: line, column: column)
        }

        func write(to writing: inout Writing) {
            writing.put("name", name)
            writing.put("metadata", metadata)
            writing.put("signUpMode", signUpMode?.rawValue)
            writing.put("usernameSuffix", usernameSuffix)
            writing.put("entityId", entityID)
            if !faults.isEmpty { writing.put("faults", faults.map(\.rawValue)) }
        }
    }
}
