// SPDX-License-Identifier: Apache-2.0

/// The steps of a scenario file: docs/contracts.md#scenario-files, Steps.
extension Keys {
    static let step = Keys(
        what: "a step",
        list: [
            Key("say", .string, "What happens, in one sentence."),
            Key("request", .object(request), "A request to send."),
            Key("advance", .string, "An ISO 8601 duration by which the clock moves."),
            Key("event", .object(event), "Something that happens to the deployment."),
            Key("response", .object(response), "What must come; what is not named is not checked."),
            Key("because", .either([.string, .null]), "The rule id that must come first; null: none."),
            Key("save", .map(.either([.string, .object(save)])), "Kept for later steps, by name."),
            Key("repeat", .integer(1...1000), "How often; each run must pass."),
        ])

    static let request = Keys(
        what: "a request",
        list: [
            Key("method", .string, "GET; POST if there is a body."),
            Key("url", .string, "With placeholders: {portal}/…"),
            Key("over", .word(["https", "http"]), "The scheme of {portal} and {server}."),
            Key("headers", .map(.either([.string, .list(.string)])), "Header fields."),
            Key("query", .map(.either([.string, .integer(Int.min...Int.max), .boolean])), "Appended to the URL."),
            Key("form", .map(.either([.string, .integer(Int.min...Int.max), .boolean])), "A urlencoded body."),
            Key("multipart", .map(.either([.string, .integer(Int.min...Int.max), .boolean])), "A multipart body."),
            Key("json", .any, "A JSON body."), Key("body", .string, "A body as it stands."),
            Key("raw", .string, "The bytes for the socket, instead of all else."),
            Key("jar", .string, "Cookies and connection are kept per jar."),
            Key("follow", .integer(0...20), "Redirects followed."),
            Key("certificate", .string, "The user whose client certificate is shown."),
        ])

    static let response = Keys(
        what: "a response",
        list: [
            Key("status", .integer(100...599), "The HTTP status."),
            Key("headers", .map(.either([.string, .null])), "Exact, /regex/, or null: absent."),
            Key("body", .string, "The exact body."), Key("bytes", .integer(0...Int.max), "Its length."),
            Key("json", .any, "A subset of the body."),
            Key("keys", .map(.list(.string)), "Pointer to exact ordered keys."),
            Key("matches", .either([.string, .list(.string)]), "Regexes searched in the body."),
            Key(
                "closed", .word(["fin", "reset", "timeout", "handshake"]),
                "How the connection ends before the response is whole; the other keys are of what came till then."),
            Key("raw", .boolean, "Whether the body is meant as it came, with its content coding."),
        ])

    static let save = Keys(
        what: "something to save",
        list: [
            Key("header", .string, "A header field."), Key("matches", .string, "The first group of this regex."),
            Key("body", .string, "A regex over the body; the first group."),
            Key("cookie", .string, "A cookie's value."),
            Key("pointer", .string, "A JSON pointer into the body."),
            Key("decode", .word(["percent", "html"]), "How the value is decoded."),
        ])
}
