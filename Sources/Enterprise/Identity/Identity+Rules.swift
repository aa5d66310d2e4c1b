// SPDX-License-Identifier: Apache-2.0

import Facts

extension Identity {
    enum Rules {
        static let unauthenticated = Rule(
            "web-tier.unauthenticated",
            "The web server in front of the portal requires authentication before the portal does.",
            advice: "Authenticate as WWW-Authenticate says; Authorization: Bearer is ignored.",
            clients: "ArcGIS API for Python chooses its login by the first word of WWW-Authenticate.",
            evidence: .captured("Esri/resource-proxy#325; pypi.org/project/arcgis/1.5.2"))
        static let wrongCredentials = Rule(
            "web-tier.wrong-credentials", "The directory has no user with that name and password.",
            advice: "Check the name and password; built-in users of the portal are not in the directory.",
            evidence: .documented("RFC 9110 section 15.5.2: credentials that were sent are refused by the same 401"))
        static let noCertificate = Rule(
            "web-tier.no-certificate",
            "The web server in front of the portal requires a client certificate, and none was sent.",
            advice: "Present the certificate of a user who has one, over HTTPS.",
            evidence: .documented(
                "learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code: 403.7"
            ))
        static let anyCertificate = Rule(
            "web-tier.any-certificate",
            "The web server in front of the portal accepts client certificates, and knows none of this one.",
            advice: "Set its client certificates to ignore.", evidence: .reported("Esri/arcgis-cookbook#31"))
        static let strangeCertificate = Rule(
            "web-tier.strange-certificate", "The client certificate belongs to no user.",
            advice: "Present the certificate that was issued for the user.",
            evidence: .inferred("as IIS: 403.16; no body was ever shown"))

        // Doors that ask for a name and a password refuse by these; the ids are those of the doors.
        static let wrongPassword = Rule(
            "generate-token.wrong-password", "The user exists; the password is wrong.",
            advice: "Ask the user again. The portal answers the same for unknown users and enterprise logins.",
            evidence: .captured("\(Behavior.thread); recorded content-length 104"))
        static let unknownUser = Rule(
            "generate-token.unknown-user", "No user with that name exists in this store.",
            advice: "Check the name, and whether the user belongs to another portal or to the server's own store.",
            evidence: .captured("\(Behavior.thread); the body is that of a wrong password"))
        static let userCase = Rule(
            "generate-token.user-case",
            "A user with that name exists in a different case; generateToken is case-sensitive.",
            advice: "Send the name as the portal spells it. The OAuth sign-in page accepts any case.",
            evidence: .captured("Esri/collector-tools#91"))
        static let enterpriseLogin = Rule(
            "generate-token.enterprise-login",
            "The user signs in through an enterprise identity provider; only the provider knows the password.",
            advice: "Sign in by OAuth (oauth2/authorize) in a browser; generateToken never works for such users.",
            evidence: .captured("\(Behavior.thread); Esri/workforce-scripts#38"))
        static let lockedOut = Rule(
            "generate-token.locked-out", "Too many wrong passwords have locked the account for a while.",
            advice: "Wait, or ask an administrator to unlock it; until then even the right password is refused.",
            clients: "ArcGIS API for Python recognizes only the sign-in page's text: Too many invalid attempts.",
            evidence: .documented(
                "docs/reference/sources.md#user-account-lockout-policy; the answer is inferred: as a wrong password"))
        static let secondFactor = Rule(
            "generate-token.second-factor", "The user has a second factor, for which generateToken cannot ask.",
            advice: "Sign in by OAuth; applications without it need the second factor turned off.",
            evidence: .documented(
                "docs/reference/enterprise-logins.md#the-web-tier-and-second-factors, 5.10; the answer is inferred: as a wrong password"
            ))
        static let disabledUser = Rule(
            "generate-token.disabled-user", "The user is disabled.",
            advice: "Ask an administrator to enable the user.",
            evidence: .documented(
                "developers.arcgis.com/rest/users-groups-and-items/disable: no login; the answer is inferred: as a wrong password"
            ))
        static let passwordExpired = Rule(
            "generate-token.password-expired", "The password of the user has ended, and a new one is wanted.",
            advice: "Sign in by OAuth in a browser, where the portal asks for a new password.",
            evidence: .documented(
                "docs/reference/sharing.md#l3: expirationInDays; the answer is inferred: as a wrong password"))
        static let serverWrongCredentials = Rule(
            "server-token.invalid-credentials", "The server's store has no user with that name and password.",
            advice: "Check the name and password; portal users are not users of a standalone server.",
            evidence: .captured("docs/reference/server-tokens.md#issuing-tokens, of 2025"))
        static let siteAdministratorDisabled = Rule(
            "server-token.psa-disabled", "The primary site administrator is disabled.",
            advice: "Sign in as another administrator, and POST admin/security/psa/enable.",
            evidence: .documented("developers.arcgis.com/rest/enterprise-administration/server/disablepsa"))
    }

    /// The rules of web servers in front of portals; the others stand among those of the doors that ask.
    static let rules: [Rule] =
        [
            Rules.unauthenticated, Rules.wrongCredentials, Rules.noCertificate, Rules.strangeCertificate,
            Rules.anyCertificate,
        ] + Rules.tickets
}
