// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The refusal of an operation of a server's administrator directory.
struct AdminRefusal: Error {
    var outcome: Outcome

    init(_ outcome: Outcome) { self.outcome = outcome }

    init(_ errorBody: ErrorBody, _ rule: Rule, facts: [Verdict.Fact] = [], wouldPass: String) {
        outcome = .refused(errorBody, Verdict(rule, facts: facts, wouldPass: wouldPass))
    }

    /// A key is still to be made, or cannot be.
    init(_ failure: KeyFailure, for alias: String) {
        self = failure.outcome.map(AdminRefusal.init) ?? MachineCertificates.unreadable(alias, "a key", failure.reason)
    }

    /// A parameter is missing.
    static func notGiven(_ name: String, _ example: String? = nil) -> AdminRefusal {
        AdminRefusal(
            Administration.ErrorBodies.notGiven.about(name), Administration.Rules.notGiven,
            facts: [.init("missing", name)], wouldPass: "\(name)=\(example ?? "…")")
    }

    /// A parameter is no JSON object.
    static func notJSON(_ name: String, _ text: String, _ example: String) -> AdminRefusal {
        AdminRefusal(
            Administration.ErrorBodies.notJSON.about(text), Administration.Rules.notJSON,
            facts: [.init("parameter", name), .init("value", text)], wouldPass: "\(name)=\(example)")
    }

    /// A parameter has a value that there is not.
    static func badValue(_ name: String, _ value: String, _ allowed: [String]) -> AdminRefusal {
        AdminRefusal(
            Administration.ErrorBodies.badValue.about(["name": name, "value": value]), Administration.Rules.badValue,
            facts: [.init(name, value)], wouldPass: "one of \(allowed.joined(separator: ", "))")
    }

    /// Something of that name is there already.
    static func taken(_ kind: String, _ name: String) -> AdminRefusal {
        AdminRefusal(
            Administration.ErrorBodies.nameTaken.about(["kind": kind, "name": name]), Administration.Rules.nameTaken,
            facts: [.init("kind", kind.lowercased()), .init("name", name)], wouldPass: "another name")
    }

    /// Nothing of that name, which a parameter gives, is there.
    static func unknown(_ kind: String, _ name: String, among names: [String]) -> AdminRefusal {
        AdminRefusal(
            Administration.ErrorBodies.nameUnknown.about(["kind": kind, "name": name]),
            Administration.Rules.nameUnknown, facts: [.init("kind", kind.lowercased()), .init("name", name)],
            wouldPass: instead(name, names))
    }

    /// Nothing is at the path; its last part is quoted (captured: docs/reference/admin.md#b3).
    static func missing(
        _ name: String, _ rule: Rule = Administration.Rules.entryMissing, among names: [String]
    )
        -> AdminRefusal
    {
        AdminRefusal(
            Administration.ErrorBodies.noResource.about(name), rule, facts: [.init("name", name)],
            wouldPass: instead(name, names))
    }

    private static func instead(_ name: String, _ names: [String]) -> String {
        if let nearest = Suggestion.nearest(to: name, among: names) { return "did you mean \(nearest)?" }
        return names.isEmpty
            ? "it after it is made: there is none yet" : "one of \(names.prefix(8).joined(separator: ", "))"
    }
}

extension RequestContext {
    /// Returns the value of a parameter that must be there. `name` is as documented.
    func required(_ name: String, _ example: String? = nil) throws(AdminRefusal) -> String {
        guard let value = parameters.given(name.lowercased()) else { throw AdminRefusal.notGiven(name, example) }
        return value
    }

    /// Returns the JSON object of a parameter that must be there.
    func object(_ name: String, _ example: String = "{…}") throws(AdminRefusal) -> JSON {
        let text = try required(name, example)
        guard let json = JSON.lenient(text), json.members != nil else {
            throw AdminRefusal.notJSON(name, text, example)
        }
        return json
    }

    /// Returns a Boolean parameter, in any spelling that clients use.
    func flag(_ name: String) -> Bool? {
        switch parameters.given(name.lowercased())?.lowercased() {
        case "true", "1", "on": true
        case "false", "0", "off": false
        default: nil
        }
    }

    /// Returns the names of a list that commas separate.
    func names(_ name: String) throws(AdminRefusal) -> [String] {
        try required(name, "a,b").split(separator: ",").map { word in
            String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }
}
