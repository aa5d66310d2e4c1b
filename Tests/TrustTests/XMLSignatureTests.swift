// SPDX-License-Identifier: Apache-2.0

import Foundation
import Formats
import Testing

@testable import Trust

@Suite("XML signatures")
struct XMLSignatureTests {
    private static let document = """
        <r xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r"><saml:Assertion ID="_a"><saml:Issuer>i</saml:Issuer>\
        <saml:Subject>äöü &amp; "x"</saml:Subject></saml:Assertion></r>
        """

    @Test("what is signed is verified, and read from the signed element")
    func round() throws {
        let key = try #require(SigningKey.shared(0))
        let signed = try XMLSignature.sign(Self.document, id: "_a", by: key)
        let verified = try XMLSignature.verify(Array(signed.utf8), certificates: [key.certificate])
        #expect(verified.root["ID"] == "_a")
        #expect(verified.root.first("Subject")?.text == "äöü & \"x\"")
        #expect(throws: XMLFailure.self) {
            try XMLSignature.verify(Array(Self.document.utf8), certificates: [key.certificate])
        }
        let stranger = try #require(SigningKey.shared(2))
        #expect(throws: XMLFailure.self) {
            try XMLSignature.verify(Array(signed.utf8), certificates: [stranger.certificate])
        }
        #expect(
            (try? XMLSignature.verify(Array(signed.utf8), certificates: [stranger.certificate, key.certificate])) != nil
        )
    }

    @Test("certificates are valid by their own dates")
    func dates() throws {
        let key = try #require(SigningKey.shared(0))
        let now: Int64 = 1_453_829_340_000
        #expect(SigningKey.isValid(key.certificate, at: now))
        #expect(!SigningKey.isValid(key.expiredCertificate, at: now))
        #expect(SigningKey.isValid(key.expiredCertificate, at: 960_000_000_000))
        #expect(!SigningKey.isValid(key.certificate, at: 0))
        #expect(!SigningKey.isValid("rubbish", at: now))
    }

    @Test("structs are laid out as the library's own flags have it")
    func layout() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("layout-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = """
            #include <stdio.h>
            #include <xmlsec/xmlsec.h>
            #include <xmlsec/xmldsig.h>
            int main(void) { return printf("%zu", sizeof(xmlSecDSigCtx)) < 0; }
            """
        try source.write(to: folder.appendingPathComponent("size.c"), atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.currentDirectoryURL = folder
        process.arguments = [
            "-c", "${CC:-clang} $(pkg-config --cflags xmlsec1-openssl) size.c -o size && ./size",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(process.terminationStatus == 0, "needs a C compiler: apt-get install clang, or CC=gcc")
        #expect(Int(text) == XMLSignature.contextSize)
    }

    @Test("elements are written as they are read", arguments: ["", "<&>\"'", "a\nb\tc", "\u{1}x", "äöü€😀"])
    func written(_ text: String) throws {
        let xml = XMLElement("a", [("b", text)], [XMLElement("c", text: text)]).xml
        let tree = try XMLSignature.read(Array(xml.utf8))
        let kept = text.replacing("\u{1}", with: "\u{FFFD}")
        #expect(tree["b"] == kept)
        #expect(tree.first("c")?.text == kept)
    }
}
