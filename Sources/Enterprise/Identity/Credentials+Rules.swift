// SPDX-License-Identifier: Apache-2.0

import Facts

extension Credentials {
    /// Why a name and a password are not let in; the ids are those of the doors that ask for them.
    enum Rules {
        static let wrongPassword = Rule(
            "generate-token.wrong-password", "The user exists and the password is another one.",
            advice: "Ask the person again. The portal says the same of unknown users and of enterprise logins.",
            evidence: .captured("\(Behavior.thread); recorded content-length 104"))
        static let unknownUser = Rule(
            "generate-token.unknown-user", "No user of that name exists in this store.",
            advice: "Check the name, and whether it belongs to another portal or to the server's own store.",
            evidence: .captured("\(Behavior.thread); the body is that of a wrong password"))
        static let userCase = Rule(
            "generate-token.user-case", "A user of that name exists in other letters; generateToken minds the case.",
            advice: "Send the name as the portal spells it. The OAuth sign-in page takes any case.",
            evidence: .captured("Esri/collector-tools#91"))
        static let enterpriseLogin = Rule(
            "generate-token.enterprise-login",
            "The user signs in through an enterprise identity provider; only the provider knows the password.",
            advice: "Sign in by OAuth (oauth2/authorize) in a browser; generateToken never works for such users.",
            evidence: .captured("\(Behavior.thread); Esri/workforce-scripts#38"))
        static let lockedOut = Rule(
            "generate-token.locked-out", "Too many wrong passwords have locked the account for a while.",
            advice: "Wait, or have an administrator unlock it; the right password does not help meanwhile.",
            clients: "ArcGIS API for Python knows the sign-in page's text only: Too many invalid attempts.",
            evidence: .documented(
                "docs/reference/sources.md#user-account-lockout-policy; the answer is inferred: as a wrong password"))
        static let disabledUser = Rule(
            "generate-token.disabled-user", "The user is disabled.",
            advice: "Have an administrator enable the user.",
            evidence: .inferred("no body was shown; as a wrong password"))
        static let serverWrongCredentials = Rule(
            "server-token.invalid-credentials", "The server's store has no such user with that password.",
            advice: "Check name and password; portal users are not users of a standalone server.",
            evidence: .captured("docs/reference/server-tokens.md#issuing-tokens, of 2025"))
    }
}
