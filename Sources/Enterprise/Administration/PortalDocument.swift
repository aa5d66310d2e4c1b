// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A resource of `portaladmin` that is one JSON object, and the operation that changes it: a row a document. What is
/// changed is kept under the path in the portal's state, and read back.
struct PortalDocument: Sendable {
    typealias First = @Sendable (Deployment, RequestContext, Int) -> [JSON.Member]
    typealias Effect = @Sendable (inout Deployment, [JSON.Member], Int) throws(PortalRefusal) -> Void

    /// How an operation says what is new.
    enum Form: Sendable {
        /// The whole object in a parameter: what it leaves out is gone.
        case whole(String)
        /// Some of its members, in a parameter that is an object.
        case members(String)
        /// Some of its members, each a parameter of its own; the names of the parameters by those of the members.
        case parameters([String: String])
    }

    var path: String
    var summary: String
    var since: Version?
    var evidence: Evidence
    /// The last part of the operation's path: `update` or `edit`.
    var operation: String
    var form: Form
    /// The member in which the object is shown, if it is not the answer itself.
    var member: String?
    /// What the answer of the operation has after `status`.
    var answer: [JSON.Member] = []
    /// What a portal has before anybody changes it.
    var first: First
    /// Lets the new settings act, or refuses them.
    var act: Effect = { _, _, _ in }

    var routes: [Route] {
        let document = self
        return [
            Route(
                .portal, "portaladmin/\(path)", .portalAdmin, summary, since: since, evidence: evidence,
                handler: PortalOperation.resource { deployment, context, index throws(PortalRefusal) in
                    let json = JSON.object(document.read(deployment, context, index))
                    return .json(document.member.map { .object([.init($0, json)]) } ?? json)
                }),
            Route(
                .portal, "portaladmin/\(path)/\(operation)", .portalAdmin, "Changes it: \(summary)", since: since,
                evidence: evidence,
                handler: PortalOperation.handler { deployment, context, index throws(PortalRefusal) in
                    let new = try document.changed(document.read(deployment, context, index), context)
                    try document.act(&deployment, new, index)
                    deployment.portals[index].documents[document.path] = .object(new)
                    return PortalOperation.done(document.answer)
                }),
        ]
    }

    func read(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> [JSON.Member] {
        deployment.portals[index].documents[path]?.members ?? first(deployment, context, index)
    }

    private func changed(_ old: [JSON.Member], _ context: RequestContext) throws(PortalRefusal) -> [JSON.Member] {
        switch form {
        case .whole(let name): return try context.neededObject(name)
        case .members(let name): return Self.merged(old, try context.neededObject(name))
        case .parameters(let names):
            let given = old.compactMap { member -> JSON.Member? in
                context.parameters[(names[member.name] ?? member.name).lowercased()].map {
                    .init(member.name, Self.value($0, like: member.value))
                }
            }
            return Self.merged(old, given)
        }
    }

    static func merged(_ old: [JSON.Member], _ new: [JSON.Member]) -> [JSON.Member] {
        var members = old
        for member in new {
            if let number = members.firstIndex(where: { $0.name == member.name }) {
                members[number].value = member.value
            } else {
                members.append(member)
            }
        }
        return members
    }

    /// Returns the value that a parameter spells, of the kind that it had.
    static func value(_ text: String, like old: JSON) -> JSON {
        switch old {
        case .bool: .bool(ASCII.equal(text, "true"))
        case .number where Double(text) != nil: .number(text)
        case .object, .array: (try? JSONReader.read(Array(text.utf8))) ?? .string(text)
        case .null, .string, .number: .string(text)
        }
    }
}
