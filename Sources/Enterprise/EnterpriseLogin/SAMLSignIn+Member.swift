// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension SAMLSignIn {
    /// Returns the member whom the provider knows by exactly that name, or a new one where the portal is open.
    static func member(
        _ deployment: inout Deployment, _ index: Int, _ assertion: SAMLAssertion, _ username: String,
        _ provider: SAMLProvider
    ) -> Result<Int, Refusal> {
        let nameID = assertion.nameID
        let accounts = deployment.portals[index].accounts
        let named = accounts.list.firstIndex { $0.provider == .enterprise && $0.nameID == nameID && !$0.isGone }
        if let named, !accounts[named].isDisabled { return .success(named) }
        if let number = accounts.number(named: username) {
            guard accounts[number].provider == .enterprise else {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.nameTaken,
                            facts: [.init("username", username), .init("provider", "arcgis")],
                            wouldPass: "a member whose provider is enterprise")))
            }
            guard !accounts[number].isDisabled else {
                return .failure(
                    Refusal(
                        Verdict(
                            Identity.Rules.disabledUser, facts: [.init("username", username)],
                            wouldPass: "the user after being enabled again")))
            }
            return .success(number)
        }
        guard provider.isOpen, !username.isEmpty else {
            if let like = accounts.number(namedLike: username) {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.nameCase,
                            facts: [.init("nameId", nameID), .init("spelt", accounts[like].username)],
                            wouldPass: "the NameID \(accounts[like].username)")))
            }
            return .failure(
                Refusal(
                    Verdict(
                        EnterpriseLogin.Rules.invitationOnly,
                        facts: [.init("nameId", nameID), .init("username", username)],
                        wouldPass: "a member with exactly that name, or signUpMode: \"automatic\"")))
        }
        let registered = provider.registered
        let (role, type) = deployment.portals[index].standing(
            role: registered?.role, licenseType: registered?.licenseType)
        deployment.portals[index].accounts.append(
            Account(
                username: username, password: "", provider: .enterprise, role: role,
                fullName: fullName(assertion) ?? username,
                email: assertion.values("email", "emailaddress", "mail").first
                    ?? "\(username.prefix { $0 != "@" })@example.com",
                isDisabled: false, nameID: nameID, licenseType: type))
        for group in registered?.groups ?? [] {
            if let number = deployment.portals[index].groups.firstIndex(where: { $0.id == group }) {
                deployment.portals[index].groups[number].members.append(username)
            }
        }
        return .success(deployment.portals[index].accounts.list.count - 1)
    }

    private static func fullName(_ assertion: SAMLAssertion) -> String? {
        let names = assertion.values("givenName").prefix(1) + assertion.values("surname").prefix(1)
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    /// Updates the member from what the provider says, where the portal is set up so
    /// (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.7): the groups that are bound to one of the
    /// provider's have those whom the provider names.
    static func update(
        _ deployment: inout Deployment, _ index: Int, _ account: Int, _ assertion: SAMLAssertion,
        _ provider: SAMLProvider
    ) {
        if provider.updatesProfile {
            if let name = fullName(assertion) { deployment.portals[index].accounts[account].fullName = name }
            if let email = assertion.values("email", "emailaddress", "mail").first {
                deployment.portals[index].accounts[account].email = email
            }
        }
        guard provider.updatesGroups else { return }
        let username = deployment.portals[index].accounts[account].username
        let named = Set(assertion.values("Group", "Groups"))
        for number in deployment.portals[index].groups.indices {
            guard let bound = deployment.portals[index].groups[number].providerGroupName else { continue }
            let isMember = deployment.portals[index].groups[number].members.contains(username)
            if named.contains(bound), !isMember {
                deployment.portals[index].groups[number].members.append(username)
            } else if !named.contains(bound), isMember {
                deployment.portals[index].groups[number].members.removeAll { $0 == username }
            }
        }
    }
}
