// SPDX-License-Identifier: Apache-2.0

import Foundation
import Formats
import TestSupport
import Testing

@testable import MockPortal
@testable import Recording

@Suite("secrets in recordings")
struct CanaryTests {
    /// A hundred secrets of every shape.
    static let secrets: [String] = {
        var chance = SeededGenerator(seed: 21)
        func word(_ alphabet: String, _ count: Int) -> String {
            String((0..<count).map { _ in Array(alphabet).randomElement(using: &chance) ?? "x" })
        }
        let lower = "abcdefghijklmnopqrstuvwxyz"
        let mixed = lower + lower.uppercased() + "0123456789"
        var list = [
            "Tr0ub4dor&3", "correct horse battery staple", "p@ss w0rd!", "Ünïcödé-Pässwört", "пароль-Москва", "秘密の言葉です",
            "🐴🔋📎✅🔑",
            "j.doe@contoso-water.example", "CONTOSO\\jdoe77", "Jane Q. Doeberger", "gis-internal.contoso-water.local",
            "10.137.42.199",
            "fd12:3456:789a::17", "00:1b:44:11:3a:b7", "+49 170 5551234", "4929 7714 0032 5581",
            "DE89370400440532013000",
            "\\\\fileserver01\\gisdata\\parcels", "/home/jdoeberger/projects", "SERVER=db01;USER=sdeadmin;PASSWORD=Zx9",
            "AKIAIOSFODNN7EXAMPLE", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "Server-Admin-2024",
            "secret+with/slashes==",
            "a&b=c%20d?e#f", "<script>alert('x9q')</script>", "O'Brien-Kowalczyk", "quote\"inside'both",
            "line\nbreak77", "tab\tkey88",
        ]
        while list.count < 40 { list.append(word(mixed, 64)) }
        while list.count < 50 { list.append(word("0123456789abcdef", 32)) }
        while list.count < 58 {
            list.append(
                "\(word("0123456789abcdef", 8))-\(word("0123456789abcdef", 4))-4abc-\(word("0123456789abcdef", 12))")
        }
        while list.count < 66 { list.append("eyJ\(word(mixed, 20)).eyJ\(word(mixed, 60)).\(word(mixed + "-_", 43))") }
        while list.count < 74 { list.append("\(word(lower, 7)).\(word(lower, 9))") }
        while list.count < 82 { list.append(word("0123456789", 12)) }
        while list.count < 90 { list.append("\(word(lower, 1).uppercased())\(word(lower, 8)) \(word(lower, 10))") }
        while list.count < 100 { list.append(word(mixed + "!$%()*,-.:;@_~", 18)) }
        return list
    }()

    private static func json(_ text: String) -> String {
        String(decoding: JSONWriter.json(.string(text)), as: UTF8.self)
    }

