// SPDX-License-Identifier: Apache-2.0

import Formats

/// Commands of curl, as browsers copy them and people paste them, with what was printed below each.
enum CurlReader {
    static func read(_ text: String) -> RecordedFile {
        var file = RecordedFile(.curl)
        let commands = text.matches(of: /(?m)(?:^|[;&|]\s*)[\s$%>#]*(curl(?:\.exe)?)(?=\s)/)
        for (index, match) in commands.enumerated() {
            let end = index + 1 < commands.count ? commands[index + 1].range.lowerBound : text.endIndex
            guard match.1.startIndex < end else { continue }
            let shell = ShellWords(text[match.1.startIndex..<end])
            guard var exchange = exchange(shell.words, number: file.exchanges.count + 1) else { continue }
            exchange.answer = PastedAnswer.read(shell.rest)
            file.add(exchange)
        }
        return file
    }

    /// The options that take a value, by their short and long names.
    private static let valued: [String: String] = [
        "-X": "request", "-H": "header", "-d": "data", "-F": "form", "-b": "cookie", "-A": "user-agent",
        "-e": "referer",
        "-u": "user", "-o": "output", "-c": "cookie-jar", "-m": "max-time", "-x": "proxy", "-w": "write-out",
        "-E": "cert", "-T": "upload-file", "-U": "proxy-user", "-D": "dump-header", "-K": "config", "-r": "range",
    ]
    private static let longValued: Set<String> = Set(valued.values).union([
        "data-raw", "data-binary", "data-ascii", "data-urlencode", "url", "cacert", "cert-type", "key", "key-type",
        "connect-timeout", "resolve", "connect-to", "retry", "retry-delay", "ciphers", "interface", "noproxy",
        "form-string",
        "tls-max", "limit-rate", "unix-socket", "oauth2-bearer", "capath", "engine", "dns-servers", "post", "json",
    ])

    private struct Draft {
        var url: String?
        var method: String?
        var fields: [Response.Field] = []
        var data: [String] = []
        var parts: [(String, String)] = []
        var isGet = false
        var isHead = false
        var hasForm = false
    }

    private static func exchange(_ words: [String], number: Int) -> RecordedExchange? {
        var draft = Draft()
        var at = 1
        while at < words.count {
            let word = words[at]
            at += 1
            if word.hasPrefix("--") {
                let name = String(word.dropFirst(2))
                let isValued = longValued.contains(name)
                set(name, isValued && at < words.count ? words[at] : "", &draft)
                if isValued { at += 1 }
            } else if word.hasPrefix("-"), word.count > 1 {
                // -sSk, -XPOST, -H 'a: b'
                var letters = word.dropFirst()
                while let letter = letters.first {
                    letters.removeFirst()
                    guard let name = valued["-\(letter)"] else {
                        if letter == "G" { draft.isGet = true }
                        if letter == "I" { draft.isHead = true }
                        continue
                    }
                    if letters.isEmpty, at < words.count {
                        set(name, words[at], &draft)
                        at += 1
                    } else {
                        set(name, String(letters), &draft)
                    }
                    break
                }
            } else if draft.url == nil {
                draft.url = word
            }
        }
        return finished(draft, number)
    }

    private static func set(_ name: String, _ value: String, _ draft: inout Draft) {
        switch name {
        case "url": draft.url = draft.url ?? value
        case "request": draft.method = value
        case "get": draft.isGet = true
        case "head": draft.isHead = true
        case "header":
            guard let colon = value.firstIndex(of: ":") else { break }
            draft.fields.append(
                .init(ASCII.trimmed(value[..<colon]), ASCII.trimmed(value[value.index(after: colon)...])))
        case "data", "data-raw", "data-binary", "data-ascii": draft.data.append(value)
        case "json":
            draft.data.append(value)
            draft.fields.append(.init("Content-Type", "application/json"))
        case "data-urlencode":
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            draft.data.append(parts.count == 2 ? "\(parts[0])=\(Percent.encode(parts[1]))" : Percent.encode(value))
        case "form", "form-string":
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 2, !parts[1].hasPrefix("@") { draft.parts.append((parts[0], parts[1])) }
            draft.hasForm = true
        case "cookie": draft.fields.append(.init("Cookie", value))
        case "referer": draft.fields.append(.init("Referer", value))
        case "user": draft.fields.append(.init("Authorization", "Basic \(Base64.encode(Array(value.utf8)))"))
        case "oauth2-bearer": draft.fields.append(.init("Authorization", "Bearer \(value)"))
        default: break
        }
    }

    private static func finished(_ draft: Draft, _ number: Int) -> RecordedExchange? {
        guard var text = draft.url else { return nil }
        if !text.contains("://") { text = "http://\(text)" }
        let data = draft.data.joined(separator: "&")
        if draft.isGet, !data.isEmpty { text += (text.contains("?") ? "&" : "?") + data }
        guard let url = WebURL(text) else { return nil }
        let hasBody = !draft.isGet && (!data.isEmpty || draft.hasForm)
        var exchange = RecordedExchange(
            number: number, method: draft.method ?? (draft.isHead ? "HEAD" : hasBody ? "POST" : "GET"), url: url,
            fields: draft.fields)
        guard hasBody else { return exchange }
        exchange.body = Array((draft.hasForm ? Form.encode(draft.parts) : data).utf8)
        exchange.type("application/x-www-form-urlencoded")
        return exchange
    }
}
