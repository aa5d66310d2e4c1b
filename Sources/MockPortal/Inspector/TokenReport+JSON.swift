// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

extension Keys {
    /// What a token says: docs/contracts.md#control-over-http.
    static let tokenReport = Keys(
        what: "a token", component: "TokenReport",
        list: [
            Key("token", .string, "Its first letters.", isRequired: true),
            Key("place", .textOrNull, "Where it was in the exchange: query, form, a field, a cookie, answer."),
            Key(
                "state", .word(["unknown"] + TokenReport.State.allCases.map(\.rawValue)),
                "Whether it is good; unknown: no site here issued it.", isRequired: true),
            Key("told", .string, "The same in words.", isRequired: true),
            Key(
                "kind", .textOrNull,
                "member, app, exchangedMember, exchangedApp, storeUser, siteAdmin, exchangedElsewhere."),
            Key("issuer", .either([.object(issuer), .null]), "Who issued it."),
            Key("user", .textOrNull, "Whose it is: a user name, or an app's client id."),
            Key(
                "door", .textOrNull,
                "By which door it was given out; null: not through a door, or the journal has dropped it."),
            Key("exchange", .either([.anyNumber, .null]), "The exchange that gave it out."),
            Key("binding", .textOrNull, "none, referer, address, requestAddress, unknownClient, serverURL, machine."),
            Key("boundTo", .textOrNull, "The referer or address that it is bound to."),
            Key("issued", .either([.anyNumber, .null]), "When, in ms since 1970, to the minute."),
            Key("expires", .either([.anyNumber, .null]), "Until when, in ms since 1970."),
            Key(
                "remaining", .either([.anyNumber, .null]),
                "The ms until then on the deployment's clock; negative: since then."),
        ])

    private static let issuer = Keys(
        what: "an issuer",
        list: [
            Key("kind", .word(["portal", "server"]), "Which kind of site.", isRequired: true),
            Key("name", .string, "Its name.", isRequired: true),
        ])
}

extension TokenReport {
    /// Returns what is told of a token; `report` is `nil` if no site here issued it.
    static func json(
        _ string: String, _ report: TokenReport?, at now: Instant, from source: Exchange?, place: String? = nil
    ) -> JSON {
        var members: [JSON.Member] = [.init("token", .string(Redaction.token(string)))]
        if let place { members.append(.init("place", .string(place))) }
        guard let report else {
            let told = "No site here issued it: it is from elsewhere, or of before a key was changed."
            return .object(members + [.init("state", .string("unknown")), .init("told", .string(told))])
        }
        let remaining = report.expires.milliseconds - now.milliseconds
        members += [
            .init("state", .string(report.state.rawValue)), .init("told", .string(report.told(remaining))),
            .init("kind", .string(report.kind)),
            .init(
                "issuer",
                .object([
                    .init("kind", .string(report.issuer.kind.rawValue)), .init("name", .string(report.issuer.name)),
                ])),
            .init("user", report.subject.map(JSON.string) ?? .null),
            .init("door", source?.door.map { .string($0.rawValue) } ?? .null),
            .init("exchange", source.map { .int($0.number) } ?? .null),
            .init("binding", .string(report.bindingKind)),
            .init("boundTo", report.boundTo.map(JSON.string) ?? .null),
            .init("issued", .number(String(report.issued.milliseconds))),
            .init("expires", .number(String(report.expires.milliseconds))),
            .init("remaining", .number(String(remaining))),
        ]
        return .object(members)
    }

    private func told(_ remaining: Int64) -> String {
        let whose = subject.map { "of \($0) " } ?? ""
        switch state {
        case .good: return "This token \(whose)is good for another \(TokenReport.words(remaining))."
        case .expired: return "This token \(whose)expired \(TokenReport.words(-remaining)) ago."
        case .revoked: return "This token \(whose)was revoked."
        case .ended: return "This token \(whose)ended: the user is gone, disabled, or has a new password."
        }
    }

    /// Returns a duration as people say it: `3 minutes`.
    static func words(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        for (unit, length) in [("day", Int64(86_400)), ("hour", 3600), ("minute", 60)] where seconds >= 2 * length {
            return "\(seconds / length) \(unit)s"
        }
        if seconds >= 60 { return "1 minute" }
        return seconds == 1 ? "1 second" : "\(seconds) seconds"
    }
}
