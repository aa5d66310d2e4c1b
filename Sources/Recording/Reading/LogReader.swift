// SPDX-License-Identifier: Apache-2.0

import Formats

/// A console, a stack trace or the log of a web server: URLs in a text, with the status and the error beside them.
enum LogReader {
    static func read(_ text: String) -> RecordedFile {
        var file = RecordedFile(.log)
        let text = text.replacing("\r\n", with: "\n")
        var found = text.matches(of: /(?:(GET|POST|PUT|DELETE|HEAD)\s+)?(https?:\/\/[^\s"'<>`\\)\]}]+)/)
            .map { (range: $0.range, method: $0.1.map(String.init), url: String($0.2)) }
        if found.isEmpty { found = relative(text) }
        var number = 0
        for (index, match) in found.enumerated() {
            let end = index + 1 < found.count ? found[index + 1].range.lowerBound : text.endIndex
            let after = text[match.range.upperBound..<end]
            let plain = match.url.replacing(/[.,;:]+$/, with: "")
            guard let url = WebURL(plain), isArcGIS(url) else { continue }
            number += 1
            var exchange = RecordedExchange(number: number, method: match.method ?? "GET", url: url)
            exchange.answer = answer(after)
            file.add(exchange)
        }
        if file.exchanges.isEmpty, let exchange = errorAlone(text) { file.add(exchange) }
        return file
    }

    /// Lines without a host: those of a web server's log, and of `Max retries exceeded with url`.
    private static func relative(_ text: String) -> [(range: Range<String.Index>, method: String?, url: String)] {
        let host = text.firstMatch(of: /host=['"]([^'"]+)['"]/).map { String($0.1) } ?? "pasted.example"
        return text.matches(of: /(?:(GET|POST|PUT|DELETE|HEAD) |url: )(\/[^\s"'<>)]*)/).map {
            ($0.range, $0.1.map(String.init), "https://\(host)\($0.2)")
        }
    }

    private static func isArcGIS(_ url: WebURL) -> Bool {
        let words: Set<String> = [
            "sharing", "rest", "services", "arcgis", "portal", "portaladmin", "admin", "tokens", "mapserver",
            "featureserver", "imageserver", "generatetoken", "oauth2",
        ]
        return Target(url.target).segments.contains { words.contains($0.lowercased()) }
    }

    /// The status and the error that stand after a URL.
    private static func answer(_ text: Substring) -> RecordedAnswer? {
        let near = text.prefix(20_000)
        let line = near.prefix { $0 != "\n" }
        let status =
            (line.firstMatch(of: /(?:^|\s|=|:)([1-5]\d\d)(?=\s|\(|$|,|\))/)
            ?? near.prefix(200).firstMatch(of: /(?:HTTP\/[\d.]+"?|status(?: code)?)[\s:=]+([1-5]\d\d)(?=\b)/))
            .flatMap { Int($0.1) }
        guard let json = PastedAnswer.json(near) else {
            if let error = error(in: near) { return answered(error, status ?? 200) }
            return status.map { RecordedAnswer(status: $0, isCut: true) }
        }
        return RecordedAnswer(
            status: status ?? 200, fields: [.init("Content-Type", "application/json;charset=UTF-8")],
            body: Array(json.utf8))
    }

    /// An error in the words of a client: `Invalid Token (Error Code: 498)`.
    private static func error(in text: Substring) -> JSON? {
        guard
            let match = text.firstMatch(
                of: /([A-Z][A-Za-z ,.'-]{2,80}?)\.?\s*\(?(?:Error [Cc]ode|code|status code)[:=\s]+(\d{3})\)?/),
            let code = Int(match.2)
        else { return nil }
        return .object([
            .init(
                "error",
                .object([
                    .init("code", .int(code)), .init("message", .string(String(match.1))),
                    .init("details", .array([])),
                ]))
        ])
    }

    private static func answered(_ error: JSON, _ status: Int) -> RecordedAnswer {
        RecordedAnswer(
            status: status, fields: [.init("Content-Type", "application/json;charset=UTF-8")],
            body: JSONWriter.json(error))
    }

    /// An error of ArcGIS without any URL.
    private static func errorAlone(_ text: String) -> RecordedExchange? {
        if let json = PastedAnswer.json(text[...]).flatMap({ try? JSONReader.read(Array($0.utf8)) }),
            let exchange = DescriptionReader.exchange(json, number: 1)
        {
            return exchange
        }
        return error(in: text[...]).flatMap { DescriptionReader.exchange($0, number: 1) }
    }
}
