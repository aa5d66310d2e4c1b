// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts

extension Keys {
    /// E of docs/contracts.md#control-over-http; of a body that is no text `bodyBase64` stands in its place.
    static let exchange = Keys(
        what: "an exchange", component: "Exchange",
        list: [
            Key("id", .anyNumber, "Counted from 1; never reused.", isRequired: true),
            Key("at", .anyNumber, "The deployment's clock, in ms since 1970.", isRequired: true),
            Key("connection", .anyNumber, "The number of the connection.", isRequired: true),
            Key("tls", .textOrNull, "The TLS version; null without TLS.", isRequired: true),
            Key("method", .textOrNull, "The method as sent; null if no request could be read.", isRequired: true),
            Key("target", .textOrNull, "Path and query as sent.", isRequired: true),
            Key("headers", headers, "Name and value of each field, in their order.", isRequired: true),
            Key("body", .textOrNull, "The body."), Key("bodyBase64", .string, "A body that is not text."),
            Key("unreadable", .string, "Why no request could be read."),
            Key("door", .either([.word(Door.allCases.map(\.rawValue)), .null]), "The door.", isRequired: true),
            Key("user", .textOrNull, "The authenticated caller.", isRequired: true),
            Key("response", .either([.object(response), .null]), "The response.", isRequired: true),
            Key("because", .either([.object(verdict), .null]), "The verdict that refused it.", isRequired: true),
            Key("fault", .textOrNull, "The id of the fault that struck.", isRequired: true),
            Key("micros", .anyNumber, "From request to answer, in microseconds of wall time.", isRequired: true),
        ])

    private static let headers = Kind.list(.list(.string))

    private static let response = Keys(
        what: "a response", component: "Response",
        list: [
            Key("status", .integer(100...599), "The HTTP status.", isRequired: true),
            Key("headers", headers, "Name and value of each field, in their order.", isRequired: true),
            Key("body", .textOrNull, "The body."), Key("bodyBase64", .string, "A body that is not text."),
        ])

    private static let verdict = Keys(
        what: "a because", component: "Because",
        list: [
            Key("rule", .string, "The rule's id, for mock-portal explain.", isRequired: true),
            Key("facts", .map(.string), "The facts that it looked at.", isRequired: true),
            Key("wouldPass", .string, "What would have passed.", isRequired: true),
            Key("evidence", .object(evidence), "The evidence that real systems do so.", isRequired: true),
        ])

    private static let evidence = Keys(
        what: "evidence", component: "Evidence",
        list: [
            Key("source", .string, "Where it was seen.", isRequired: true),
            Key(
                "confidence", .word(["captured", "documented", "reported", "inferred"]), "How certain it is.",
                isRequired: true),
        ])
}
