// SPDX-License-Identifier: Apache-2.0

import Formats

/// The redaction of a recording: what is not a word of the product gets an alias, whatever it is.
///
/// Two exchanges that had a value in common have its alias in common, so that a redacted recording still shows who asked for
/// what. Nothing is written down that would lead back.
package struct RecordingRedaction {
    /// What is replaced beyond names and secrets, and what is not.
    package struct Options: Sendable {
        /// Whether coordinates get aliases, too.
        package var hidesCoordinates = false
        /// Words that a person wants to keep, in lowercase.
        package var kept: Set<String> = []
        package var salt: UInt64 = 0x6D6F_636B

        package init() {}
    }

    let options: Options
    var aliases: Aliases
    package internal(set) var kept = KeptWords()
    /// Secrets that consist of words of the product, and would be kept elsewhere.
    var learned: [String] = []

    package init(_ options: Options = Options()) {
        self.options = options
        aliases = Aliases(salt: options.salt)
    }

    /// Returns a URL with aliases.
    package mutating func hidden(url text: String) -> String { value(text, named: "url") }
    /// Returns a text for people with aliases.
    package mutating func hidden(text: String) -> String { message(text) }

    /// Returns the exchanges of a file with aliases.
    package mutating func redact(_ exchanges: [RecordedExchange]) -> [RecordedExchange] {
        // Secrets first: one that was sent as a password is hidden in a message, too.
        var learning = self
        for exchange in exchanges { _ = learning.redact(exchange) }
        learned = learning.learned
        let redacted = exchanges.map { redact($0) }
        kept.aliased = aliases.count
        return redacted
    }

    mutating func redact(_ exchange: RecordedExchange) -> RecordedExchange {
        let type = exchange.field("content-type") ?? ""
        var redacted = RecordedExchange(
            number: exchange.number, time: exchange.time, method: Self.method(exchange.method),
            url: url(exchange.url), fields: exchange.fields.compactMap { field($0) },
            body: body(exchange.body, type))
        if let answer = exchange.answer {
            let type = answer.field("content-type") ?? ""
            redacted.answer = RecordedAnswer(
                status: answer.status, fields: answer.fields.compactMap { field($0) }, body: body(answer.body, type),
                isCut: answer.isCut || !answer.body.isEmpty && !Self.isText(answer.body))
        }
        return redacted
    }

    private static func method(_ method: String) -> String {
        ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"].contains(method) ? method : "GET"
    }

    static func isText(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
    }
}
