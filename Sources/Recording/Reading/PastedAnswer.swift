// SPDX-License-Identifier: Apache-2.0

import Formats

/// An answer in a text: a head and a body as `curl -i` prints them, or the body alone.
enum PastedAnswer {
    static func read(_ text: Substring) -> RecordedAnswer? {
        // `curl -v` puts a mark before each line of the head.
        let plain = text.replacing(/(?m)^< ?/, with: "").replacing("\r\n", with: "\n")
        var answer: RecordedAnswer?
        var body = plain[...]
        if let head = plain.firstMatch(of: /(?m)^HTTP\/[\d.]+ (\d{3})[^\n]*\n/), let status = Int(head.1) {
            var fields: [Response.Field] = []
            body = plain[head.range.upperBound...]
            while let line = body.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).first {
                body = body[line.endIndex...].dropFirst()
                guard let colon = line.firstIndex(of: ":"), line.first != "{" else { break }
                fields.append(.init(ASCII.trimmed(line[..<colon]), ASCII.trimmed(line[line.index(after: colon)...])))
                if body.isEmpty { break }
            }
            answer = RecordedAnswer(status: status, fields: fields)
        }
        guard let found = json(body) else {
            if answer == nil, let start = body.firstRange(of: /(?i)<(?:!doctype )?html/) {
                answer = RecordedAnswer(
                    status: 200, fields: [.init("Content-Type", "text/html")],
                    body: Array(body[start.lowerBound...].utf8))
            }
            return answer
        }
        var done = answer ?? RecordedAnswer(status: 200)
        done.body = Array(found.utf8)
        if done.field("content-type") == nil { done.fields.append(.init("Content-Type", "application/json")) }
        return done
    }

    /// The number of places at which JSON is looked for.
    private static let attempts = 20

    /// Returns the first object in JSON that stands in a text.
    static func json(_ text: Substring) -> Substring? {
        var at = text.startIndex
        for _ in 0..<attempts {
            guard let start = text[at...].firstIndex(of: "{") else { return nil }
            if let end = end(of: text[start...]), (try? JSONReader.read(Array(text[start..<end].utf8))) != nil {
                return text[start..<end]
            }
            at = text.index(after: start)
        }
        return nil
    }

    /// Returns where the brace is closed with which a text begins.
    private static func end(of text: Substring) -> Substring.Index? {
        var depth = 0
        var isString = false
        var isEscaped = false
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = isString
            } else if byte == UInt8(ascii: "\"") {
                isString.toggle()
            } else if !isString, byte == UInt8(ascii: "{") {
                depth += 1
            } else if !isString, byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return text.utf8.index(after: index) }
            }
        }
        return nil
    }
}
