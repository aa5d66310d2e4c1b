// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// The possible answers of an endpoint.
extension OpenAPI {
    static let failure = Keys(
        what: "a failure", component: "Failure",
        list: [
            Keys.Key("error", .object(error), "What is wrong.", isRequired: true),
            Keys.Key("findings", .list(.object(finding)), "What is wrong with the body, by position."),
        ])

    private static let error = Keys(
        what: "an error",
        list: [
            Keys.Key("code", .string, "In kebab-case.", isRequired: true),
            Keys.Key("message", .string, "The error in words.", isRequired: true),
        ])

    static let finding = Keys(
        what: "a finding", component: "Finding",
        list: [
            Keys.Key("file", .string, "The file; (request) is the request body.", isRequired: true),
            Keys.Key("line", .anyNumber, "From 1.", isRequired: true),
            Keys.Key("column", .anyNumber, "From 1.", isRequired: true),
            Keys.Key("message", .string, "What is wrong there.", isRequired: true),
            Keys.Key("suggestion", .textOrNull, "What was probably meant.", isRequired: true),
        ])

    static func responses(_ endpoint: Endpoint) -> [JSON.Member] {
        var all: [(status: Int, about: String, content: JSON?)] = []
        switch endpoint.success {
        case .json(let status, let kind): all.append((status, "Done.", content(kind, "application/json")))
        case .text(let type): all.append((200, "Done.", content(.string, type)))
        case .nothing: all.append((204, "Done.", nil))
        }
        var refusals = endpoint.refusals
        refusals += [
            (400, "A parameter or the body is invalid."), (401, "The control token is missing or wrong."),
            (403, "The Host, the Origin or the peer is not allowed."), (405, "The method is not allowed."),
        ]
        if endpoint.body != nil { refusals.append((422, "The body is invalid, or the request is impossible.")) }
        all += refusals.sorted { $0.status < $1.status }.map { ($0.status, $0.about, failed) }
        let own = all.map { JSON.Member(String($0.status), answer($0.about, $0.content)) }
        let shared = unreadable.map { refusal in
            let location = JSON.string("#/components/responses/\(refusal.code)")
            return JSON.Member(String(refusal.status), .object([.init("$ref", location)]))
        }
        return own + shared
    }

    /// The answers of HTTP itself that every endpoint has; each endpoint lists 400 itself.
    static let unreadable = ControlFailure.unreadable.filter { $0.status != 400 }
    static let failed = content(.object(failure), "application/json")

    static func answer(_ about: String, _ content: JSON?) -> JSON {
        .object([.init("description", .string(about))] + (content.map { [.init("content", $0)] } ?? []))
    }
}
