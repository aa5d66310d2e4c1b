// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing

@testable import Enterprise

/// Answers of real servers against ours of the same release to the same question: keys, their order, types; of errors
/// every byte. `Tests/Golden/README.md` tells the form of the tables.
@Suite("Answers of real servers")
struct GoldenTests {
    @Test("every real answer is in a table, once answered or not, and tables can be read")
    func tables() {
        let asked = Set(GoldenTable.all.flatMap(\.rows).map(\.golden))
        let without = GoldenTable.all.flatMap { $0.without.keys }
        for table in GoldenTable.all { #expect(table.mistakes.isEmpty, "\(table.file)") }
        #expect(asked.count >= 20)
        #expect(asked.union(without) == Set(GoldenTable.answers.keys))
        #expect(asked.isDisjoint(with: without))
        for table in GoldenTable.all {
            for (answer, reason) in table.without { #expect(!reason.isEmpty, "\(answer)") }
            for row in table.rows { #expect(row.differs.values.allSatisfy { !$0.isEmpty }, "\(row.golden)") }
        }
    }

    @Test("ours are like them but for the differences that are listed", arguments: GoldenTable.all.flatMap(\.rows))
    func row(_ row: GoldenTable.Row) throws {
        var fixture = try PortalFixture(row.scenario, files: GoldenTable.answers)
        var job = ""
        for request in row.before {
            let request = GoldenTests.filled(request.replacing("{job}", with: job), &fixture)
            let said = try GoldenTests.ask(request, &fixture)
            #expect(!said.contains("\"error\""), "\(row.golden): \(request)")
            job = (try? JSONReader.read(Array(said.utf8)))?["jobId"]?.text ?? job
        }
        var token = row.user.map { "&token=" + fixture.token($0, [("client", "requestip")]) } ?? ""
        if row.isSiteAdministrator {
            let form = [("username", "psa"), ("password", "pw"), ("client", "requestip"), ("f", "json")]
            token = "&token=" + fixture.ask("/arcgis/admin/generateToken", form: form).token
        }
        let ask = GoldenTests.filled(row.ask.replacing("{job}", with: job), &fixture)
        let body = try GoldenTests.ask(ask + token, file: row.file, &fixture)
        let golden = GoldenTable.answers[row.golden] ?? ""
        if row.isExact {
            #expect(GoldenTests.plain(body, row) == GoldenTests.plain(golden, row))
        } else {
            let real = try JSONReader.read(Array(golden.utf8))
            let whole = try JSONReader.read(Array(body.utf8))
            let ours = try #require(row.part.map { whole.at(pointer: $0) } ?? whole, "\(row.golden): \(body)")
            let found = Likeness.differences(real: real, ours: ours)
            for difference in found where !row.names(difference) {
                Issue.record("\(row.golden): \(difference)")
            }
            for difference in row.differs.keys where !found.contains(where: { row.names($0, by: difference) }) {
                Issue.record("\(row.golden): differs no longer: \(difference)")
            }
        }
    }

    /// The request with the token of a member in place of `{token:name}`.
    private static func filled(_ request: String, _ fixture: inout PortalFixture) -> String {
        var filled = request
        for match in request.matches(of: /\{token:([^}]+)\}/) {
            filled = filled.replacing(match.0, with: fixture.token(String(match.1), [("client", "requestip")]))
        }
        for match in request.matches(of: /\{item:([^}]+)\}/) {
            filled = filled.replacing(match.0, with: Item.id("gis", String(match.1), "MapServer"))
        }
        return filled
    }

    /// `GET target` or `POST target form`.
    private static func ask(
        _ request: String, file: String? = nil, _ fixture: inout PortalFixture
    ) throws -> String {
        let parts = request.split(separator: " ", maxSplits: 2).map(String.init)
        try #require(parts.count >= 2)
        if let file, parts.count > 2 {
            let fields = parts[2].split(separator: "&").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
            let start = "--b\r\nContent-Disposition: form-data; name="
            let form = fields.map { "\(start)\"\($0[0])\"\r\n\r\n\($0[1])\r\n" }
            let head = "\(start)\"attachment\"; filename=\"\(file)\"\r\n\r\n"
            return fixture.ask(
                parts[1], method: parts[0], fields: [("Content-Type", "multipart/form-data; boundary=b")],
                body: Array((form.joined() + head + "text\r\n--b--\r\n").utf8)
            ).body
        }
        let fields = parts.count > 2 ? [("Content-Type", "application/x-www-form-urlencoded")] : []
        return fixture.ask(
            parts[1], method: parts[0], fields: fields, body: parts.count > 2 ? Array(parts[2].utf8) : nil
        ).body
    }

    /// Without the newline that a stored file ends in; of collapsed ones without what collapsing takes.
    private static func plain(_ text: String, _ row: GoldenTable.Row) -> String {
        var text = text
        while text.last == "\n" { text.removeLast() }
        return row.isCollapsed
            ? text.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ") : text
    }

    @Test(
        "differences are found",
        arguments: [
            (#"{"a":1,"b":"x"}"#, #"{"a":2,"b":"y"}"#, [String]()),
            (#"{"a":1,"b":"x"}"#, #"{"b":"y","a":1}"#, [": order"]),
            (#"{"a":1,"b":[]}"#, #"{"a":null,"c":1}"#, ["lacks /b", "adds /c", "/a: null for a number"]),
            (#"{"a":[{"b":1},{"b":"x"}]}"#, #"{"a":[{"b":1},{"b":2},{}]}"#, ["/a/*/b: a number for a string"]),
            (#"{"a":[1]}"#, #"{"a":[]}"#, ["/a: empty"]), (#"[{"a":1}]"#, #"[[]]"#, ["/*: an array for an object"]),
        ])
    func likeness(_ real: String, _ ours: String, _ found: [String]) throws {
        let (real, ours) = (try JSONReader.read(Array(real.utf8)), try JSONReader.read(Array(ours.utf8)))
        #expect(Likeness.differences(real: real, ours: ours) == found)
    }
}
