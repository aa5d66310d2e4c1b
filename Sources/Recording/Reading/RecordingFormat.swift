// SPDX-License-Identifier: Apache-2.0

/// The formats in which people have what a real site said.
package enum RecordingFormat: String, Sendable, CaseIterable {
    case har, cassette, postman, curl, description, log

    /// What to call it.
    package var about: String {
        switch self {
        case .har: "an HTTP archive"
        case .cassette: "a VCR cassette"
        case .postman: "a Postman collection"
        case .curl: "curl commands"
        case .description: "a description in JSON"
        case .log: "a log"
        }
    }

    /// Returns the format of a file by how it begins.
    static func of(_ beginning: [UInt8]) -> RecordingFormat {
        let text = String(decoding: beginning, as: UTF8.self)
        let first = text.unicodeScalars.first { !" \t\r\n\u{FEFF}".unicodeScalars.contains($0) }
        if first == "{" || first == "[" {
            let head = text.prefix(65_536)
            if head.contains(/^\W*"log"\s*:\s*\{/) || head.contains(/"entries"\s*:\s*\[\s*\{\s*"/) { return .har }
            if head.contains(/"(http_)?interactions"\s*:\s*\[/) { return .cassette }
            if head.contains("schema.getpostman.com") || head.contains("\"_postman_id\"") { return .postman }
            return isWhole(text) ? .description : .log
        }
        if text.contains(/(?m)^(?:http_)?interactions:/) { return .cassette }
        if text.contains(/(?m)^[\s$%>#]*curl(?:\.exe)?\s/) { return .curl }
        return .log
    }

    /// Whether a text that begins as JSON goes on as such: a log may begin with a brace, too.
    private static func isWhole(_ text: String) -> Bool {
        text.utf8.count >= 65_536 || text.last { !$0.isWhitespace } == "}" || text.last { !$0.isWhitespace } == "]"
    }
}
