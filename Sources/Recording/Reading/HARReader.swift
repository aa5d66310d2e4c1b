// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// HTTP archives (http://www.softwareishard.com/blog/har-12-spec/), as browsers and proxies write them.
enum HARReader {
    /// The bytes of one entry that are kept.
    private static let entryRoom = 4 << 20

    static func read(_ stream: inout JSONStream, _ name: String) throws(UnreadableRecording) -> RecordedFile {
        var file = RecordedFile(.har)
        var hasEntries = false
        do throws(UnreadableRecording) {
            try stream.object { (stream, name) throws(UnreadableRecording) in
                guard name == "log" else { return try stream.skip() }
                try stream.object { (stream, name) throws(UnreadableRecording) in
                    guard name == "entries" else { return try stream.skip() }
                    hasEntries = true
                    try entries(&stream, &file, name: name)
                }
            }
        } catch {
            // An archive that was cut off is of use up to there.
            guard !file.exchanges.isEmpty else { throw error }
            var finding = error.finding
            finding = Finding(
                .warning, file: finding.file, position: finding.position,
                message: "\(finding.message); what comes after entry \(file.exchanges.count) is left out")
            file.findings.append(finding)
        }
        guard hasEntries else { throw stream.failure("this archive has no log.entries") }
        return file
    }

    private static func entries(
        _ stream: inout JSONStream, _ file: inout RecordedFile, name: String
    ) throws(UnreadableRecording) {
        var number = 0
        try stream.array { (stream) throws(UnreadableRecording) in
            number += 1
            let position = try stream.peek().map { _ in stream.position } ?? stream.position
            let entry = try stream.value(keeping: entryRoom)
            do throws(Unusable) {
                guard let exchange = try exchange(entry, number: number, isCut: stream.wasCut) else { return }
                file.add(exchange)
            } catch {
                file.findings.append(
                    Finding(
                        .warning, file: stream.failure("").finding.file, position: position,
                        message: "entry \(number) is left out: \(error.reason)"))
            }
        }
    }

    /// Why an entry cannot be used.
    private struct Unusable: Error {
        var reason: String
    }

    /// Returns the exchange, or `nil` if it is no request to a web server: `data:` and `blob:` URLs, WebSockets, and
    /// what a browser took from its cache.
    private static func exchange(_ entry: JSON, number: Int, isCut: Bool) throws(Unusable) -> RecordedExchange? {
        guard let request = entry["request"], request.members != nil else {
            throw Unusable(reason: "it has no request")
        }
        guard let text = request["url"]?.text else { throw Unusable(reason: "its request has no url") }
        guard let url = WebURL(text) else {
            if text.hasPrefix("http") { throw Unusable(reason: "its url is no URL") }
            return nil
        }
        if let cache = entry["_fromCache"], cache != .bool(false), cache != .null { return nil }
        var exchange = RecordedExchange(
            number: number, time: entry["startedDateTime"]?.text.flatMap(ISO8601.instant),
            method: request["method"]?.text ?? "GET", url: url, fields: fields(request["headers"]))
        if let posted = request["postData"] {
            exchange.body = body(posted)
            if exchange.field("content-type") == nil, let type = posted["mimeType"]?.text, !type.isEmpty {
                exchange.fields.append(.init("Content-Type", type))
            }
        }
        guard let response = entry["response"], let status = response["status"]?.integer, (100...999).contains(status)
        else { return exchange }
        var answer = RecordedAnswer(status: status, fields: fields(response["headers"]), isCut: isCut)
        let content = response["content"]
        let text64 = content?["text"]?.text ?? ""
        if content?["encoding"]?.text?.lowercased() == "base64" {
            answer.body = isCut ? [] : Base64.decode(text64.filter { !$0.isWhitespace }) ?? []
        } else {
            answer.body = Array(text64.utf8)
        }
        if let size = content?["size"]?.integer, size > 0, answer.body.isEmpty { answer.isCut = true }
        if answer.field("content-type") == nil, let type = content?["mimeType"]?.text, !type.isEmpty {
            answer.fields.append(.init("Content-Type", type))
        }
        exchange.answer = answer
        return exchange
    }

    private static func fields(_ json: JSON?) -> [Response.Field] {
        (json?.elements ?? []).prefix(200).flatMap { pair -> [Response.Field] in
            // Pseudo-header fields of HTTP/2 begin with a colon. Browsers join repeated fields by line ends.
            guard let name = pair["name"]?.text, !name.isEmpty, !name.hasPrefix(":"), let value = pair["value"]?.text
            else { return [] }
            return value.split(separator: "\n").map { Response.Field(name, ASCII.trimmed($0)) }
        }
    }

    private static func body(_ posted: JSON) -> [UInt8] {
        if let text = posted["text"]?.text, !text.isEmpty {
            let isCoded = posted["encoding"]?.text?.lowercased() == "base64"
            return isCoded ? Base64.decode(text) ?? [] : Array(text.utf8)
        }
        // The archive's pairs are as a rule decoded; Chromium's are as they were sent.
        let pairs = (posted["params"]?.elements ?? []).compactMap { pair in
            pair["name"]?.text.map { ($0, pair["value"]?.text ?? "") }
        }
        let isCoded = pairs.contains { $0.1.contains(/%[0-9A-Fa-f]{2}/) }
        return Array(Form.encode(isCoded ? pairs.map { (decoded($0.0), decoded($0.1)) } : pairs).utf8)
    }

    private static func decoded(_ text: String) -> String { Percent.decode(text, plusIsSpace: true) }
}
