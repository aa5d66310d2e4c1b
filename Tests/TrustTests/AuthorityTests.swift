// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import Trust

@Suite("The throw-away authority")
struct AuthorityTests {
    /// What `openssl` says of the certificate.
    private func text(_ pem: String) throws -> String {
        let found = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")
        try #require(found, "openssl is missing; install it with: apt-get install openssl")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = ["x509", "-noout", "-text"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        input.fileHandleForWriting.write(Data(pem.utf8))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test("is constrained by name to this machine and the scenario's hosts")
    func constraints() throws {
        let text = try text(Authority(hosts: ["gis.contoso.example", "10.1.2.3"]).pem)
        #expect(text.contains("X509v3 Name Constraints: critical"))
        #expect(text.contains("DNS:localhost"))
        #expect(text.contains("DNS:gis.contoso.example"))
        #expect(text.contains("IP:127.0.0.0/255.0.0.0"))
        #expect(text.contains("IP:10.1.2.3/255.255.255.255"))
        #expect(text.contains("CA:TRUE, pathlen:0"))
        #expect(text.contains("id-ecPublicKey"))
        #expect(text.contains("Subject: CN = MockPortal throw-away CA\n"))
    }

    @Test("is another one each time")
    func throwAway() throws {
        #expect(try Authority(hosts: []).pem != Authority(hosts: []).pem)
    }

    @Test("shares a context among those with the same names")
    func sharing() throws {
        let authority = try Authority(hosts: [])
        let one = try authority.context(names: ["localhost", "127.0.0.1"])
        #expect(try authority.context(names: ["127.0.0.1", "localhost"]) === one)
        #expect(try authority.context(names: ["localhost"]) !== one)
    }

    @Test("a client without a certificate to trust is told")
    func client() {
        #expect(throws: OpenSSLFailure.self) { try ClientContext(authority: "rubbish") }
    }
}
