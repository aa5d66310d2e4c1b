// SPDX-License-Identifier: Apache-2.0

import Formats

extension Scenario.Save {
    static let keys = Keys(
        what: "something to save",
        list: [
            Keys.Key("header", .string, "A header field."),
            Keys.Key("matches", .string, "A regular expression; its first group is the value."),
            Keys.Key("body", .string, "A regular expression for the body; its first group is the value."),
            Keys.Key("cookie", .string, "A cookie's value."),
            Keys.Key("pointer", .string, "A JSON pointer into the body."),
            Keys.Key("decode", .word(["percent", "html"]), "The decoding of the value."),
        ])

    /// Reads what a name of `save` stands for: one source, as a pointer alone or as an object. Returns `nil` with a finding if
    /// there is none.
    init?(_ entry: Node.Member, _ loader: inout ScenarioLoader) {
        guard let source = Source(entry.node, &loader) else { return nil }
        self.init(name: entry.name, source: source, decode: entry.node["decode"]?.text)
    }
}

extension Scenario.Save.Source {
    fileprivate init?(_ node: Node, _ loader: inout ScenarioLoader) {
        let sources = ["pointer", "header", "body", "cookie"].filter { node[$0] != nil }
        if sources.count > 1, let second = node[sources[1]] {
            loader.fail(second, "one thing is saved: \"\(sources[0])\" and \"\(sources[1])\" are both given")
        }
        if let matches = node["matches"], node["header"] == nil {
            loader.fail(matches, "\"matches\" has no effect without \"header\"")
        }
        if let pointer = node.text ?? node["pointer"]?.text {
            guard pointer.isEmpty || pointer.hasPrefix("/") else {
                loader.fail(node, "\"\(pointer)\" is not a JSON pointer", suggestion: "/\(pointer)")
                return nil
            }
            self = .pointer(pointer)
        } else if let header = node["header"]?.text {
            if let matches = node["matches"], let text = matches.text, !loader.isRegex(text, matches) { return nil }
            self = .header(header, matches: node["matches"]?.text)
        } else if let body = node["body"], let text = body.text {
            guard loader.isRegex(text, body) else { return nil }
            self = .body(text)
        } else if let cookie = node["cookie"]?.text {
            self = .cookie(cookie)
        } else {
            loader.fail(node, "\"save\" needs a pointer, \"header\", \"body\" or \"cookie\"")
            return nil
        }
    }
}
