// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// A request with its answer, as somebody recorded it: the one thing that every format is read to.
package struct RecordedExchange: Sendable {
    /// Its number in the file, counted from 1.
    package var number: Int
    /// When the request was sent, or `nil` if the file does not say.
    package var time: Instant?
    package var method: String
    package var url: WebURL
    package var fields: [Response.Field]
    package var body: [UInt8]
    /// The answer, or `nil` if none came or none was recorded.
    package var answer: RecordedAnswer?

    package init(
        number: Int, time: Instant? = nil, method: String = "GET", url: WebURL, fields: [Response.Field] = [],
        body: [UInt8] = [], answer: RecordedAnswer? = nil
    ) {
        self.number = number
        self.time = time
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
        self.answer = answer
    }

    /// Returns the value of the first field with that name, in any case.
    package func field(_ name: String) -> String? { fields.first { ASCII.equal($0.name, name) }?.value }

    /// The path as decoded segments.
    package var segments: [String] { Target(url.target).segments }
    /// The pairs of the query.
    package var query: [(name: String, value: String)] { Target(url.target).query.map(Form.parse) ?? [] }
    /// The pairs of an urlencoded body, or `nil` if it has none.
    package var form: [(name: String, value: String)]? {
        guard !body.isEmpty, MediaType(field("content-type") ?? "")?.essence == "application/x-www-form-urlencoded"
        else { return nil }
        return Form.parse(body)
    }

    /// Returns the value of a parameter of the query or of a form, by its name in any case.
    package func parameter(_ name: String) -> String? {
        (query + (form ?? [])).first { ASCII.equal($0.name, name) }?.value
    }
}
