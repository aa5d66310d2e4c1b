// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Foundation
import FuzzTargets
import SeededRandom

/// Requests to everything that is routed, with parameters that are right, wrong and absurd, from people with and without
/// rights. What `Tests/Fuzz/surfaces.py` asks over sockets, asked of a deployment.
struct SurfaceRequests {
    /// `Tests/Fuzz/words.json`.
    private struct Words: Decodable {
        var names: [String: [String]]
        var values: [String]
        var repeated: [Repeated]
        var parameters: [String]
        var headers: [String]
    }

    private struct Repeated: Decodable {
        var text: String
        var times: Int
    }

    /// What `mock-portal routes --json` says of the doors that a deployment has.
    private struct Routes: Decodable {
        struct Route: Decodable { var path: String }
        var portal: [Route]
        var server: [Route]
        var idp: [Route]
    }

    private let words: Words
    private let values: [String]
    private let paths: [String]
    /// Tokens of people with more and fewer rights, and one that nobody issued.
    private var tokens: [String] = []
    /// What the site's scenario asks.
    private var asked: [FuzzSite.Asked] = []

    /// Identifiers of items, groups, jobs and the like, from answers.
    private var ids: [String] = []
    private static let mostIDs = 40

    /// Reads the words and the routes from files.
    init(words: String, routes: String) throws {
        self.words = try JSONDecoder().decode(Words.self, from: Data(contentsOf: URL(filePath: words)))
        values = self.words.values + self.words.repeated.map { String(repeating: $0.text, count: $0.times) }
        let told = try JSONDecoder().decode(Routes.self, from: Data(contentsOf: URL(filePath: routes)))
        paths =
            [("/portal/", told.portal), ("/arcgis/", told.server), ("/idp/", told.idp)].flatMap { context, routes in
                routes.map { $0.path.hasPrefix("/") ? $0.path : context + $0.path }
            }
    }

    /// Turns to a site.
    mutating func begin(at site: FuzzSite) { (ids, tokens, asked) = ([], site.tokens, site.asked) }

    /// The bytes of a request: one of the scenario's with something spoilt, or any route with any parameters.
    func next(_ dice: inout SeededGenerator) -> [UInt8] {
        Bool.random(using: &dice) && !asked.isEmpty ? known(&dice) : anything(&dice)
    }

    private func known(_ dice: inout SeededGenerator) -> [UInt8] {
        var one = dice.pick(asked)
        for number in one.form.indices {
            // What an earlier step saved.
            if one.form[number].1.hasPrefix("{"), one.form[number].1.hasSuffix("}"), !one.form[number].1.contains("\"")
            {
                one.form[number].1 = dice.pick(one.form[number].0 == "token" ? tokens : tokens + ids)
            }
            switch Int.random(in: 0..<12, using: &dice) {
            case 0: one.form[number].1 = dice.pick(values)
            case 1, 2, 3: one.form[number].1 = SurfaceRequests.miscounted(one.form[number].1, &dice)
            case 4: one.form[number].0 = dice.pick(words.parameters)
            case 5 where !ids.isEmpty: one.form[number].1 = dice.pick(ids)
            default: break
            }
        }
        if Int.random(in: 0..<4, using: &dice) == 0 {
            one.form.append((dice.pick(words.parameters), dice.pick(values)))
        }
        if Int.random(in: 0..<2, using: &dice) == 0 { one.form.append(("token", dice.pick(tokens))) }
        if !ids.isEmpty, one.path.contains("{") {
            one.path = one.path.split(separator: "/").map { $0.hasPrefix("{") ? dice.pick(ids) : String($0) }
                .reduce("") { "\($0)/\($1)" }
        }
        if let (text, type) = one.body { return post(one.path, type, SurfaceRequests.miscounted(text, &dice), &dice) }
        return request(one.path, one.form, isMultipart: one.isMultipart, &dice)
    }

    private static let numbers = [
        "1e308", "-1e308", "0", "-1", "1e-300", "99999999999999999999", "-9223372036854775808", "9223372036854775807",
        "2147483648", "-2147483649", "1.5", "1e400", "NaN", "", "4294967296", "1e18", "65536", "180.0000001",
    ]

