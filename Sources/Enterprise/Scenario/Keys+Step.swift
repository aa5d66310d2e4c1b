// SPDX-License-Identifier: Apache-2.0

/// The steps of a scenario file: docs/contracts.md#scenario-files, Steps.
extension Keys {
    static let step = Keys(
        what: "a step",
        list: [
            Key("say", .string, "What happens, in one sentence."),
            Key("request", .object(request), "A request to send."),
            Key("advance", .string, "An ISO 8601 duration by which to move the clock."),
            Key("event", .object(event), "An event."),
            Key("response", .object(response), "The expected response; keys that are absent are not checked."),
            Key("because", .either([.string, .null]), "The expected first rule id; null: none."),
            Key("save", .map(.either([.string, .object(save)])), "Values to keep for later steps, by name."),
            Key("repeat", .integer(1...1000), "The number of runs, which must all pass."),
        ])

    static let request = Keys(
        what: "a request",
        list: [
            Key("method", .string, "The method; default: GET, or POST with a body."),
            Key("url", .string, "With placeholders: {portal}/…"),
            Key("over", .word(["https", "http"]), "The scheme of {portal} and {server}."),
            Key("headers", .map(.either([.string, .list(.string)])), "Header fields."),
            Key("query", .map(.either([.string, .integer(Int.min...Int.max), .boolean])), "Appended to the URL."),
            Key("form", .map(.either([.string, .integer(Int.min...Int.max), .boolean])), "A urlencoded body."),
            Key("multipart", .map(.either([.string, .integer(Int.min...Int.max), .boolean])), "A multipart body."),
            Key("json", .any, "A JSON body."), Key("body", .string, "A literal body."),
            Key("raw", .string, "The bytes for the socket, which replace everything else."),
            Key("jar", .string, "The jar that keeps cookies and the connection."),
            Key("follow", .integer(0...20), "Redirects followed."),
            Key("certificate", .string, "The user whose client certificate is presented."),
        ])

    static let response = Keys(
        what: "a response",
        list: [
            Key("status", .integer(100...599), "The HTTP status."),
            Key("headers", .map(.either([.string, .null])), "Exact, /regex/, or null: absent."),
            Key("body", .string, "The exact body."), Key("bytes", .integer(0...Int.max), "Its length."),
            Key("json", .any, "A subset of the body."),
            Key("keys", .map(.list(.string)), "Exact, ordered keys by JSON pointer."),
            Key("matches", .either([.string, .list(.string)]), "Regular expressions to find in the body."),
            Key(
                "closed", .word(["fin", "reset", "timeout", "handshake"]),
                "How the connection ends before the response is complete; the other keys apply to what arrived until then."
            ),
            Key("raw", .boolean, "Whether the body keeps its content coding."),
        ])

    static let save = Keys(
        what: "something to save",
        list: [
            Key("header", .string, "A header field."),
            Key("matches", .string, "A regular expression; its first group is the value."),
            Key("body", .string, "A regular expression for the body; its first group is the value."),
            Key("cookie", .string, "A cookie's value."),
            Key("pointer", .string, "A JSON pointer into the body."),
            Key("decode", .word(["percent", "html"]), "The decoding of the value."),
        ])
}
