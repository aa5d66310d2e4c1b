// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing
import Trust

@testable import Enterprise

@Suite("Kerberos")
struct KerberosTests {
    @Test(
        "a principal is the user of its whole name, and within the service's realm of its short ones",
        arguments: [
            ("dirk@CONTOSO.EXAMPLE", "dirk@CONTOSO"), ("DIRK@CONTOSO.EXAMPLE", "dirk@CONTOSO"),
            ("fay@CONTOSO.EXAMPLE", "fay"), ("eve@OTHER.EXAMPLE", "eve@OTHER.EXAMPLE"),
            // Another realm has a dirk and a fay of its own.
            ("dirk@CONTOSO.OTHER", nil), ("dirk@CONTOSO", nil), ("fay@OTHER.EXAMPLE", nil),
            ("anna@CONTOSO.EXAMPLE", nil), ("gone@CONTOSO.EXAMPLE", nil), ("dirk/admin@CONTOSO.EXAMPLE", nil),
            ("", nil), ("@", nil),
        ])
    func principals(_ principal: String, _ user: String?) throws {
        var fixture = try KerberosFixture(KerberosFixture.identity(principal))
        let heard = fixture.ask()
        // A whole name counts wherever it is from.
        guard let user = principal == "dirk@CONTOSO" ? "dirk@CONTOSO" : user else {
            #expect(heard.status == 401)
            #expect(heard.rule == "web-tier.unknown-principal")
            return
        }
        #expect(heard.json?["username"]?.text == user)
        #expect(heard.user == user)
    }

    @Test("each request needs a ticket, and the client learns whom it talks to")
    func requests() throws {
        var fixture = try KerberosFixture(KerberosFixture.identity("fay@CONTOSO.EXAMPLE", answer: [1, 2, 3]))
        let heard = fixture.ask()
        #expect(heard["WWW-Authenticate"] == "Negotiate AQID")
        #expect(heard["Set-Cookie"]?.hasPrefix("esri_auth=") == true)
        let next = fixture.ask(nil)
        #expect(next.status == 401)
        #expect(next.fields.filter { $0.name == "WWW-Authenticate" }.map(\.value) == ["Negotiate", "NTLM"])
    }

    @Test(
        "a service is named alone or with its host",
        arguments: [
            ("HTTP", "HTTP/a@R", true), ("HTTP", "HTTPS/a@R", false), ("HTTP", "host/a@R", false),
            ("HTTP/a", "HTTP/a@R", true), ("HTTP/a", "HTTP/ab@R", false),
        ])
    func services(_ service: String, _ name: String, _ counts: Bool) {
        #expect(KerberosSettings(keytab: [], service: service).accepts(name) == counts)
    }

    @Test("a token is asked about once, and nothing is noted before the answer")
    func asked() throws {
        var fixture = try KerberosFixture(KerberosFixture.identity("fay@CONTOSO.EXAMPLE"))
        _ = fixture.ask()
        #expect(fixture.fixture.deployment.portals[0].log.entries.isEmpty)
    }

    @Test("NTLM signs in beside tickets, under its own scheme alone")
    func ntlm() throws {
        var fixture = try KerberosFixture(KerberosFixture.identity("fay@CONTOSO.EXAMPLE"))
        let offered = fixture.fixture.ask(
            "/portal/sharing/rest/community/self?f=json",
            fields: [("Authorization", "NTLM \(Base64.encode(KerberosFixture.ntlm))")])
        #expect(offered["WWW-Authenticate"]?.hasPrefix("NTLM TlRMTVNTUAACAAAA") == true)
        #expect(fixture.ask(KerberosFixture.ntlm).rule == "web-tier.negotiated-ntlm")
    }
}
