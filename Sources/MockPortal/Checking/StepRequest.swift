// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// A step's request with its placeholders filled in, as it goes over the wire.
struct StepRequest {
    var method: String
    var url: WebURL
    var headers: [(name: String, value: String)]
    var contentType: String?
    var body: [UInt8]
    /// The bytes for the socket, which replace everything else.
    var raw: [UInt8]?

    /// Creates a plain GET request.
    init(get url: WebURL) {
        (method, self.url, headers, body) = ("GET", url, [], [])
    }

    /// Creates a request, or returns `nil` if the URL is invalid. `fill` fills in placeholders.
    init?(_ request: Scenario.Request, fallback: String, fill: (String) -> String) {
        var text = fill(request.url.isEmpty ? fallback : request.url)
        if !request.query.isEmpty {
            let query = Form.encode(request.query.map { ($0.0, fill($0.1)) })
            text += (text.contains("?") ? "&" : "?") + query
        }
        guard let url = WebURL(text) else { return nil }
        self.url = url
        headers = request.headers.flatMap { name, values in values.map { (name, fill($0)) } }
        switch request.body {
        case .none: body = []
        case .form(let list):
            contentType = "application/x-www-form-urlencoded"
            body = Array(Form.encode(list.map { ($0.0, fill($0.1)) }).utf8)
        case .multipart(let list):
            let boundary = "mock-portal-check-boundary"
            contentType = "multipart/form-data; boundary=\(boundary)"
            var text = ""
            for (name, value) in list {
                text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(fill(value))\r\n"
            }
            body = Array("\(text)--\(boundary)--\r\n".utf8)
        case .json(let json):
            contentType = "application/json"
            body = Array(fill(String(decoding: JSONWriter.json(json), as: UTF8.self)).utf8)
        case .text(let text): body = Array(fill(text).utf8)
        }
        let hasBody = if case .none = request.body { false } else { true }
        method = request.method ?? (hasBody ? "POST" : "GET")
        raw = request.raw.map { Array(fill($0).utf8) }
    }

    /// Returns the bytes of the request with the automatic fields Host, Accept, Content-Type and Content-Length.
    func bytes(cookies: String?) -> [UInt8] {
        if let raw { return raw }
        var head = "\(method) \(url.target) HTTP/1.1\r\n"
        func add(_ name: String, _ value: String) {
            if !headers.contains(where: { ASCII.equal($0.name, name) }) { head += "\(name): \(value)\r\n" }
        }
        add("Host", url.authority)
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        add("Accept", "*/*")
        if let cookies { add("Cookie", cookies) }
        if let contentType { add("Content-Type", contentType) }
        if !body.isEmpty || method == "POST" || method == "PUT" { add("Content-Length", String(body.count)) }
        return Array(head.utf8) + [13, 10] + body
    }

    /// Returns the request as a curl command.
    func curl(caFile: String?) -> String {
        if raw != nil { return "(bytes that curl does not send)" }
        var words = ["curl", "-sS"]
        if url.isSecure { words += ["--cacert", caFile ?? "CA.pem"] }
        let hasBody = !body.isEmpty
        if method != (hasBody ? "POST" : "GET") { words += ["-X", method] }
        for header in headers { words += ["-H", "\(header.name): \(header.value)"] }
        if let contentType, contentType != "application/x-www-form-urlencoded" {
            words += ["-H", "Content-Type: \(contentType)"]
        }
        if hasBody { words += ["--data-binary", String(decoding: body, as: UTF8.self)] }
        words.append(url.origin + url.target)
        return words.map(StepRequest.quoted).joined(separator: " ")
    }

    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || Array("-_./:=,@%".utf8).contains($0)
        }
        return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }
}
