// SPDX-License-Identifier: Apache-2.0

import Formats

/// Collections of Postman, format 2.1 (https://schema.postman.com/): requests, and the answers that were saved as examples.
enum PostmanReader {
    static func read(_ stream: inout JSONStream, _ name: String) throws(UnreadableRecording) -> RecordedFile {
        let json = try stream.value(keeping: RecordingReader.largest)
        guard let items = json["item"]?.elements else { throw stream.failure("this collection has no item") }
        var file = RecordedFile(.postman)
        var variables: [String: String] = [:]
        for variable in json["variable"]?.elements ?? [] {
            if let key = variable["key"]?.text { variables[key] = variable["value"]?.text }
        }
        add(items, &file, variables)
        return file
    }

    private static func add(_ items: [JSON], _ file: inout RecordedFile, _ variables: [String: String]) {
        for item in items {
            if let inner = item["item"]?.elements { add(inner, &file, variables) }
            guard let request = item["request"] else { continue }
            let examples = item["response"]?.elements ?? []
            if examples.isEmpty, let exchange = exchange(request, file, variables) { file.add(exchange) }
            for example in examples {
                guard var exchange = exchange(example["originalRequest"] ?? request, file, variables) else { continue }
                if let status = example["code"]?.integer, (100...999).contains(status) {
                    exchange.answer = RecordedAnswer(
                        status: status, fields: pairs(example["header"], variables).map { .init($0.0, $0.1) },
                        body: Array((example["body"]?.text ?? "").utf8))
                }
                file.add(exchange)
            }
        }
    }

    private static func exchange(
        _ json: JSON, _ file: RecordedFile, _ variables: [String: String]
    ) -> RecordedExchange? {
        let number = file.exchanges.count + 1
        guard let text = json.text ?? json["url"]?.text ?? json["url"]?["raw"]?.text else { return nil }
        let filled = fill(text, variables)
        guard let url = WebURL(filled.contains("://") ? filled : "https://\(filled)") else { return nil }
        var exchange = RecordedExchange(
            number: number, method: (json["method"]?.text ?? "GET").uppercased(), url: url,
            fields: pairs(json["header"], variables).map { .init($0.0, $0.1) })
        guard let body = json["body"] else { return exchange }
        switch body["mode"]?.text {
        case "urlencoded":
            exchange.body = Array(Form.encode(pairs(body["urlencoded"], variables)).utf8)
            exchange.type("application/x-www-form-urlencoded")
        case "formdata":
            exchange.body = Array(Form.encode(pairs(body["formdata"], variables)).utf8)
            exchange.type("application/x-www-form-urlencoded")
        case "raw":
            exchange.body = Array(fill(body["raw"]?.text ?? "", variables).utf8)
            if body["options"]?["raw"]?["language"]?.text == "json" { exchange.type("application/json") }
        default: break
        }
        return exchange
    }

    private static func pairs(_ json: JSON?, _ variables: [String: String]) -> [(String, String)] {
        (json?.elements ?? []).compactMap { pair in
            guard pair["disabled"] != .bool(true), let key = pair["key"]?.text else { return nil }
            return (fill(key, variables), fill(pair["value"]?.text ?? "", variables))
        }
    }

    private static func fill(_ text: String, _ variables: [String: String]) -> String {
        guard text.contains("{{") else { return text }
        return text.replacing(/\{\{([^{}]+)\}\}/) { match in variables[String(match.1)] ?? String(match.1) }
    }
}

extension RecordedExchange {
    /// Sets the media type of the body unless it has one.
    mutating func type(_ type: String) {
        if field("content-type") == nil { fields.append(.init("Content-Type", type)) }
    }
}
