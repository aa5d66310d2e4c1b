// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// An operation of `portaladmin`: behind the door, by POST, refused by throwing.
enum PortalOperation {
    typealias Body =
        @Sendable (inout Deployment, inout RequestContext, Int) throws(PortalRefusal) -> Outcome

    /// Returns the handler of an operation. Asked by GET it shows nothing and changes nothing.
    static func handler(_ body: @escaping Body) -> Route.Handler {
        { deployment, context in
            guard case .portal(let index) = context.site else { return .page(Page.notFound) }
            if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
            guard !context.isGet else {
                return .refused(
                    Tokens.ErrorBodies.methodNotSupported,
                    Verdict(
                        Administration.Rules.portalMethod, facts: [.init("method", context.call.request.method)],
                        wouldPass: "POST to the same URL"))
            }
            return run(&deployment, &context, index, body)
        }
    }

    /// Returns the handler of a resource, which takes GET and POST.
    static func resource(_ body: @escaping Body) -> Route.Handler {
        { deployment, context in
            guard case .portal(let index) = context.site else { return .page(Page.notFound) }
            if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
            return run(&deployment, &context, index, body)
        }
    }

    private static func run(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ body: Body
    ) -> Outcome {
        do throws(PortalRefusal) {
            return try body(&deployment, &context, index)
        } catch { return error.awaited ?? .refused(error.errorBody, error.verdict) }
    }

    /// `{"status":"success"}`, with what follows.
    static func done(_ members: [JSON.Member] = []) -> Outcome {
        .json(.object([.init("status", .string("success"))] + members))
    }
}

/// Why an operation of `portaladmin` does nothing.
struct PortalRefusal: Error {
    var errorBody: ErrorBody
    var verdict: Verdict
    /// What it waits for, in place of the refusal.
    var awaited: Outcome?

    init(_ errorBody: ErrorBody, _ rule: Rule, _ facts: [(String, String)], _ wouldPass: String) {
        self.errorBody = errorBody
        verdict = Verdict(rule, facts: facts.map { .init($0.0, $0.1) }, wouldPass: wouldPass)
    }

    static func notGiven(_ name: String) -> PortalRefusal {
        PortalRefusal(
            Administration.ErrorBodies.portalNotGiven.about(name), Administration.Rules.portalNotGiven,
            [("missing", name)], "\(name)=…")
    }

    static func badValue(_ name: String, _ value: String, _ wouldPass: String) -> PortalRefusal {
        PortalRefusal(
            Administration.ErrorBodies.portalBadValue.about(name), Administration.Rules.portalBadValue,
            [(name, value)], wouldPass)
    }

    static func missing(_ word: String, _ known: [String]) -> PortalRefusal {
        PortalRefusal(
            Administration.ErrorBodies.noResource.about(word), Administration.Rules.portalMissing, [("name", word)],
            known.isEmpty ? "there is none" : "one of \(known.joined(separator: ", "))")
    }
}

extension RequestContext {
    /// Returns the value of a parameter that must be there.
    func needed(_ name: String) throws(PortalRefusal) -> String {
        guard let value = parameters.given(name.lowercased()) else { throw .notGiven(name) }
        return value
    }

    /// Returns the JSON object in a parameter that must be there.
    func neededObject(_ name: String) throws(PortalRefusal) -> [JSON.Member] {
        let text = try needed(name)
        guard let members = (try? JSONReader.read(Array(text.utf8)))?.members else {
            throw .badValue(name, text, "\(name)={…}")
        }
        return members
    }
}
