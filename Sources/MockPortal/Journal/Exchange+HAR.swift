// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Exchange {
    /// Returns an entry of an HTTP Archive, version 1.2, or `nil` where no request was read, which HAR cannot
    /// represent.
    func har(secrets: Bool) -> JSON? {
        guard case .request(let request) = received else { return nil }
        let wall = JSON.number(String(Double(micros) / 1000))
        return .object([
            .init("startedDateTime", .string(ISO8601.format(at))), .init("time", wall),
            .init("request", har(request, secrets)), .init("response", har(response, secrets)),
            .init("cache", .object([])),
            .init("timings", .object([.init("send", .int(0)), .init("wait", wall), .init("receive", .int(0))])),
            .init("connection", .string(String(connection.id))),
            // Custom names begin with an underscore.
            .init("_number", .int(number)), .init("_door", door.map { .string($0.rawValue) } ?? .null),
            .init("_user", user.map(JSON.string) ?? .null), .init("_because", .array(verdict.map(Exchange.json))),
        ])
    }

    private func har(_ request: Request, _ secrets: Bool) -> JSON {
        let query = request.target.query.map { secrets ? $0 : Redaction.hidden(form: $0) } ?? ""
        var members: [JSON.Member] = [
            .init("method", .string(request.method)), .init("url", .string(url(secrets: secrets))),
            .init("httpVersion", .string("HTTP/1.\(request.minorVersion)")),
            .init("cookies", .array(cookies(request, secrets))),
            .init("headers", fields(request.fields.list, secrets)),
            .init("queryString", pairs(Form.parse(query))), .init("headersSize", .int(-1)),
            .init("bodySize", .int(request.body.count)),
        ]
        guard !request.body.isEmpty else { return .object(members) }
        let type = request.fields["content-type"] ?? ""
        let isForm = MediaType(type)?.essence == "application/x-www-form-urlencoded"
        let text = self.text(request.body, type, secrets)
        // "params" and "text" exclude each other.
        let content =
            isForm
            ? JSON.Member("params", pairs(Form.parse(text ?? "")))
            : .init("text", .string(text ?? Base64.encode(request.body)))
        members.append(.init("postData", .object([.init("mimeType", .string(type)), content])))
        return .object(members)
    }

    /// Returns the response part; a status of 0 means that no answer was sent.
    private func har(_ response: Response?, _ secrets: Bool) -> JSON {
        let list = response?.fields ?? []
        func value(_ name: String) -> String { list.first { ASCII.equal($0.name, name) }?.value ?? "" }
        let body = response?.body ?? []
        var content: [JSON.Member] = [
            .init("size", .int(body.count)), .init("mimeType", .string(value("content-type"))),
        ]
        if let text = text(body, value("content-type"), secrets) {
            content.append(.init("text", .string(text)))
        } else {
            content += [.init("text", .string(Base64.encode(body))), .init("encoding", .string("base64"))]
        }
        let location = secrets ? value("location") : Redaction.hidden(header: "location", value("location"))
        return .object([
            .init("status", .int(response?.status ?? 0)),
            .init("statusText", .string(response.map { ResponseWriter.reason($0.status) } ?? "")),
            .init("httpVersion", .string("HTTP/1.1")), .init("cookies", .array([])),
            .init("headers", fields(list, secrets)), .init("content", .object(content)),
            .init("redirectURL", .string(location)), .init("headersSize", .int(-1)),
            .init("bodySize", .int(body.count)),
        ])
    }

    /// Returns the text of a body, or `nil` if it is not text.
    private func text(_ bytes: [UInt8], _ type: String, _ secrets: Bool) -> String? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        return secrets ? String(decoding: bytes, as: UTF8.self) : Redaction.hidden(body: bytes, type: type)
    }

    private func cookies(_ request: Request, _ secrets: Bool) -> [JSON] {
        request.fields.all("cookie").flatMap {
            Cookie.parse(secrets ? $0 : Redaction.hidden(header: "cookie", $0)).map(Exchange.pair)
        }
    }

    private func fields(_ list: [Response.Field], _ secrets: Bool) -> JSON {
        pairs(list.map { ($0.name, secrets ? $0.value : Redaction.hidden(header: $0.name, $0.value)) })
    }

    private func pairs(_ list: [(name: String, value: String)]) -> JSON { .array(list.map(Exchange.pair)) }

    private static func pair(_ pair: (name: String, value: String)) -> JSON {
        .object([.init("name", .string(pair.name)), .init("value", .string(pair.value))])
    }
}

extension Sequence<Exchange> {
    /// Returns an HTTP Archive, version 1.2, in JSON; bytes that were not a request are left out.
    package func har(secrets: Bool = false) -> String {
        let log = JSON.object([
            .init("version", .string("1.2")),
            .init(
                "creator",
                .object([.init("name", .string("MockPortal")), .init("version", .string(MockEnterprise.version))])),
            .init("entries", .array(compactMap { $0.har(secrets: secrets) })),
        ])
        return String(decoding: JSONWriter.json(.object([.init("log", log)])), as: UTF8.self)
    }
}
