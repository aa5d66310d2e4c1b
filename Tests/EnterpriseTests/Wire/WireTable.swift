// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The facts of `Tests/Golden/wire/*.txt`: what is known of real systems, and for each release that a fact names what
/// was asked and what must come, to the byte. The README there tells the form.
struct WireTable {
    /// One request and its answer, with what is done before it.
    struct Exchange: Sendable {
        var method = "GET"
        var target = ""
        var form: String?
        var fields: [(String, String)] = []
        var isPlain = false
        var peer: String?
        /// The answer's token is kept under this name, and the answer is not compared.
        var name: String?
        var status: Int?
        /// `nil`: must be absent.
        var headers: [(String, String?)] = []
        var body: [String] = []
        /// What the body must contain, for pages.
        var contains: [String] = []
        /// Rule id; `-` is none.
        var rule: String?
    }

    enum Step: Sendable {
        case exchange(Exchange)
        /// Milliseconds by which the clock moves.
        case clock(String)
        case event(String)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var fact: String
        var version: String
        var setup: String
        var steps: [Step]
        var line: Int

        var testDescription: String { "\(fact) \(version)" }

        /// Whether an answer of this row has the text.
        func quotes(_ text: String) -> Bool {
            steps.contains { step in
                if case .exchange(let exchange) = step { exchange.body.contains { $0.contains(text) } } else { false }
            }
        }
    }

    var rows: [Row] = []
    /// Ids in order, and whether each has rows or says why not.
    var facts: [String] = []
    var without: Set<String> = []
    /// What cannot be read, with its line.
    var mistakes: [String] = []

    static let folder = Golden.folder.appendingPathComponent("wire")

    /// All files, in the order of their names.
    static let all: [WireTable] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { WireTable(file: $0) }
    }()

    init(file: String) {
        let text = (try? Golden.text("wire/\(file)")) ?? ""
        var errorBody: [String: String] = [:]
        var pending: (versions: [String], row: Row)?
        func close(_ rows: inout [Row]) {
            guard let (versions, row) = pending else { return }
            rows += versions.map { version in
                var row = row
                row.version = version
                return row
            }
            pending = nil
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line)
            guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix("  ") else { continue }
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            let rest = parts.count > 1 ? parts[1] : ""
            switch parts[0] {
            case "define":
                let pair = rest.split(separator: " ", maxSplits: 1).map(String.init)
                errorBody[pair[0]] = pair.count > 1 ? pair[1] : ""
            case "fact":
                close(&rows)
                facts.append(String(rest.prefix { $0 != " " }))
            case "none": without.insert(facts.last ?? "")
            case "row":
                close(&rows)
                var names = rest.split(separator: " ").map(String.init)
                let setup = names.popLast() ?? ""
                pending = (names, Row(fact: facts.last ?? "", version: "", setup: setup, steps: [], line: number + 1))
            default:
                var steps = pending?.row.steps ?? []
                let isRead = pending != nil && WireTable.read(parts[0], rest, errorBody, &steps)
                pending?.row.steps = steps
                if !isRead { mistakes.append("\(file):\(number + 1): \(line)") }
            }
        }
        close(&rows)
    }

    private static func read(
        _ word: String, _ rest: String, _ errorBody: [String: String], _ steps: inout [Step]
    ) -> Bool {
        switch word {
        case "clock": steps.append(.clock(rest))
        case "event": steps.append(.event(rest))
        case ">", "http>":
            if rest.first?.isLetter == true, let colon = rest.firstIndex(of: ":"), !rest.hasPrefix("GET "),
                !rest.prefix(upTo: colon).contains(" ")
            {
                return change(&steps) { $0.fields.append(field(rest, colon)) }
            }
            steps.append(.exchange(request(rest, isPlain: word == "http>")))
        case "from": return change(&steps) { $0.peer = rest }
        case "let":
            let pair = rest.split(separator: " ", maxSplits: 2).map(String.init)
            guard pair.count == 3, pair[1] == "=" else { return false }
            var exchange = request(pair[2], isPlain: false)
            exchange.name = pair[0]
            steps.append(.exchange(exchange))
        case "<":
            if let status = Int(rest) { return change(&steps) { $0.status = status } }
            guard let colon = rest.firstIndex(of: ":") else { return false }
            let (name, value) = field(rest, colon)
            return change(&steps) { $0.headers.append((name, value == "-" ? nil : value)) }
        case "<|":
            let text = rest.hasPrefix("$") ? errorBody[String(rest.dropFirst())] : rest
            guard let text else { return false }
            return change(&steps) { $0.body.append(text) }
        case "<~": return change(&steps) { $0.contains.append(rest) }
        case "!": return change(&steps) { $0.rule = rest }
        default: return false
        }
        return true
    }

    private static func field(_ text: String, _ colon: String.Index) -> (String, String) {
        (String(text[..<colon]), text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }

    private static func request(_ text: String, isPlain: Bool) -> Exchange {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        var exchange = Exchange()
        exchange.method = parts.first ?? ""
        exchange.target = parts.count > 1 ? parts[1] : ""
        exchange.form = parts.count > 2 ? parts[2] : nil
        exchange.isPlain = isPlain
        return exchange
    }

    private static func change(_ steps: inout [Step], _ body: (inout Exchange) -> Void) -> Bool {
        guard case .exchange(var exchange)? = steps.last else { return false }
        body(&exchange)
        steps[steps.count - 1] = .exchange(exchange)
        return true
    }
}
