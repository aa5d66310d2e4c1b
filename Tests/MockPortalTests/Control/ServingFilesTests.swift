// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Foundation
import Testing

@testable import MockPortal

/// What `serve` writes for clients, and what it reads again.
@Suite("Files of serve")
struct ServingFilesTests {
    /// A folder of its own.
    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mock-portal-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("files for clients follow the scenario, and are gone at the end")
    func publication() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let publication = Publication(
            authority: "\(folder.path)/ca.pem", ready: "\(folder.path)/ready.json")
        try publication.publish(wire.portal)
        #expect(try names() == ["ca.pem", "ready.json"])
        let pki =
            "{ portal: { logins: { webTier: 'pki' }, users: [{ username: 'anna', password: 'x', certificate: true }] } }"
        let ready = try wire.request("PUT", "/_mock/scenario", body: pki, type: "application/json")?.json
        #expect(try names().count == 4)
        let text = try String(contentsOfFile: "\(folder.path)/ready.json", encoding: .utf8)
        #expect(try JSONReader.read(Array(text.utf8)) == ready)
        let certificate = try #require(ready?["users"]?[0]?["certificate"]?.text)
        #expect(try String(contentsOfFile: certificate, encoding: .utf8).hasPrefix("-----BEGIN CERTIFICATE"))
        let child = try wire.request(
            "POST", "/_mock/deployments", body: "{ portal: { hosts: ['other.example'] } }", type: "application/json")?
            .json
        let ca = try #require(child?["ca"]?.text)
        #expect(ca != ready?["ca"]?.text)
        #expect(try String(contentsOfFile: ca, encoding: .utf8) != wire.portal.certificateAuthority.pem)
        publication.remove()
        #expect(try names() == ["ca.pem"], "the user named it: it stays")
    }

    @Test("a watched scenario is served as it is now, if it is right")
    func watch() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ text: String) throws {
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        try write("base.json5", "{ servers: [{ version: '10.3.1' }], portal: null }")
        try write("mine.json5", "{ extends: './base.json5' }")
        let path = "\(folder.path)/mine.json5"
        let wire = try SocketFixture(path)
        defer { wire.portal.stopAndWait() }
        var watch = Watch(path)
        func version() throws -> String? {
            try wire.get("/arcgis/rest/info?f=json")?.json?["fullVersion"]?.text
        }
        let early = watch.hasChanged()
        #expect(!early)
        #expect(try version() == "10.3.1")
        try write("base.json5", "{ servers: [{ version: '10.6.1' }], portal: null }")
        let seen = [watch.hasChanged(), watch.hasChanged()]
        #expect(seen == [false, true], "once it rests")
        let fine = watch.reload(wire.portal)
        #expect(fine.isEmpty)
        #expect(try version() == "10.6.1")
        try write("mine.json5", "{ extends: './base.json5', tilte: 1 }")
        let again = [watch.hasChanged(), watch.hasChanged()]
        #expect(again == [false, true])
        let findings = watch.reload(wire.portal)
        #expect(findings.map(\.suggestion) == ["title"])
        #expect(try version() == "10.6.1")
        let told = watch.hasChanged()
        #expect(!told, "told once")
    }
}
