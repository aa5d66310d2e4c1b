// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats
import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The live log on standard error: a line for each exchange, and two more for one that was refused: by which rule, and what
/// would have passed. As JSON, a line for whatever is told.
package final class Log: Sendable {
    package enum Style: String, Sendable {
        case pretty, json
    }

    private let style: Style
    /// Whether what is written has colors.
    private let isColored: Bool
    private let backlog = ConditionVariable(LogBacklog())

    package init(_ style: Style, isColored: Bool = false) {
        (self.style, self.isColored) = (style, isColored && style == .pretty)
    }

    func write(_ exchange: Exchange) {
        write(style == .json ? Log.json(exchange) : Log.pretty(exchange, isColored: isColored))
    }

    /// Writes a change.
    func write(_ edit: ControlEdit) { write(style == .json ? Log.text(edit.json) : Log.pretty(edit)) }

    /// Writes what the command tells of itself, and what it says to people; as JSON, with the place if it is a finding.
    package func tell(_ message: String, _ severity: String, finding: Finding? = nil) {
        write(line(message, severity, finding))
    }

    private func line(_ message: String, _ severity: String, _ finding: Finding? = nil) -> String {
        guard style == .json else { return message }
        var members: [JSON.Member] = [
            .init("at", .number(String(Clock(start: nil).now.milliseconds))), .init("severity", .string(severity)),
            .init("message", .string(finding?.message ?? message)),
        ]
        if let finding, case .object(let place) = finding.json {
            members += place.filter { $0.name != "message" }
        }
        return Log.text(.object(members))
    }

    /// Whether lines are JSON.
    package var isJSON: Bool { style == .json }

    /// Writes at once while somebody reads. Otherwise nobody waits: a thread writes when it can, and of what is too much
    /// for it only the number of lines.
    private func write(_ text: String) {
        let begins = backlog.change { $0.write(Array("\(text)\n".utf8)) }
        guard begins else { return }
        _ = OwnThread.start("mock-log") { [self] in
            LogBacklog.write(backlog) { line("\($0) entries of the log are missing, for nobody read them", "warning") }
        }
    }

    /// Waits until all is written, a second at most, and returns whether it is: whoever does not read it must not keep
    /// the process.
    @discardableResult
    package func finish() -> Bool {
        for _ in 0..<100 where backlog.change({ !$0.isEmpty }) { usleep(10_000) }
        return backlog.change { $0.isEmpty }
    }

    static func pretty(_ edit: ControlEdit) -> String {
        "\(time(edit.at)) /_mock \(edit.kind.rawValue): \(edit.text)"
    }

    static func pretty(_ exchange: Exchange, isColored: Bool = false) -> String {
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
        guard let verdict = exchange.verdict.first else { return line }
        let facts = verdict.facts.map { "\($0.name)=\(short($0.value))" }.joined(separator: ", ")
        let rules = exchange.verdict.map(\.rule.id).joined(separator: ", ")
        let (red, green, plain) = isColored ? ("\u{1B}[31m", "\u{1B}[32m", "\u{1B}[0m") : ("", "", "")
        line += "\n  \(red)refused by\(plain) \(rules): \(verdict.rule.summary)"
        if !facts.isEmpty { line += " [\(facts)]" }
        return line + "\n  \(green)would pass\(plain) \(verdict.wouldPass)"
    }

    private static func time(_ instant: Instant) -> Substring { ISO8601.format(instant).dropFirst(11).prefix(8) }

    /// Returns the `error.code` of the body, which says more than the status 200 around it.
    private static func code(_ response: Response) -> Int? {
        guard response.body.count < 2048, response.body.first == UInt8(ascii: "{"),
            let json = try? JSONReader.read(response.body)
        else { return nil }
        return Exchange.errorCode(json)
    }

    private static func short(_ text: String) -> String { text.count > 100 ? "\(text.prefix(97))…" : text }

    static func json(_ exchange: Exchange) -> String { text(exchange.json(secrets: false)) }

    private static func text(_ json: JSON) -> String { String(decoding: JSONWriter.json(json), as: UTF8.self) }
}
