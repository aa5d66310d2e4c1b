// SPDX-License-Identifier: Apache-2.0

import Formats

/// What a client under test promises, clause by clause, held against the journal: each habit that it has not, and promises that
/// some clients make.
struct ClientContract {
    /// A promise.
    enum Clause: Hashable, CaseIterable, Sendable {
        /// No name is sent with its password a second time, whatever became of the token.
        case passwordOnce
        /// No token is presented after its time.
        case renewsBeforeExpiry
        case habit(Hygiene)

        static let allCases: [Clause] = [.passwordOnce, .renewsBeforeExpiry] + Hygiene.allCases.map(Clause.habit)
        /// What is checked unless something else is asked for: a client may sign in again with a password.
        static let usual = allCases.filter { $0 != .passwordOnce }

        var name: String {
            switch self {
            case .passwordOnce: "password-once"
            case .renewsBeforeExpiry: "renews-before-expiry"
            case .habit(let habit): habit.rawValue
            }
        }

        /// The promise in a sentence.
        var says: String {
            switch self {
            case .passwordOnce: "never sends the password twice"
            case .renewsBeforeExpiry: "renews before expiry"
            case .habit(let habit):
                switch habit.kind {
                case .tokenInURL: "puts no token in a URL"
                case .passwordAgain: "sends no password while its token is valid"
                case .refreshStorm: "asks for few tokens a minute"
                case .endlessAuthentication: "gives up after one renewal"
                case .refererMissing: "sends the Referer with every token, or never"
                case .plainHTTP: "sends no secret over plain HTTP"
                }
            }
        }

        var advice: String {
            switch self {
            case .passwordOnce: "Keep the token, and renew it by a refresh token or by the token itself."
            case .renewsBeforeExpiry: "Compare the answer's expires with the clock, and ask for another token in time."
            case .habit(let habit): habit.advice
            }
        }

        init?(_ name: String) {
            guard let clause = Self.allCases.first(where: { $0.name == name }) else { return nil }
            self = clause
        }
    }

    /// What the journal says of a clause.
    struct Verdict {
        var clause: Clause
        /// What breaks it, in a sentence each; none: it is kept.
        var breaches: [(message: String, exchanges: [Exchange])]
        var isKept: Bool { breaches.isEmpty }
    }

    let verdicts: [Verdict]

    init(_ exchanges: [Exchange], _ clauses: [Clause]) {
        verdicts = clauses.map { clause in
            let breaches: [(message: String, exchanges: [Exchange])] =
                switch clause {
                case .passwordOnce: Self.passwordsTwice(exchanges)
                case .renewsBeforeExpiry: Self.expired(exchanges)
                case .habit(let habit): Hygiene.remarks(exchanges, [habit]).map { ($0.message, $0.exchanges) }
                }
            return Verdict(clause: clause, breaches: breaches)
        }
    }

    var isKept: Bool { verdicts.allSatisfy(\.isKept) }

    private static func passwordsTwice(_ exchanges: [Exchange]) -> [(message: String, exchanges: [Exchange])] {
        let sent = Dictionary(grouping: exchanges.filter { !($0.parameter("password") ?? "").isEmpty }) { exchange in
            "\(exchange.parameter("username") ?? "")\n\(exchange.parameter("password") ?? "")"
        }
        return sent.values.filter { $0.count > 1 }.sorted { $0[0].number < $1[0].number }.map { list in
            ("a password of \(list[0].parameter("username") ?? "nobody") was sent \(list.count) times", list)
        }
    }

    private static func expired(_ exchanges: [Exchange]) -> [(message: String, exchanges: [Exchange])] {
        let late = exchanges.filter { exchange in exchange.verdict.contains { $0.rule.id == "token.expired" } }
        guard !late.isEmpty else { return [] }
        return [(late.count == 1 ? "a token came after its time" : "\(late.count) tokens came after their time", late)]
    }

    var json: JSON {
        .object([
            .init("passed", .bool(isKept)),
            .init(
                "clauses",
                .array(
                    verdicts.map { verdict in
                        .object([
                            .init("clause", .string(verdict.clause.name)), .init("says", .string(verdict.clause.says)),
                            .init("passed", .bool(verdict.isKept)),
                            .init("message", .string(verdict.breaches.map(\.message).joined(separator: "; "))),
                            .init("advice", .string(verdict.clause.advice)),
                            .init(
                                "requests",
                                .array(verdict.breaches.flatMap(\.exchanges).map { .int($0.number) })),
                        ])
                    })),
        ])
    }

    /// The same as JUnit XML: a case for each clause.
    var junit: String {
        let failures = verdicts.count { !$0.isKept }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        text += "  <testsuite name=\"the client\" tests=\"\(verdicts.count)\" failures=\"\(failures)\" skipped=\"0\">\n"
        for verdict in verdicts {
            let clause = verdict.clause
            let start = "    <testcase classname=\"\(clause.name)\" name=\"\(JUnit.escaped(clause.says))\""
            guard !verdict.isKept else {
                text += start + "/>\n"
                continue
            }
            let message = verdict.breaches.map(\.message).joined(separator: "; ")
            let lines = verdict.breaches.flatMap(\.exchanges).prefix(5).map { "#\($0.number) \($0.line())" }
            text += start + "><failure message=\"\(JUnit.escaped(message))\">"
            text += JUnit.escaped(([verdict.clause.advice] + lines).joined(separator: "\n"))
            text += "</failure></testcase>\n"
        }
        return text + "  </testsuite>\n</testsuites>\n"
    }
}
