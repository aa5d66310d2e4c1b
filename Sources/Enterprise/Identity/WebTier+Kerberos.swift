// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Kerberos over HTTP (RFC 4559): each request carries a token, as web servers want it that keep no ticket for a connection.
extension WebTier {
    static func negotiate(
        _ deployment: Deployment, _ context: inout RequestContext, _ index: Int, _ settings: KerberosSettings,
        _ token: [UInt8]
    ) -> Result<Int, Refused> {
        guard NTLM.kind(token) == nil else {
            return refused(
                Verdict(
                    Identity.Rules.negotiatedNTLM, facts: [.init("token", "NTLMSSP")],
                    wouldPass: "Authorization: NTLM …, or a token of Kerberos after Negotiate"))
        }
        let errand = Errand.ticket(KerberosTicket(token: token, keytab: settings.keytab))
        guard let reply = context.call.errands[errand] else {
            var unknown = Refused(401, asks(settings), challenges: announced)
            unknown.outcome.errand = errand
            return .failure(unknown)
        }
        switch reply {
        case .refusal(let failure): return refused(verdict(failure, settings))
        case .answer, .failure, .key: return refused(verdict(KerberosFailure(.unavailable, "no answer"), settings))
        case .identity(let identity):
            guard settings.accepts(identity.service) else {
                return refused(
                    Verdict(
                        Identity.Rules.ticketOfAnotherService, facts: [.init("service", identity.service)],
                        wouldPass: "a ticket for \(settings.service)"))
            }
            let names = names(of: identity)
            guard let number = user(deployment.portals[index].accounts, names) else {
                return refused(
                    Verdict(
                        Identity.Rules.unknownPrincipal, facts: [.init("principal", identity.principal)],
                        wouldPass: "an enterprise user named \(names.joined(separator: " or ")), who is not disabled"))
            }
            let answer = identity.answer.isEmpty ? "" : " \(Base64.encode(identity.answer))"
            context.ticketAnswer = .init("WWW-Authenticate", "Negotiate\(answer)")
            return .success(number)
        }
    }

    /// What a request without authentication is told where tickets count.
    static func asks(_ settings: KerberosSettings) -> Verdict {
        Verdict(
            Identity.Rules.unauthenticated, facts: [.init("webTier", "iwa")],
            wouldPass: "a ticket for \(settings.service), or the NTLM handshake of an enterprise user")
    }

    private static func refused(_ verdict: Verdict) -> Result<Int, Refused> {
        .failure(Refused(401, verdict, challenges: announced))
    }

    /// Returns the names of a principal's user: by the realm, and within the service's own realm as Windows has them,
    /// `user@DOMAIN` (support.esri.com 000023415). A stranger's realm vouches for nobody of ours.
    private static func names(of identity: KerberosIdentity) -> [String] {
        let realm = { (name: String) in name.split(separator: "@").last.map(String.init) ?? "" }
        let (user, home) = (String(identity.principal.prefix { $0 != "@" }), realm(identity.principal))
        guard home == realm(identity.service) else { return [identity.principal] }
        return [identity.principal, "\(user)@\(home.prefix { $0 != "." })", user]
    }

    private static func verdict(_ failure: KerberosFailure, _ settings: KerberosSettings) -> Verdict {
        let (rule, wouldPass) =
            switch failure.cause {
            case .unavailable:
                (Identity.Rules.noKerberos, "GSSAPI on this machine, and a keytab with keys that it reads")
            case .key: (Identity.Rules.ticketKey, "a ticket for a key of the keytab")
            case .clock: (Identity.Rules.ticketTime, "a ticket that is valid now, by the clock of this machine")
            case .replay: (Identity.Rules.ticketReplay, "a new token for each request")
            case .unfinished:
                (Identity.Rules.ticketLegs, "a token whose first mechanism is Kerberos, and which needs no other")
            case .unreadable: (Identity.Rules.ticketUnreadable, "a token of SPNEGO that holds a ticket of Kerberos")
            }
        return Verdict(
            rule, facts: [.init("gssapi", failure.words), .init("service", settings.service)], wouldPass: wouldPass)
    }
}
