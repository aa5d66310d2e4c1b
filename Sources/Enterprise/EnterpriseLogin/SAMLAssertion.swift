// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// An assertion about a user (SAML core section 2.3), read from what its signature covers.
struct SAMLAssertion: Sendable {
    let id: String
    let nameID: String
    private let issuer: String
    private let audiences: [String]
    private let conditions: XMLTree
    private let confirmations: [XMLTree]

    init?(_ verified: VerifiedXML) {
        let root = verified.root
        guard root.name == "Assertion", root.namespace == EnterpriseLogin.assertionNamespace, let id = root["ID"],
            let subject = root.first("Subject"), let conditions = root.first("Conditions")
        else { return nil }
        self.id = id
        self.conditions = conditions
        issuer = root.first("Issuer")?.text ?? ""
        nameID = subject.first("NameID")?.text ?? ""
        audiences = conditions.elements("AudienceRestriction").flatMap { $0.elements("Audience") }.map(\.text)
        confirmations = subject.elements("SubjectConfirmation").filter { $0["Method"] == EnterpriseLogin.bearer }
            .compactMap { $0.first("SubjectConfirmationData") }
    }

    /// Returns the reason that the assertion is not for this portal, this sign-in or this time, or `nil` (SAML profiles
    /// section 4.1.4.3).
    func refuse(
        issuer wanted: String, audience: String, recipient: String, inResponseTo request: String?, at now: Instant
    ) -> Verdict? {
        guard issuer == wanted else {
            return Verdict(
                EnterpriseLogin.Rules.issuer, facts: [.init("issuer", issuer)],
                wouldPass: "a response from \(wanted)")
        }
        guard audiences.contains(audience) else {
            return Verdict(
                EnterpriseLogin.Rules.audience,
                facts: [.init("audience", audiences.joined(separator: " ")), .init("portal", audience)],
                wouldPass: "Audience \(audience)")
        }
        if let verdict = times(conditions, now) { return verdict }
        guard let data = confirmations.first(where: { $0["Recipient"] == recipient }) else {
            return Verdict(
                EnterpriseLogin.Rules.recipient,
                facts: [.init("recipient", confirmations.compactMap { $0["Recipient"] }.joined(separator: " "))],
                wouldPass: "Recipient \(recipient)")
        }
        if let verdict = times(data, now) { return verdict }
        guard let answered = data["InResponseTo"], answered == request else {
            return Verdict(
                EnterpriseLogin.Rules.unasked,
                facts: [.init("inResponseTo", data["InResponseTo"] ?? "none"), .init("asked", request ?? "nothing")],
                wouldPass: "the response to this sign-in's request")
        }
        return nil
    }

    private func times(_ element: XMLTree, _ now: Instant) -> Verdict? {
        let facts: [Verdict.Fact] = [.init("now", ISO8601.format(now))]
        if let text = element["NotBefore"], let start = ISO8601.instant(text),
            now < start.advanced(milliseconds: -EnterpriseLogin.tolerance)
        {
            return Verdict(
                EnterpriseLogin.Rules.notYet, facts: facts + [.init("notBefore", text)],
                wouldPass: "a provider whose clock agrees with the portal's")
        }
        guard let text = element["NotOnOrAfter"] else { return nil }
        guard let end = ISO8601.instant(text), now < end.advanced(milliseconds: EnterpriseLogin.tolerance) else {
            return Verdict(
                EnterpriseLogin.Rules.expired, facts: facts + [.init("notOnOrAfter", text)],
                wouldPass: "a response posted immediately, with clocks that agree")
        }
        return nil
    }
}
