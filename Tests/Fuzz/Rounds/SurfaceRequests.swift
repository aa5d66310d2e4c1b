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
        var parameters: [String]
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

    /// Identifiers of items, groups, jobs and the like, from answers.
    private var ids: [String] = []
    private static let mostIDs = 40

    /// Reads the words and the routes from files.
    init(words: String, routes: String) throws {
        let data = try Data(contentsOf: URL(filePath: words))
        self.words = try JSONDecoder().decode(Words.self, from: data)
        let repeated = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["repeated"] as? [[Any]] ?? []
        values =
            self.words.values
            + repeated.compactMap { pair in
                guard let text = pair.first as? String, let count = pair.last as? Int else { return nil }
                return String(repeating: text, count: count)
            }
        let told = try JSONDecoder().decode(Routes.self, from: Data(contentsOf: URL(filePath: routes)))
        paths =
            [("/portal/", told.portal), ("/arcgis/", told.server), ("/idp/", told.idp)].flatMap { context, routes in
                routes.map { $0.path.hasPrefix("/") ? $0.path : context + $0.path }
            }
    }

    /// Signs people in.
    mutating func begin(at deployment: inout Deployment) {
        ids = []
        tokens = ["viewer", "publisher", "portadmin"].map { user in
            token("/portal/sharing/rest/generateToken", user, &deployment)
        }
        tokens += [token("/arcgis/admin/generateToken", "siteadmin", &deployment), "rubbish"]
    }

    private func token(_ path: String, _ user: String, _ deployment: inout Deployment) -> String {
        let form = "username=\(user)&password=\(user)&client=requestip&expiration=600&f=json"
        let fields = Fields([.init("Host", "h.example"), .init("Content-Type", "application/x-www-form-urlencoded")])
        let request = Request(method: "POST", target: Target(path), fields: fields, body: Array(form.utf8))
        let answer = FuzzTarget.answer(request, of: &deployment, at: FuzzTarget.now)
        guard let token = (try? JSONReader.read(answer.body))?["token"]?.text else {
            preconditionFailure("\(user) gets no token: \(String(decoding: answer.body, as: UTF8.self))")
        }
        return token
    }

    /// The bytes of a request.
    func next(_ dice: inout SeededGenerator) -> [UInt8] {
        var form: [(String, String)] = (0..<Int.random(in: 0...8, using: &dice)).map { _ in
            let isID = !ids.isEmpty && Int.random(in: 0..<8, using: &dice) == 0
            return (dice.pick(words.parameters), dice.pick(isID ? ids : values))
        }
        if Int.random(in: 0..<10, using: &dice) < 7 { form.append(("f", "json")) }
        if Int.random(in: 0..<10, using: &dice) < 7 { form.append(("token", dice.pick(tokens))) }
        let path = filled(dice.pick(paths), &dice)
        let text = Form.encode(form)
        switch Int.random(in: 0..<10, using: &dice) {
        case 0..<4: return Array("GET \(path)?\(text.prefix(8000)) HTTP/1.1\r\nHost: h.example\r\n\r\n".utf8)
        case 4..<9: return post(path, "application/x-www-form-urlencoded", text)
        default:
            let parts = form.map { name, value in
                let file = Bool.random(using: &dice) ? "; filename=\"x.zip\"" : ""
                return "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n\(value)\r\n"
            }
            return post(path, "multipart/form-data; boundary=b", parts.joined() + "--b--\r\n")
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

    private func post(_ path: String, _ type: String, _ body: String) -> [UInt8] {
        Array(
            "POST \(path) HTTP/1.1\r\nHost: h.example\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                .utf8)
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
