// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Recording

@Suite("redaction of recordings")
struct RedactionTests {
    @Test("of the addresses that an attestation names, the host is hidden; a loopback address is nobody's")
    func addresses() {
        var redaction = RecordingRedaction()
        let hidden = redaction.hidden(url: "https://gis.cityofx.example/portal")
        #expect(hidden.hasPrefix("https://") && !hidden.contains("cityofx"), "\(hidden)")
        #expect(!redaction.hidden(text: "asked gis.cityofx.example").contains("cityofx"))
        #expect(redaction.hidden(url: "https://127.0.0.1:7443/portal") == "https://127.0.0.1:7443/portal")
    }

    @Test("an alias has the length and the alphabet of its word, and is the same everywhere")
    func aliases() throws {
        var redaction = RecordingRedaction()
        let text = "J.Doe-77@Contoso.example Ünïcode 9f8e7d6c"
        let alias = redaction.denied(text)
        #expect(alias != text)
        #expect(alias.unicodeScalars.count == text.unicodeScalars.count && alias.utf8.count == text.utf8.count)
        for (one, other) in zip(text.unicodeScalars, alias.unicodeScalars) where one.value < 128 {
            #expect(ASCII.isDigit(UInt8(one.value)) == ASCII.isDigit(UInt8(other.value)) || text.contains("9f8e"))
            #expect(one.properties.isUppercase == other.properties.isUppercase)
        }
        #expect(redaction.denied("Contoso") == String(alias.split(separator: "@")[1].prefix(7)))
        #expect(redaction.denied("CONTOSO") == redaction.denied("Contoso").uppercased())
        #expect(RecordingRedaction().aliases.count == 0)
    }

    @Test("words of the product stay, and nothing else")
    func words() {
        var redaction = RecordingRedaction()
        func value(_ text: String, _ name: String) -> String { redaction.value(text, named: name) }
        for (text, name) in [
            ("json", "f"), ("esriGeometryPoint", "geometryType"), ("Query,Map,Data", "capabilities"), ("4326", "outSR"),
            ("*", "outFields"),
            ("1=1", "where"), ("true", "returnGeometry"), ("2024.2", "currentVersion"), ("Token Required", "message"),
            ("-9810000.5", "xmin"),
            ("urn:ietf:wg:oauth:2.0:oob", "redirect_uri"), ("OBJECTID", "name"),
        ] { #expect(value(text, name) == text) }
        for (text, name) in [
            ("admin", "username"), ("token", "password"), ("Service of Tokens", "title"), ("123456789", "phone"),
            ("10.1.2.3", "host"),
            ("a-b-c-d", "x1"), ("json-password-2024", "message"),
        ] { #expect(value(text, name) != text, "\(text)") }
        #expect(redaction.kept.values["json"] == 1)
    }

    @Test("coordinates on request")
    func coordinates() throws {
        let json = try JSONReader.read(
            Array(#"{"geometry":{"rings":[[[-81.5234567,30.25]]],"spatialReference":{"wkid":102100}}}"#.utf8))
        var plain = RecordingRedaction()
        #expect(plain.redact(json) == json)
        #expect(plain.kept.coordinates == 2)
        var options = RecordingRedaction.Options()
        options.hidesCoordinates = true
        var hiding = RecordingRedaction(options)
        let hidden = hiding.redact(json)
        #expect(hidden["geometry"]?["spatialReference"]?["wkid"]?.integer == 102_100)
        #expect(hidden["geometry"]?["rings"]?[0]?[0]?[0] != json["geometry"]?["rings"]?[0]?[0]?[0])
    }

    @Test("a password that consists of words of the product is hidden in a message, too")
    func learned() {
        var redaction = RecordingRedaction()
        let url = WebURL("https://h/portal/sharing/rest/generateToken")
        guard let url else { return }
        let exchange = RecordedExchange(
            number: 1, method: "POST", url: url, fields: [.init("Content-Type", "application/x-www-form-urlencoded")],
            body: Array("username=x&password=invalid+token+request".utf8),
            answer: RecordedAnswer(
                status: 200, body: Array(#"{"error":{"code":400,"message":"invalid token request"}}"#.utf8)))
        let redacted = redaction.redact([exchange])
        let text = String(decoding: redacted.first?.answer?.body ?? [], as: UTF8.self)
        #expect(!text.contains("invalid token request"))
    }
}
