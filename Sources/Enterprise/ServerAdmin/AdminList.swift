// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A resource that lists named JSON objects, each with a resource of its own and operations on it.
struct AdminList: Sendable {
    typealias First = @Sendable (Deployment, RequestContext, Int) -> [JSON]
    typealias Change = @Sendable (JSON, RequestContext) throws(AdminRefusal) -> JSON

    var path: String
    /// The placeholder of a name in paths.
    var placeholder: String
    /// The member of the list's answer, and the member of an entry that names it.
    var member: String
    var name: String
    var kind: String
    var summary: String
    var since: Version? = .v10_1
    var until: Version?
    var evidence: Evidence
    /// The rule that refuses a name that is not there.
    var missing = Administration.Rules.entryMissing
    var first: First = { _, _, _ in [] }

    func entries(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> [JSON] {
        deployment.entries(path, server: index, else: first(deployment, context, index))
    }

    private func names(_ entries: [JSON]) -> [String] { entries.compactMap { $0[name]?.text } }

    /// Returns where the entry of the path is.
    func find(_ entries: [JSON], _ context: RequestContext) throws(AdminRefusal) -> Int {
        let asked = context.names[placeholder] ?? ""
        guard let number = entries.firstIndex(where: { $0[name]?.text == asked }) else {
            throw AdminRefusal.missing(asked, missing, among: names(entries))
        }
        return number
    }

    /// The list, and one entry of it.
    var resources: [Route] {
        let list = self
        return [
            Administration.resource(path, summary, since: since, until: until, evidence) {
                deployment, context, index throws(AdminRefusal) in
                .json(.object([.init(list.member, .array(list.entries(deployment, context, index)))]))
            },
            Administration.resource("\(path)/{\(placeholder)}", "One of them.", since: since, until: until, evidence) {
                deployment, context, index throws(AdminRefusal) in
                let entries = list.entries(deployment, context, index)
                return .json(entries[try list.find(entries, context)])
            },
        ]
    }

    /// An operation that adds an entry.
    func adds(
        _ operation: String, _ summary: String, _ evidence: Evidence? = nil,
        _ make: @escaping @Sendable (inout Deployment, RequestContext, Int) throws(AdminRefusal) -> JSON
    ) -> Route {
        let list = self
        return Administration.operation(
            "\(path)/\(operation)", summary, since: since, until: until, evidence ?? self.evidence
        ) { deployment, context, index throws(AdminRefusal) in
            let entry = try make(&deployment, context, index)
            let entries = list.entries(deployment, context, index)
            let name = entry[list.name]?.text ?? ""
            guard !list.names(entries).contains(name) else { throw AdminRefusal.taken(list.kind, name) }
            deployment.sites[index].lists[list.path] = entries + [entry]
            return .json(Administration.success)
        }
    }

    /// An operation that changes the entry of the path.
    func edits(
        _ operation: String, _ summary: String, _ evidence: Evidence? = nil, _ change: @escaping Change
    )
        -> Route
    {
        let list = self
        return Administration.operation(
            "\(path)/{\(placeholder)}/\(operation)", summary, since: since, until: until, evidence ?? self.evidence
        ) { deployment, context, index throws(AdminRefusal) in
            var entries = list.entries(deployment, context, index)
            let number = try list.find(entries, context)
            entries[number] = try change(entries[number], context)
            deployment.sites[index].lists[list.path] = entries
            return .json(Administration.success)
        }
    }

    /// An operation that removes the entry of the path.
    func removes(_ operation: String, _ summary: String, _ evidence: Evidence? = nil) -> Route {
        let list = self
        return Administration.operation(
            "\(path)/{\(placeholder)}/\(operation)", summary, since: since, until: until, evidence ?? self.evidence
        ) { deployment, context, index throws(AdminRefusal) in
            var entries = list.entries(deployment, context, index)
            entries.remove(at: try list.find(entries, context))
            deployment.sites[index].lists[list.path] = entries
            return .json(Administration.success)
        }
    }

    /// Returns an entry with what the parameters of the same names say.
    static func filled(_ entry: JSON, _ context: RequestContext) -> JSON {
        entry.merging(
            (entry.members ?? []).compactMap { old in
                context.parameters[old.name.lowercased()].map {
                    .init(old.name, JSON.spelled($0, like: old.value))
                }
            })
    }
}
