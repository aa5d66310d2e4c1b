// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Exchange {
    /// Returns the whole exchange for a reader: the request after `>`, the answer after `<`, verdicts after `!`.
    ///
    /// - Parameters:
    ///   - secrets: Whether to include passwords and tokens; otherwise they appear as `‹password›` and `‹token:8 first
    ///     letters›`.
    ///   - bodyLimit: The number of bytes to show of each body; the rest is counted.
    /// - Returns: A text of several lines.
    public func transcript(secrets: Bool = false, bodyLimit: Int = 4096) -> String {
        var lines = [
            "#\(number)  \(ISO8601.format(at))  \(isSecure ? "https" : "http")  from \(connection.peerAddress)"
        ]
        switch received {
        case .handshake(let reason): lines.append("  (no TLS: \(reason))")
        case .unreadable(let failure):
            lines.append("  (no request: \(failure.reason))")
            lines += body(failure.raw, "", secrets, bodyLimit).map { "> \($0)" }
        case .request(let request):
            let target = secrets ? request.target.raw : Redaction.hidden(target: request.target.raw)
            lines.append("> \(request.method) \(target) HTTP/1.\(request.minorVersion)")
            lines += request.fields.list.map { "> \(field($0, secrets))" }
            let type = request.fields["content-type"] ?? ""
            if !request.body.isEmpty { lines += [">"] + body(request.body, type, secrets, bodyLimit).map { "> \($0)" } }
        }
        if let response {
            lines.append("< HTTP/1.1 \(response.status) \(ResponseWriter.reason(response.status))")
            lines += response.fields.map { "< \(field($0, secrets))" }
            let type = response.fields.first { ASCII.equal($0.name, "content-type") }?.value ?? ""
            if !response.body.isEmpty {
                lines += ["<"] + body(response.body, type, secrets, bodyLimit).map { "< \($0)" }
            }
        }
        for verdict in verdict {
            let facts = verdict.facts.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
            lines.append("! \(verdict.rule.id): \(verdict.rule.summary)\(facts.isEmpty ? "" : " [\(facts)]")")
            lines.append("!   would pass: \(verdict.wouldPass)")
        }
        return lines.joined(separator: "\n")
    }

    /// Returns a short form: `POST /portal/sharing/generateToken → 200, error 400 (generate-token.enterprise-login)`.
    ///
    /// - Parameter secrets: As in ``transcript(secrets:bodyLimit:)``.
    /// - Returns: One line.
    public func line(secrets: Bool = false) -> String {
        var words: String
        switch received {
        case .handshake(let reason): return "no TLS: \(reason)"
        case .unreadable(let failure): words = "no request: \(failure.reason)"
        case .request(let request):
            words = "\(request.method) \(secrets ? request.target.raw : Redaction.hidden(target: request.target.raw))"
        }
        guard let response else { return words }
        words += " → \(response.status)"
        if let code = errorCode { words += ", error \(code)" }
        return verdict.isEmpty ? words : "\(words) (\(verdict.map(\.rule.id).joined(separator: ", ")))"
    }

    /// The `error.code` of the answer's body, which says more than the status 200 around it, or `nil` if there is no
    /// error.
    public var errorCode: Int? {
        guard let response, response.body.count < 4096, response.body.first == UInt8(ascii: "{"),
            let json = try? JSONReader.read(response.body)
        else { return nil }
        return Exchange.errorCode(json)
    }

    /// The code of an error in either envelope.
    static func errorCode(_ json: JSON) -> Int? {
        json["error"]?["code"]?.integer ?? (json["status"]?.text == "error" ? json["code"]?.integer : nil)
    }

    private func field(_ field: Response.Field, _ secrets: Bool) -> String {
        "\(field.name): \(secrets ? field.value : Redaction.hidden(header: field.name, field.value))"
    }

    private func body(_ bytes: [UInt8], _ type: String, _ secrets: Bool, _ limit: Int) -> [String] {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return ["(\(bytes.count) bytes that are not text)"]
        }
        let text = secrets ? String(decoding: bytes, as: UTF8.self) : Redaction.hidden(body: bytes, type: type)
        let shown = text.count > limit ? "\(text.prefix(limit))… (\(bytes.count) bytes)" : text
        return shown.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    }
}