    /// An archive with a secret in every place where there may be one.
    private static func archive() -> String {
        var entries: [String] = []
        func entry(
            _ path: String, _ method: String = "GET", headers: [(String, String)] = [], body: (String, String)? = nil,
            status: Int = 200, answer: String, type: String = "application/json", answered: [(String, String)] = [],
            coded: Bool = false
        ) {
            func fields(_ list: [(String, String)]) -> String {
                list.map { "{\"name\":\(json($0.0)),\"value\":\(json($0.1))}" }.joined(separator: ",")
            }
            let posted = body.map { ",\"postData\":{\"mimeType\":\(json($0.0)),\"text\":\(json($0.1))}" } ?? ""
            let url = json("https://gis-internal.contoso-water.local\(path)")
            let encoding = coded ? ",\"encoding\":\"base64\"" : ""
            let request = "{\"method\":\"\(method)\",\"url\":\(url),\"headers\":[\(fields(headers))]\(posted)}"
            let content = "{\"mimeType\":\"\(type)\"\(encoding),\"text\":\(json(answer))}"
            let response = "{\"status\":\(status),\"headers\":[\(fields(answered))],\"content\":\(content)}"
            let comment = json(secrets[entries.count % 100])
            let time = "\"startedDateTime\":\"2026-11-29T10:00:00Z\",\"comment\":\(comment)"
            entries.append("{\(time),\"request\":\(request),\"response\":\(response)}")
        }
        for (index, secret) in secrets.enumerated() {
            let coded = Percent.encode(secret)
            let base64 = Data(secret.utf8).base64EncodedString()
            switch index % 10 {
            case 0:  // as a password, and in the message about it
                entry(
                    "/portal/sharing/rest/generateToken", "POST",
                    body: (
                        "application/x-www-form-urlencoded",
                        "username=admin&password=\(coded)&client=referer&referer=https%3A%2F%2F\(coded)&f=json"
                    ),
                    answer:
                        "{\"error\":{\"code\":400,\"message\":\(json("Unable to use \(secret) here")),\"details\":[\(json(secret))]}}"
                )
            case 1:  // a token in the query, in a header and in the answer
                entry(
                    "/portal/sharing/rest/community/self?f=json&token=\(coded)",
                    headers: [("X-Esri-Authorization", "Bearer \(secret)"), ("Authorization", "Basic \(base64)")],
                    answer:
                        "{\"username\":\(json(secret)),\"role\":\"org_admin\",\"fullName\":\(json(secret)),\"email\":\(json("x@\(secret)"))}"
                )
            case 2:  // cookies
                entry(
                    "/portal/sharing/rest?f=json", headers: [("Cookie", "esri_auth=\(coded); \(coded)=1")],
                    answer: "{\"currentVersion\":\"2024.2\"}",
                    answered: [("Set-Cookie", "esri_auth=\(coded); path=/; secure"), ("X-Secret", secret)])
            case 3:  // a SAML assertion in base64, in a page and in a form
                let assertion = Data("<saml:NameID>\(secret)</saml:NameID>".utf8).base64EncodedString()
                entry(
                    "/portal/sharing/rest/oauth2/saml/signin",
                    answer: "<html><input name=\"SAMLResponse\" value=\"\(assertion)\"/>\(secret)</html>",
                    type: "text/html")
                entry(
                    "/portal/sharing/rest/oauth2/saml/signin", "POST",
                    body: (
                        "application/x-www-form-urlencoded",
                        "SAMLResponse=\(Percent.encode(assertion))&RelayState=\(coded)"
                    ), status: 302, answer: "", type: "text/html",
                    answered: [("Location", "https://\(coded).example/cb?code=\(coded)#access_token=\(coded)")])
            case 4:  // JSON in strings in JSON
                let inner =
                    "{\"operationalLayers\":[{\"title\":\(json(secret)),\"\(index)\":\(json("[\(json(secret))]"))}]}"
                entry(
                    "/portal/sharing/rest/content/items/0123456789abcdef0123456789abcdef?f=json",
                    answer: "{\"id\":\"x\",\"description\":\(json(secret)),\"text\":\(json(inner)),\(json(secret)):1}")
            case 5:  // URLs in URLs
                entry(
                    "/portal/sharing/rest/oauth2/authorize?client_id=\(coded)&redirect_uri="
                        + Percent.encode(
                            "https://app.example/cb?next=\(Percent.encode("https://h/\(coded)?t=\(coded)"))")
                        + "&state=\(coded)",
                    headers: [("Referer", "https://app.example/\(coded)?x=\(coded)"), ("Origin", secret)],
                    answer: "<html><script>var oauth_state = \(json(secret));</script></html>", type: "text/html")
            case 6:  // paths: folders, services, users
                entry(
                    "/arcgis/rest/services/\(coded)/MapServer?f=json",
                    answer:
                        "{\"currentVersion\":11.4,\"mapName\":\(json(secret)),\"layers\":[{\"id\":0,\"name\":\(json(secret))}]}"
                )
                entry(
                    "/portal/sharing/rest/community/users/\(coded)?f=json",
                    answer: "{\"username\":\(json(secret)),\"role\":\"org_user\"}")
            case 7:  // features
                entry(
                    "/arcgis/rest/services/Roads/MapServer/0/query", "POST",
                    body: (
                        "application/x-www-form-urlencoded",
                        "where=\(Percent.encode("NAME = '\(secret)'"))&outFields=*&f=json"
                    ),
                    answer:
                        "{\"fields\":[{\"name\":\(json(secret)),\"type\":\"esriFieldTypeString\",\"alias\":\(json(secret))}],"
                        + "\"features\":[{\"attributes\":{\"NAME\":\(json(secret)),\(json(secret)):\(json(secret))}}]}")
            case 8:  // a multipart form, JSON and other text in bodies
                entry(
                    "/portal/sharing/rest/content/users/\(coded)/addItem", "POST",
                    headers: [("Content-Type", "multipart/form-data; boundary=b")],
                    body: (
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\(secret)\r\n"
                            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(index)\"\r\n\r\n\(secret)\r\n--b--\r\n"
                    ),
                    answer: "callback_\(index)({\"text\":\(json(secret))});", type: "text/javascript")
                entry(
                    "/arcgis/admin/services?f=json", "PUT", body: ("application/json", "{\"x\":\(json(secret))}"),
                    answer: secret, type: "text/plain")
            default:  // what came in base64, and a page with it
                entry(
                    "/arcgis/rest/info?f=json",
                    answer: Data("{\"authInfo\":{\"tokenServicesUrl\":\(json("https://\(secret)/x"))}}".utf8)
                        .base64EncodedString(), coded: true)
                entry(
                    "/arcgis/rest/services?f=html",
                    answer: "<html><title>\(secret)</title><a href=\"/x?t=\(coded)\">\(base64)</a></html>",
                    type: "text/html")
            }
        }
        return "{\"log\":{\"version\":\"1.2\",\"entries\":[\(entries.joined(separator: ",\n"))]}}"
    }

    @Test("a hundred, in every place: none in the scenario, none in the report")
    func canary() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).har")
        try Self.archive().write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let run = try ImportRun(file.path)
        let written = run.scenario + run.report.text
        #expect(Set(Self.secrets).count == 100)
        for secret in Self.secrets {
            let spellings = [
                secret, Percent.encode(secret), Data(secret.utf8).base64EncodedString(),
                String(Self.json(secret).dropFirst().dropLast()),
            ]
            for spelling in spellings { #expect(!written.contains(spelling), "\(secret)") }
        }
        for word in ["contoso", "jdoe", "Doeberger", "Kowalczyk", "fileserver01", "staple"] {
            #expect(!written.lowercased().contains(word.lowercased()), "\(word)")
        }
    }
}
