// SPDX-License-Identifier: Apache-2.0

/// The faults of a scenario file, and of `POST /_mock/faults`: docs/contracts.md#scenario-files, Faults.
extension Keys {
    package static let fault = Keys(
        what: "a fault", component: "Fault",
        list: [
            Key("when", .object(when), "When it strikes; all that is named must hold. Absent: always."),
            Key("then", .object(then), "What it does: one of these.", isRequired: true),
        ])

    private static let when = Keys(
        what: "a when",
        list: [
            Key("path", .string, "A glob on the decoded path: * within a segment, ** across."),
            Key("method", .string, "GET, POST."),
            Key("door", .word(Door.allCases.map(\.rawValue)), "The door, as `mock-portal routes` lists them."),
            Key("user", .string, "Who the caller turns out to be."),
            Key(
                "query", .map(.either([.string, .integer(Int.min...Int.max), .boolean, .null])),
                "Parameters, in the query or in a form; * stands for anything, null: not there."),
            Key("longerThan", .integer(0...Int(Int32.max)), "Path and query, as sent, have more bytes than these."),
            Key("nth", .integer(1...Int(Int32.max)), "Only this one of the requests that match, counted from 1."),
            Key("from", .integer(1...Int(Int32.max)), "This one of the requests that match, and all later ones."),
            Key("times", .integer(1...Int(Int32.max)), "So often at most."),
            Key(
                "per", .string,
                "An ISO 8601 duration: so long after the first that matched, the counts begin anew."),
            Key("percent", .integer(1...100), "So many of a hundred of those that all else lets through, by the seed."),
        ])

    private static let then = Keys(
        what: "a then",
        list: [
            Key("delay", .string, "An ISO 8601 duration by which the clock must move before the answer goes."),
            Key("stall", .word(stages), "Nothing more is sent from this stage on, and the connection stays."),
            Key("reset", .word(stages), "The connection is reset at this stage."),
            Key("dribble", .object(dribble), "The answer goes slowly."),
            Key("truncate", .object(truncate), "The connection ends inside the body."),
            Key("contentLength", .string, "By how much Content-Length is wrong: \"+10\", \"-5\"."),
            Key("answer", .object(answer), "Another answer instead."),
            Key("error", .object(error), "An error in the door's envelope instead."),
            Key(
                "gzip", .word(Fault.Gzip.allCases.map(\.rawValue)),
                "The body comes compressed without being asked for or without saying so, or only says so."),
            Key(
                "handshake", .word(Fault.Handshake.allCases.map(\.rawValue)),
                "TLS ends with an alert, or shows a certificate that is not to be trusted."),
            Key("event", .object(event), "Something that happens just before the deployment answers."),
        ])

    private static let stages = Fault.Stage.allCases.map(\.rawValue)

    private static let dribble = Keys(
        what: "a dribble",
        list: [Key("bytesPerSecond", .integer(1...1_000_000_000), "How fast, of wall time.", isRequired: true)])

    private static let truncate = Keys(
        what: "a truncate",
        list: [Key("afterBytes", .integer(0...Int(Int32.max)), "Bytes of the body that are sent.", isRequired: true)])

    private static let answer = Keys(
        what: "an answer",
        list: [
            Key("status", .integer(100...599), "The HTTP status; 200 unless given."),
            Key("headers", .map(.either([.string, .list(.string)])), "Header fields."),
            Key("body", .string, "The body."),
            Key("bodyFile", .string, "A file with the body, relative to this file."),
        ])

    private static let error = Keys(
        what: "an error",
        list: [
            Key("code", .integer(Int.min...Int.max), "Its number.", isRequired: true),
            Key("message", .string, "Its message.", isRequired: true),
            Key("details", .list(.string), "Its details."),
        ])
}
