// SPDX-License-Identifier: Apache-2.0

import Facts

/// Why a Kerberos token does not open a portal. Each is the 401 of a web server that asks again.
extension Identity.Rules {
    private static let asked: Evidence = .documented(
        "RFC 4559 section 4.1: a server that cannot accept the data answers 401 with a WWW-Authenticate field; the page is inferred"
    )

    static let ticketUnreadable = Rule(
        "web-tier.ticket-unreadable", "What came after Negotiate is no token of Kerberos.",
        advice: "Send what the client's GSSAPI or SSPI makes for the service.", evidence: asked)
    static let ticketKey = Rule(
        "web-tier.ticket-key", "The ticket is not for a key of the keytab.",
        advice:
            "Compare `klist -kte` of the keytab with the service, the realm, the key version and the kind of key of the ticket; write the keytab again after the service's key was changed.",
        evidence: asked)
    static let ticketTime = Rule(
        "web-tier.ticket-time", "The ticket has ended or not begun, or the clocks of client and server differ.",
        advice: "Set both clocks; Kerberos allows five minutes unless krb5.conf says otherwise. Then kinit again.",
        evidence: asked)
    static let ticketReplay = Rule(
        "web-tier.ticket-replay", "The same token came before.",
        advice: "Make a new token for each request, also for one that is repeated.",
        evidence: .documented("RFC 4120 section 3.2.3: a server must refuse a replayed authenticator"))
    static let ticketLegs = Rule(
        "web-tier.ticket-legs", "The token does not say all at once.",
        advice: "Let the client begin with Kerberos; further legs of SPNEGO are not emulated.",
        evidence: .inferred("a limit of this double: a second leg is not emulated"))
    static let ticketOfAnotherService = Rule(
        "web-tier.ticket-service", "The ticket is for another service of the keytab.",
        advice: "Ask for a ticket of HTTP at the host that the URL names.", evidence: asked)
    static let unknownPrincipal = Rule(
        "web-tier.unknown-principal", "The ticket is good, and its principal is no user of the portal.",
        advice:
            "Name the user as user@REALM, or as user@DOMAIN with the first word of the web server's own realm, with provider: enterprise.",
        evidence: .documented(
            "docs/reference/enterprise-logins.md#the-web-tier: members of a domain are named user@DOMAIN"))
    static let negotiatedNTLM = Rule(
        "web-tier.negotiated-ntlm", "What came after Negotiate is NTLM, where tickets of Kerberos are asked for.",
        advice: "Use the scheme NTLM for it, or get a ticket first: clients fall back silently when they have none.",
        clients: "Windows sends NTLM after Negotiate where it finds no ticket; IIS would take it.",
        evidence: .inferred(
            "a limit of this double, by choice: a test of Kerberos must not pass without Kerberos"))
    static let noKerberos = Rule(
        "web-tier.no-kerberos", "Kerberos cannot be spoken on this machine.",
        advice: "Install libgssapi-krb5, and name a keytab that klist -k can read.",
        evidence: .inferred("a limit of this double: the machine it runs on lacks what Kerberos needs"))

    static let tickets = [
        ticketUnreadable, ticketKey, ticketTime, ticketReplay, ticketLegs, ticketOfAnotherService, unknownPrincipal,
        negotiatedNTLM, noKerberos,
    ]
}
