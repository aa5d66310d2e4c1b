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
        var watch = Watch(path)
        let wire = try SocketFixture(watch.start())
        defer { wire.portal.stopAndWait() }
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
    @Test("what changes while a watched scenario is read is noticed")
    func changing() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (path, data) = (folder.appendingPathComponent("mine.json5"), folder.appendingPathComponent("data.geojson"))
        func collection(_ name: String) -> String {
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[8,47]},
            "properties":{"name":"\(name)"}}]}
            """
        }
        let text = """
            { portal: null, servers: [{ services: [{ name: 'Towns', access: 'public',
              layers: [{ id: 0, name: 'Towns', source: './data.geojson' }] }] }] }
            """
        try text.write(to: path, atomically: true, encoding: .utf8)
        // Whoever reads a pipe waits for who writes it: meanwhile the scenario, which was read before, is changed.
        let isMade = unsafe mkfifo(data.path, 0o600) == 0
        try #require(isMade)
        let old = collection("old")
        let new = text.replacingOccurrences(of: "name: 'Towns', source", with: "name: 'T', source")
        let writer = Thread {
            let pipe = FileHandle(forWritingAtPath: data.path)
            try? new.write(to: path, atomically: true, encoding: .utf8)
            pipe?.write(Data(old.utf8))
            try? pipe?.close()
        }
        writer.start()
        var watch = Watch(path.path)
        let wire = try SocketFixture(watch.start())
        defer { wire.portal.stopAndWait() }
        func layer() throws -> String? {
            try wire.get("/arcgis/rest/services/Towns/MapServer/0?f=json")?.json?["name"]?.text
        }
        #expect(try layer() == "Towns")
        try FileManager.default.removeItem(at: data)
        try old.write(to: data, atomically: true, encoding: .utf8)
        let seen = [watch.hasChanged(), watch.hasChanged()]
        #expect(seen == [false, true])
        #expect(watch.reload(wire.portal).isEmpty)
        #expect(try layer() == "T")
    }
}
