// SPDX-License-Identifier: Apache-2.0

public import Enterprise

extension RequestPattern: CustomStringConvertible {
    /// The pattern in words: `POST /portal/sharing/generateToken with form f=json`.
    public var description: String {
        func list(_ name: String, _ values: [String: Value]) -> String? {
            guard !values.isEmpty else { return nil }
            let pairs = values.sorted { $0.key < $1.key }.map { key, value in
                value.text.map { Redaction.hidden(form: "\(key)=\($0)") } ?? "no \(key)"
            }
            return "\(name) \(pairs.joined(separator: ", "))"
        }
        let with = [
            list("parameters", parameters), list("query", query), list("form", form), list("headers", headers),
        ].compactMap { $0 }
        let words: [String?] = [
            method, path ?? "requests", door.map { "at \($0.rawValue)" },
            user.map { "by \($0)" }, rule.map { "judged by \($0)" },
            with.isEmpty ? nil : "with \(with.joined(separator: "; "))",
            longerThan.map { "longer than \($0) bytes" },
        ]
        return words.compactMap { $0 }.joined(separator: " ")
    }
}
