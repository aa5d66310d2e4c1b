// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A resource of an administrator directory that is one JSON object, and the operation that changes it: a row a document.
/// What is changed is kept with the site under the path, and read back.
struct SiteDocument<Refusal: Error>: Sendable {
    typealias First = @Sendable (Deployment, RequestContext, Int) -> JSON
    typealias Effect = @Sendable (inout Deployment, JSON, Int) throws(Refusal) -> Void

    /// How an operation says what is new.
    enum Form: Sendable {
        /// The whole object in a parameter: what it leaves out is gone.
        case whole(String)
        /// Some of its members, in a parameter that is an object.
        case members(String)
        /// Some of its members, each a parameter of its own; the names of the parameters by those of the members.
        case parameters([String: String])
        /// Some of its members, in a parameter that is an object, or as parameters of their own.
        case either(String)
    }

    var path: String
    var summary: String
    var since: Version?
    var evidence: Evidence
    /// The last part of the operation's path: `update` or `edit`.
    var operation: String
    var form: Form
    /// What members become whose parameters are left out; others stay.
    var absent: [String: JSON] = [:]
    /// The member in which the object is shown, if it is not the answer itself.
    var member: String?
    /// What the answer of the operation has after `status`.
    var answer: [JSON.Member] = []
    /// A Boolean value that indicates whether it may be changed while the site is in read-only mode.
    var isAlwaysOpen = false
    /// What a site has before anybody changes it.
    var first: First
    /// Lets the new settings act, or refuses them.
    var act: Effect = { _, _, _ in }

    func shown(_ json: JSON) -> JSON { member.map { .object([.init($0, json)]) } ?? json }

    /// Returns the object as a request changes it. `object` reads a parameter that must be there.
    func changed(
        _ old: JSON, _ context: RequestContext, object: (String) throws(Refusal) -> JSON
    ) throws(Refusal) -> JSON {
        switch form {
        case .whole(let name): return try object(name)
        case .members(let name): return old.merging(try object(name).members ?? [])
        case .either(let name) where context.parameters.given(name.lowercased()) != nil:
            return old.merging(try object(name).members ?? [])
        case .either: return given(old, [:], context)
        case .parameters(let names): return given(old, names, context)
        }
    }

    private func given(_ old: JSON, _ names: [String: String], _ context: RequestContext) -> JSON {
        let given = (old.members ?? []).compactMap { member -> JSON.Member? in
            // Clients send back what they have read, by the name that it has there.
            let text = [names[member.name], member.name].lazy
                .compactMap { $0.flatMap { context.parameters[$0.lowercased()] } }.first
            return text.map { .init(member.name, JSON.spelled($0, like: member.value)) }
                ?? absent[member.name].map { .init(member.name, $0) }
        }
        return old.merging(given)
    }
}
