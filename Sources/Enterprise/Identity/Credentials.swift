// SPDX-License-Identifier: Apache-2.0

import Facts

/// Checks a name and password against a store and returns the account or the rule that refuses.
enum Credentials {
    /// Checks the portal's `generateToken`, which is case-sensitive. `lockout` is its policy for wrong passwords. Past the
    /// web server in front, `admitsEnterprise`, directories' users have a password too.
    static func check(
        _ username: String, _ password: String, in accounts: inout Accounts, at now: Instant, lockout: Choice,
        admitsSecondFactor: Bool = false, admitsEnterprise: Bool = false
    ) -> Result<Int, Refusal> {
        guard let number = accounts.number(named: username) else {
            if let like = accounts.number(namedLike: username) {
                return .failure(
                    Refusal(
                        Verdict(
                            Identity.Rules.userCase,
                            facts: [.init("username", username), .init("spelt", accounts[like].username)],
                            wouldPass: "username=\(accounts[like].username)")))
            }
            return .failure(
                Refusal(
                    Verdict(
                        Identity.Rules.unknownUser, facts: [.init("username", username)],
                        wouldPass: "one of this store's users: \(known(accounts))")))
        }
        // Access the parts: an account is large to copy.
        if let verdict = accounts.list[number].lockout.verdict(username, at: now) { return .failure(Refusal(verdict)) }
        let isAdmitted = accounts.list[number].provider == .arcgis || admitsEnterprise
        if isAdmitted, accounts.list[number].password == password, !accounts.list[number].isDisabled,
            !accounts.list[number].isGone,
            !accounts.list[number].hasSecondFactor || admitsSecondFactor,
            admitsSecondFactor || !accounts.isExpired(number, at: now)
        {
            // Only if there is something to clear: writing copies the list.
            if accounts.list[number].lockout.hasFailures { accounts[number].lockout.succeeded() }
            return .success(number)
        }
        let account = accounts[number]
        let facts: [Verdict.Fact] = [
            .init("username", username), .init("provider", account.provider.rawValue),
        ]
        guard isAdmitted else {
            return .failure(
                Refusal(
                    Verdict(
                        Identity.Rules.enterpriseLogin, facts: facts,
                        wouldPass: "a built-in user here, or this user through oauth2/authorize")))
        }
        guard account.password == password else {
            accounts[number].lockout.failed(at: now, accounts.lockoutPolicy ?? Lockout.Policy(lockout))
            return .failure(
                Refusal(
                    Verdict(
                        Identity.Rules.wrongPassword, facts: facts,
                        wouldPass: "the password of \(username) in the scenario")))
        }
        if !account.isDisabled, !admitsSecondFactor, accounts.isExpired(number, at: now) {
            return .failure(
                Refusal(
                    Verdict(
                        Identity.Rules.passwordExpired, facts: facts,
                        wouldPass: "a new password, which the sign-in page of oauth2/authorize asks for")))
        }
        if account.hasSecondFactor, !account.isDisabled {
            return .failure(
                Refusal(
                    Verdict(
                        Identity.Rules.secondFactor, facts: facts,
                        wouldPass: "the sign-in page of oauth2/authorize, which asks for the second factor")))
        }
        return .failure(
            Refusal(Verdict(Identity.Rules.disabledUser, facts: facts, wouldPass: "the user after being enabled again"))
        )
    }

    private static func known(_ accounts: Accounts) -> String {
        let names = accounts.list.filter { $0.provider == .arcgis }.map(\.username)
        return names.isEmpty ? "there are none" : names.prefix(5).joined(separator: ", ")
    }
}
