// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// An assertion about a user (SAML core section 2.3), read from what its signature covers.
struct SAMLAssertion: Sendable {
    let id: String
    let nameID: String
    /// What the provider's session is called, for a request to sign out.
    let session: SAMLSession
    /// The values of attributes, by name.
    private let attributes: [(name: String, values: [String])]
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
        session = SAMLSession(
            nameID: nameID, format: subject.first("NameID")?["Format"],
            index: root.first("AuthnStatement")?["SessionIndex"])
        attributes = root.elements("AttributeStatement").flatMap { $0.elements("Attribute") }.map { attribute in
            (attribute["Name"] ?? "", attribute.elements("AttributeValue").map(\.text))
        }
        audiences = conditions.elements("AudienceRestriction").flatMap { $0.elements("Audience") }.map(\.text)
        confirmations = subject.elements("SubjectConfirmation").filter { $0["Method"] == EnterpriseLogin.bearer }
            .compactMap { $0.first("SubjectConfirmationData") }
    }

    /// A sign-in that the portal began: the id of its request, if it has sent one.
    struct Asked {
        var requestID: String?
    }

    /// Returns the values of the first attribute with one of the names, in any case. Some providers name attributes by a
    /// URI, of which the last part counts.
    func values(_ names: String...) -> [String] {
        attributes.first { attribute in
            let last = attribute.name.split(separator: "/").last.map(String.init) ?? ""
            return names.contains { ASCII.equal($0, last) }
        }?.values ?? []
    }

    /// Returns the reason that the assertion is not for this portal, this sign-in or this time, or `nil` (SAML profiles
    /// section 4.1.4.3). `recipients`: the addresses to which it may come; `asked`: the sign-in's request, if there is a
    /// sign-in.
    func refuse(
        issuer wanted: String, audience: String, recipients: [String], asked: Asked?, at now: Instant
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
        guard let data = confirmations.first(where: { recipients.contains($0["Recipient"] ?? "") }) else {
            return Verdict(
                EnterpriseLogin.Rules.recipient,
                facts: [.init("recipient", confirmations.compactMap { $0["Recipient"] }.joined(separator: " "))],
                wouldPass: "Recipient \(recipients[0])")
        }
        if let verdict = times(data, now) { return verdict }
        // What answers no request must name none (section 4.1.5), and what answers one must name it.
        let answered = data["InResponseTo"]
        guard let asked else { return answered.map { unasked($0, nil) } }
        return answered != nil && answered == asked.requestID ? nil : unasked(answered, asked.requestID)
    }

    private func unasked(_ answered: String?, _ asked: String?) -> Verdict {
        Verdict(
            EnterpriseLogin.Rules.unasked,
            facts: [.init("inResponseTo", answered ?? "none"), .init("asked", asked ?? "nothing")],
            wouldPass: asked == nil
                ? "a response without InResponseTo, or to the request of a sign-in in progress"
                : "the response to this sign-in's request")
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
