// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The live log on standard error: one line per exchange, with the rule that refused it and what would have passed.
package final class Log: Sendable {
    package enum Style: String, Sendable {
        case pretty, json
    }

    private let style: Style
    private let lock = Lock<Void>(())

    package init(_ style: Style) {
        self.style = style
    }

    func write(_ exchange: Exchange) { write(style == .json ? Log.json(exchange) : Log.pretty(exchange)) }

    /// Writes a change. The JSON log contains only exchanges; a reader finds the changes in `/_mock/requests`.
    func write(_ edit: ControlEdit) {
        guard style == .pretty else { return }
        write(Log.pretty(edit))
    }

    private func write(_ text: String) {
        lock.withLock { _ in
            let bytes = Array("\(text)\n".utf8)
            unsafe _ = Platform.write(2, bytes, bytes.count)
        }
    }

    static func pretty(_ edit: ControlEdit) -> String {
        "\(time(edit.at)) /_mock \(edit.kind.rawValue): \(edit.text)"
    }

    static func pretty(_ exchange: Exchange) -> String {
        let tls = exchange.connection.tls == nil ? "http " : "https"
        var line = "\(time(exchange.at)) \(tls) "
        switch exchange.received {
        case .handshake(let reason): return line + "(no TLS) \(reason)"
        case .unreadable(let failure):
            return line + "(no request) \(failure.status) \(failure.reason)"
        case .request(let request): line += "\(request.method) \(Redaction.hidden(target: request.target.raw))"
        }
        guard let response = exchange.response else { return line }
        line += " \(response.status)"
        if let code = code(response) { line += "/\(code)" }
        if let user = exchange.user { line += " \(user)" }
        if let verdict = exchange.verdict.first {
            let facts = verdict.facts.map { "\($0.name)=\(short($0.value))" }.joined(separator: ", ")
            line += "  refused by \(exchange.verdict.map(\.rule.id).joined(separator: ", ")): \(verdict.rule.summary)"
            if !facts.isEmpty { line += " [\(facts)]" }
            line += " Would pass: \(verdict.wouldPass)"
        }
        return line
    }

    private static func time(_ instant: Instant) -> Substring { ISO8601.format(instant).dropFirst(11).prefix(8) }

    /// Returns the `error.code` of the body, which says more than the status 200 around it.
    private static func code(_ response: Response) -> Int? {
        guard response.body.count < 2048, response.body.first == UInt8(ascii: "{"),
            let json = try? JSONReader.read(response.body)
        else { return nil }
        return json["error"]?["code"]?.integer ?? (json["status"]?.text == "error" ? json["code"]?.integer : nil)
    }

    private static func short(_ text: String) -> String { text.count > 100 ? "\(text.prefix(97))…" : text }

    static func json(_ exchange: Exchange) -> String {
        String(decoding: JSONWriter.json(exchange.json(secrets: false)), as: UTF8.self)
    }
}
