// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A resource that is one JSON object, and the operation that changes it.
struct AdminSettings: Sendable {
    typealias First = @Sendable (Deployment, RequestContext, Int) -> JSON
    typealias Effect = @Sendable (inout Deployment, JSON, Int) throws(AdminRefusal) -> Void

    /// How an operation says what is new.
    enum Form: Sendable {
        /// The whole object in a parameter: what it leaves out is gone.
        case whole(String)
        /// Some members, in a parameter or as parameters of their own.
        case members(String?)
    }

    var path: String
    var summary: String
    var since: Version? = .v10_1
    var until: Version?
    var evidence: Evidence
    /// The last part of the operation's path: `update` or `edit`.
    var operation: String
    var form: Form
    /// The member in which the object is shown, if it is not the answer itself.
    var member: String?
    var terms = Administration.Terms.administrator
    /// What a site has before anybody changes it.
    var first: First
    /// Lets the new settings act, or refuses them.
    var act: Effect = { _, _, _ in }

    var routes: [Route] {
        let settings = self
        return [
            Administration.resource(path, summary, since: since, until: until, evidence) {
                deployment, context, index throws(AdminRefusal) in
                .json(settings.shown(settings.read(deployment, context, index)))
            },
            Administration.operation(
                "\(path)/\(operation)", "Changes it: \(summary)", terms, since: since, until: until, evidence
            ) { deployment, context, index throws(AdminRefusal) in
                let new = try settings.changed(settings.read(deployment, context, index), context)
                try settings.act(&deployment, new, index)
                deployment.sites[index].settings[settings.path] = new
                return .json(settings.done(new))
            },
        ]
    }

    /// Returns the settings as they are.
    func read(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        deployment.sites[index].settings[path] ?? first(deployment, context, index)
    }

    private func shown(_ json: JSON) -> JSON { member.map { .object([.init($0, json)]) } ?? json }

    /// An answer may show what it has set (docs/reference/admin.md, rule 0.1).
    private func done(_ json: JSON) -> JSON {
        member.map { Administration.success.merging([.init($0, json)]) } ?? Administration.success
    }

    private func changed(_ old: JSON, _ context: RequestContext) throws(AdminRefusal) -> JSON {
        switch form {
        case .whole(let name): return try context.object(name)
        case .members(let name?) where context.parameters.given(name.lowercased()) != nil:
            return old.merging(try context.object(name).members ?? [])
        case .members:
            let known = (old.members ?? []).compactMap { old -> JSON.Member? in
                context.parameters[old.name.lowercased()].map { .init(old.name, Self.value($0, like: old.value)) }
            }
            return old.merging(known)
        }
    }

    /// Returns the value that a form spells, of the type that it had.
    static func value(_ text: String, like old: JSON) -> JSON {
        switch old {
        case .bool: return .bool(ASCII.equal(text, "true"))
        case .number where Double(text) != nil: return .number(text)
        case .object, .array: return RequestContext.lenient(text) ?? .string(text)
        case .null, .string, .number: return .string(text)
        }
    }
}
