// SPDX-License-Identifier: Apache-2.0

import Formats

extension Scenario {
    /// A member of a portal, a user of a server's own store, or a site administrator.
    public struct User: Sendable {
        /// What a member may do.
        public struct Role: Sendable, Hashable, ScenarioWord {
            package enum Kind: String, Sendable, CaseIterable, Codable {
                case administrator = "org_admin"
                case publisher = "org_publisher"
                case user = "org_user"
            }

            package let kind: Kind

            package init(_ kind: Kind) { self.kind = kind }

            /// `org_admin`
            public static var administrator: Role { Role(.administrator) }
            /// `org_publisher`
            public static var publisher: Role { Role(.publisher) }
            /// `org_user`
            public static var user: Role { Role(.user) }
        }

        /// Who knows the password.
        public struct Provider: Sendable, Hashable, ScenarioWord, Codable {
            package enum Kind: String, Sendable, CaseIterable, Codable {
                case arcgis
                case enterprise
            }

            package let kind: Kind

            package init(_ kind: Kind) { self.kind = kind }

            /// The portal itself.
            public static var arcgis: Provider { Provider(.arcgis) }
            /// The identity provider alone (SAML, OpenID Connect, a web tier): `generateToken` never works for such users.
            public static var enterprise: Provider { Provider(.enterprise) }
        }

        /// What the portal asks a member for at the first sign-in.
        package enum FirstSignIn: String, Sendable, CaseIterable, Codable {
            /// Nothing.
            case done
            /// A new password and a security question.
            case profile
            /// The terms and conditions.
            case terms
        }

        /// Who may see a member's profile.
        package enum Access: String, Sendable, CaseIterable, Codable {
            case everyone = "public"
            case organization = "org"
            /// Administrators alone.
            case owner = "private"
        }

        /// The name, in its exact case.
        package var username: String
        /// The password; of an enterprise user the one that only the provider knows.
        package var password: String
        /// What the member may do; `nil`: a user.
        package var role: Role?
        /// Who knows the password; `nil`: the portal.
        package var provider: Provider?
        /// The full name.
        package var fullName: String?
        /// The address.
        package var email: String?
        /// The identity provider's name for the user; `nil`: the user name.
        package var nameID: String?
        /// Whether it is disabled; `nil`: it is not.
        package var isDisabled: Bool?
        /// Whether a client certificate is minted for it; `nil`: none is.
        package var hasCertificate: Bool?
        package var access = Access.organization
        package var description: String?
        package var licenseType = "creatorUT"
        /// The roles of a user of a server's own store.
        package var roles: [String] = []
        package var hasSecondFactor = false
        /// The name or the id of a custom role, in place of `role`.
        package var customRole: String?
        package var firstSignIn = FirstSignIn.done
        /// The bytes that the member's items may have; `nil`: 2 TiB.
        package var storageQuota: Int?
        package var claims = ProviderClaims()
        /// The secret of one-time passwords, in base 32; `nil`: the code is always the same.
        package var totpSecret: String?
        package var recoveryCodes: [String] = []
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        let place: CodeLocation

        /// Writes a user; findings name `file`, `line` and `column`.
        public init(
            _ username: String, password: String, role: Role? = nil, provider: Provider? = nil,
            fullName: String? = nil, email: String? = nil, nameID: String? = nil, isDisabled: Bool? = nil,
            hasCertificate: Bool? = nil, otherKeys: [String: Value] = [:], file: String = #filePath, line: Int = #line,
            column: Int = #column
        ) {
            self.username = username
            self.password = password
            self.role = role
            self.provider = provider
            self.fullName = fullName
            self.email = email
            self.nameID = nameID
            self.isDisabled = isDisabled
            self.hasCertificate = hasCertificate
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
        }

        /// Those of `start/federated`: `portadmin`, `publisher` and `viewer`, whose passwords are their names, and the
        /// enterprise user `dirk@CONTOSO`/`known-only-to-the-idp`.
        public static let standard = [
            User("portadmin", password: "portadmin", role: .administrator),
            User("publisher", password: "publisher", role: .publisher),
            User("viewer", password: "viewer", role: .user),
            User("dirk@CONTOSO", password: "known-only-to-the-idp", role: .user, provider: .enterprise),
        ]
    }
}

extension Scenario.User: ScenarioPart {
    static let table = KeyTable<Self>(
        "a user",
        [
            KeyRow("username", .string, "The name, in its exact case.", isRequired: true, always: \.username),
            KeyRow(
                "password", .string, "The password; for an enterprise user, only the provider knows it.",
                isRequired: true, always: \.password),
            KeyRow("provider", .word, "Who checks the password.", \.provider),
            KeyRow("role", .word, "The role.", \.role),
            KeyRow(
                "customRole", .string, "The name or id of one of the portal's roles, in place of role.", \.customRole),
            KeyRow("fullName", .string, "The full name.", \.fullName),
            KeyRow("email", .string, "The email address.", \.email),
            KeyRow("nameId", .string, "The provider's name for the user.", \.nameID),
            KeyRow("access", .word, "Who may see the profile; default: org.", loaded: \.access),
            KeyRow("description", .string, "What the profile says.", \.description),
            KeyRow("userLicenseTypeId", .string, "The user type; default: creatorUT.", loaded: \.licenseType),
            KeyRow(
                "mfaEnabled", .boolean,
                "Whether the sign-in page asks for a code of a second factor; it is 123456. Default: false.",
                loaded: \.hasSecondFactor),
            KeyRow(
                "totpSecret", .string,
                "The secret of one-time passwords in base 32 (RFC 6238): the code follows the clock, and is not 123456.",
                \.totpSecret),
            KeyRow(
                "recoveryCodes", listOf: .string, "Codes that are good once, in place of a second factor's.",
                \.recoveryCodes),
            KeyRow("idp", claimsTable, "What the identity provider says of the user."),
            KeyRow(
                "firstSignIn", .word,
                "What the sign-in page asks for before the member gets in; default: done, nothing.",
                loaded: \.firstSignIn),
            KeyRow(
                "roles", .strings, "The roles in the server's own store; an access of { roles } names them.",
                loaded: \.roles),
            KeyRow(
                "storageQuota", .integer(0...Int.max), "The bytes that the member's items may have; default: 2 TiB.",
                \.storageQuota),
            KeyRow("disabled", .boolean, "Whether it is disabled.", \.isDisabled),
            KeyRow(
                "certificate", .boolean, "Whether a client certificate is issued; the ready file names it.",
                \.hasCertificate),
        ])

    private static let claimsTable = KeyTable<Self>(
        "what an identity provider says of a user",
        [
            KeyRow("givenName", .string, "The first name; default: the full name.", \.claims.givenName),
            KeyRow("surname", .string, "The last name; default: none.", \.claims.surname),
            KeyRow("email", .string, "The address; default: the portal's.", \.claims.email),
            KeyRow("groups", listOf: .string, "The groups that the provider has the user in.", \.claims.groups),
        ])

    /// Of one who administers a site.
    static let administratorTable = KeyTable<Self>(
        "a site administrator",
        [
            KeyRow("username", .string, "The name.", isRequired: true, always: \.username),
            KeyRow("password", .string, "The password.", isRequired: true, always: \.password),
        ])

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        guard let secret = node["totpSecret"], Base32.decode(secret.text ?? "")?.isEmpty != false else { return }
        loader.fail(secret, "\"totpSecret\" is a secret in base 32, such as \"JBSWY3DPEHPK3PXP\"")
    }

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    private init(at place: CodeLocation) {
        (username, password, otherKeys) = ("", "", [:])
        self.place = place
    }
}