    /// A text with one of its numbers replaced by one that is hard to count with.
    private static func miscounted(_ text: String, _ dice: inout SeededGenerator) -> String {
        let bytes = Array(text.utf8)
        func isPart(_ byte: UInt8) -> Bool { ASCII.isDigit(byte) || byte == 45 || byte == 46 }
        let starts = bytes.indices.filter { isPart(bytes[$0]) && ($0 == 0 || !isPart(bytes[$0 - 1])) }
        guard !starts.isEmpty else { return text }
        let start = dice.pick(starts)
        let end = bytes[start...].firstIndex { !isPart($0) } ?? bytes.count
        return String(decoding: bytes[..<start] + Array(dice.pick(numbers).utf8) + bytes[end...], as: UTF8.self)
    }

    private func anything(_ dice: inout SeededGenerator) -> [UInt8] {
        var form: [(String, String)] = (0..<Int.random(in: 0...8, using: &dice)).map { _ in
            let isID = !ids.isEmpty && Int.random(in: 0..<8, using: &dice) == 0
            return (dice.pick(words.parameters), dice.pick(isID ? ids : values))
        }
        if Int.random(in: 0..<10, using: &dice) < 7 { form.append(("f", "json")) }
        if Int.random(in: 0..<10, using: &dice) < 7 { form.append(("token", dice.pick(tokens))) }
        return request(filled(dice.pick(paths), &dice), form, isMultipart: false, &dice)
    }

    private func request(
        _ path: String, _ form: [(String, String)], isMultipart: Bool, _ dice: inout SeededGenerator
    ) -> [UInt8] {
        let text = Form.encode(form)
        switch isMultipart ? 9 : Int.random(in: 0..<10, using: &dice) {
        case 0..<4:
            return Array("GET \(path)?\(text.prefix(8000)) HTTP/1.1\r\nHost: h.example\r\n\(headers(&dice))\r\n".utf8)
        case 4..<9: return post(path, "application/x-www-form-urlencoded", text, &dice)
        default:
            let parts = form.map { name, value in
                let file = Bool.random(using: &dice) ? "; filename=\"x.zip\"" : ""
                return "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n\(value)\r\n"
            }
            return post(path, "multipart/form-data; boundary=b", parts.joined() + "--b--\r\n", &dice)
        }
    }

    /// Takes the identifiers of an answer for later requests.
    mutating func learn(from body: [UInt8]) {
        guard body.count < 4096 else { return }
        for word in body.split(whereSeparator: { !($0 >= 48 && $0 < 58 || $0 >= 97 && $0 < 103 || $0 == 106) }) {
            guard word.count == 32 || word.count == 33 else { continue }
            let id = String(decoding: word, as: UTF8.self)
            guard !ids.contains(id) else { continue }
            if ids.count == SurfaceRequests.mostIDs { ids.removeFirst() }
            ids.append(id)
        }
    }

    private func post(_ path: String, _ type: String, _ body: String, _ dice: inout SeededGenerator) -> [UInt8] {
        Array(
            "POST \(path) HTTP/1.1\r\nHost: h.example\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\(headers(&dice))\r\n\(body)"
                .utf8)
    }

    /// A header field or two, of one request in four.
    private func headers(_ dice: inout SeededGenerator) -> String {
        guard Int.random(in: 0..<4, using: &dice) == 0 else { return "" }
        return (0...Int.random(in: 0...1, using: &dice)).map { _ in
            let line = dice.pick(words.headers).replacing("{token}", with: dice.pick(tokens))
            return "\(Bool.random(using: &dice) ? SurfaceRequests.miscounted(line, &dice) : line)\r\n"
        }.joined()
    }

    /// A path with something in the place of each name.
    private func filled(_ path: String, _ dice: inout SeededGenerator) -> String {
        var filled = ""
        for (number, piece) in path.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard number > 0, let end = piece.firstIndex(of: "}") else {
                filled += piece
                continue
            }
            let known = words.names[String(piece[..<end])] ?? (words.names["id"] ?? []) + (words.names["layer"] ?? [])
            let value =
                switch Int.random(in: 0..<10, using: &dice) {
                case 0: String(dice.pick(values).prefix(300))
                case 1..<5 where !ids.isEmpty: dice.pick(ids)
                default: dice.pick(known)
                }
            filled += value.split(separator: "/", omittingEmptySubsequences: false)
                .map { Percent.encode(String($0)) }.joined(separator: "/")
            filled += piece[piece.index(after: end)...]
        }
        return filled
    }
}
