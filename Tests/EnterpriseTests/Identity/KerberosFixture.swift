// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

@testable import Enterprise

/// A portal that accepts Kerberos tickets; what GSSAPI says of them is written here.
struct KerberosFixture {
    static let token = Array("ticket".utf8)
    static let ntlm = Array("NTLMSSP\0\u{1}\0\0\0".utf8)
    var fixture: PortalFixture

    init(service: String = "HTTP", _ reply: Errand.Reply) throws {
        fixture = try PortalFixture(
            """
            { portal: { logins: { webTier: "iwa", kerberos: { keytab: "http.keytab", service: "\(service)" } },
                users: [{ username: "dirk@CONTOSO", password: "pw", provider: "enterprise" },
                        { username: "eve@OTHER.EXAMPLE", password: "pw", provider: "enterprise" },
                        { username: "fay", password: "pw", provider: "enterprise" },
                        { username: "anna", password: "pw" },
                        { username: "gone", password: "pw", provider: "enterprise", disabled: true }] } }
            """, files: ["http.keytab": "\u{5}\u{2}"])
        fixture.elsewhere = { errand in
            guard case .ticket(let ticket) = errand, ticket.token == KerberosFixture.token, ticket.keytab == [5, 2]
            else { return .failure("another errand") }
            return reply
        }
    }

    static func identity(
        _ principal: String, service: String = "HTTP/portal.contoso.example@CONTOSO.EXAMPLE", answer: [UInt8] = []
    ) -> Errand.Reply {
        .identity(KerberosIdentity(principal: principal, service: service, answer: answer))
    }

    mutating func ask(_ token: [UInt8]? = Self.token) -> PortalFixture.Heard {
        let fields = token.map { [("Authorization", "Negotiate \(Base64.encode($0))")] } ?? []
        return fixture.ask("/portal/sharing/rest/community/self?f=json", fields: fields)
    }

    /// A request that the rule refuses.
    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        let causes: [String: KerberosFailure.Cause] = [
            "web-tier.ticket-unreadable": .unreadable, "web-tier.ticket-key": .key, "web-tier.ticket-time": .clock,
            "web-tier.ticket-replay": .replay, "web-tier.ticket-legs": .unfinished,
            "web-tier.no-kerberos": .unavailable,
        ]
        if let cause = causes[id] {
            var refused = try KerberosFixture(.refusal(KerberosFailure(cause, "words")))
            return refused.ask()
        }
        switch id {
        case "web-tier.ticket-service":
            var other = try KerberosFixture(identity("dirk@CONTOSO.EXAMPLE", service: "host/x@CONTOSO.EXAMPLE"))
            return other.ask()
        case "web-tier.unknown-principal":
            var stranger = try KerberosFixture(identity("stranger@CONTOSO.EXAMPLE"))
            return stranger.ask()
        case "web-tier.negotiated-ntlm":
            var fixture = try KerberosFixture(identity("dirk@CONTOSO.EXAMPLE"))
            return fixture.ask(ntlm)
        default: return nil
        }
    }
}
