// SPDX-License-Identifier: Apache-2.0

import Formats

extension Exchange {
    /// Returns the request as one line for a shell: `curl` sends the same method, target, header fields and body.
    ///
    /// Over TLS the line has `-k` because the authority is discarded with the process.
    ///
    /// - Parameter secrets: Whether to include passwords and tokens; otherwise the line shows `‹password›` and
    ///   `‹token:8 first letters›` and cannot be run as it is.
    /// - Returns: The line, or `nil` where no request was read.
    public func curl(secrets: Bool = false) -> String? {
        guard case .request(let request) = received else { return nil }
        let type = request.fields["content-type"] ?? ""
        var words = ["curl", "-si", "--path-as-is", "-g"]
        if isSecure { words.append("-k") }
        if request.minorVersion == 0 { words.append("--http1.0") }
        if request.method == "HEAD" {
            words.append("--head")
        } else if request.method != (request.body.isEmpty ? "GET" : "POST") {
            words += ["-X", Shell.quoted(request.method)]
        }
        words.append(Shell.quoted(url(secrets: secrets)))
        for field in request.fields.list where !isImplied(field, request) {
            let value = secrets ? field.value : Redaction.hidden(header: field.name, field.value)
            words += ["-H", Shell.quoted(value.isEmpty ? "\(field.name);" : "\(field.name): \(value)")]
        }
        // Remove the fields that curl would add by itself.
        for name in ["Accept", "User-Agent"] where request.fields[name.lowercased()] == nil {
            words += ["-H", "'\(name):'"]
        }
        guard !request.body.isEmpty else { return words.joined(separator: " ") }
        if request.fields["content-type"] == nil { words += ["-H", "'Content-Type:'"] }
        guard String(validating: request.body, as: UTF8.self) != nil, !request.body.contains(0) else {
            let coded = Base64.encode(request.body)
            return "printf %s \(coded) | base64 -d | \(words.joined(separator: " ")) --data-binary @-"
        }
        let text =
            secrets ? String(decoding: request.body, as: UTF8.self) : Redaction.hidden(body: request.body, type: type)
        // --data-binary would read a file if the text begins with @.
        return (words + ["--data-raw", Shell.quoted(text)]).joined(separator: " ")
    }

    /// Returns the URL of the request as a client would write it.
    func url(secrets: Bool) -> String {
        guard case .request(let request) = received else { return "" }
        let raw = secrets ? request.target.raw : Redaction.hidden(target: request.target.raw)
        guard request.target.authority == nil else { return raw }
        let host = request.fields["host"].flatMap { $0.isEmpty ? nil : $0 } ?? "127.0.0.1:\(connection.localPort)"
        return "\(isSecure ? "https" : "http")://\(host)\(raw)"
    }

    private func isImplied(_ field: Response.Field, _ request: Request) -> Bool {
        switch field.name.lowercased() {
        case "host": !field.value.isEmpty
        case "content-length": true
        case "accept": field.value == "*/*"
        default: false
        }
    }
}

/// Quoting for a POSIX shell.
enum Shell {
    static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }
}
