// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `search`, `community/groups`, `community/users` and `content/groups/{id}/search`. They return only what the caller
/// may see, and no `aggregations` unless `countFields` asks for them: ArcGIS API for Python takes them for the result.
enum Search {
    /// The number of records from which looking through them takes so long that others should not wait for it: about half
    /// a millisecond.
    private static let many = 100

    static func items(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        SharingDoor.deferrable(&deployment, &context) { deployment, context, index, caller in
            items(deployment, context, index, caller, group: nil)
        }
    }

    static func ofGroup(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        CommunityGroup.deferrable(&deployment, &context, Sharing.ErrorBodies.groupContentMissing) {
            deployment, context, index, caller, group in
            items(deployment, context, index, caller, group: group.id)
        }
    }

    private static func items(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ caller: Caller, group: String?
    ) -> Deferrable<Outcome> {
        let area = context.parameters.given("bbox").map { SearchArea($0) }
        let categories = ItemEdits.list(context.parameters.given("categories")).map { $0.lowercased() }
        // An organization that admits nobody without an account shows him nothing (documented of access: private).
        let isShut = caller == .anonymous && !deployment.portals[index].admitsAnonymous
        let isOptional = group != nil || area != nil || context.parameters.given("categories") != nil
        let count = deployment.countOfContent(ofPortal: index)
        return answer(context, of: isShut ? 0 : count, isOptional: isOptional) {
            let born = deployment.portals[index].created
            let seen =
                isShut
                ? []
                : deployment.content(ofPortal: index, context) { item in
                    deployment.maySee(item, caller) && (group.map(item.groups.contains) ?? true)
                        && (area.map { $0.contains(item) } ?? true)
                        && categories.allSatisfy { wanted in
                            item.categories.contains { "\($0.lowercased())/".hasPrefix("\(wanted)/") }
                        }
                }
            return seen.map { (SearchRecord(item: $0, born: born), $0) }
        } json: {
            Item.json($0, deployment, context, index, caller, in: group == nil ? .search : .group)
        }
    }

    static func groups(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        SharingDoor.deferrable(&deployment, &context) { deployment, context, index, caller in
            answer(context, of: deployment.portals[index].groups.count, isOptional: false) { [deployment] in
                let portal = deployment.portals[index]
                return portal.groups.filter { deployment.maySee($0, caller) }
                    .map { (SearchRecord(group: $0, born: portal.created), $0) }
            } json: { [deployment] in
                CommunityGroup.json($0, deployment, index, caller, in: .search)
            }
        }
    }

    static func users(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        SharingDoor.deferrable(&deployment, &context) { deployment, context, index, caller in
            answer(context, of: deployment.portals[index].accounts.indices.count, isOptional: false) { [deployment] in
                let portal = deployment.portals[index]
                return portal.accounts.indices.filter {
                    !portal.accounts[$0].isGone && deployment.maySee(portal.accounts[$0], caller)
                }.map { (SearchRecord(user: portal.accounts[$0], born: portal.created), $0) }
            } json: { [deployment, context] in
                CommunityUser.json(deployment, context, index, $0, caller, isListed: true)
            }
        }
    }

    /// Answers a search among `count` records, of which `seen` returns those that the caller may see. `isOptional` says
    /// whether `q` may be missing because something else narrows the search.
    ///
    /// What is refused is refused at once; many records are looked through while others are answered, as they are now.
    private static func answer<Found>(
        _ context: RequestContext, of count: Int, isOptional: Bool,
        _ seen: @escaping @Sendable () -> [(record: SearchRecord, found: Found)],
        json: @escaping @Sendable (Found) -> JSON
    ) -> Deferrable<Outcome> {
        let parameters = context.parameters
        let text = parameters["q"] ?? ""
        if text.allSatisfy(\.isWhitespace), parameters.given("filter") == nil, !isOptional {
            let verdict = Verdict(
                Sharing.Rules.noQuery, facts: [.init("q", text)], wouldPass: "q=…; q=* finds everything")
            return .ready(
                SharingDoor.Refused(errorBody: Sharing.ErrorBodies.noQuery, verdict: verdict, context).outcome)
        }
        let query: SearchQuery
        do throws(SearchQuery.Unreadable) {
            query = .all([try SearchQuery(text), try SearchQuery(parameters["filter"] ?? "")])
        } catch {
            let verdict = Verdict(
                Sharing.Rules.badQuery, facts: [.init("q", String(text.prefix(200))), .init("because", error.reason)],
                wouldPass: "a query with closed quotation marks and parentheses")
            return .ready(
                SharingDoor.Refused(errorBody: Sharing.ErrorBodies.badQuery, verdict: verdict, context).outcome)
        }
        guard count > many else { return .ready(found(parameters, query, among: seen(), json)) }
        return .deferred { found(parameters, query, among: seen(), json) }
    }

    private static func found<Found>(
        _ parameters: Parameters, _ query: SearchQuery, among seen: [(record: SearchRecord, found: Found)],
        _ json: (Found) -> JSON
    ) -> Outcome {
        var hits = seen.filter { query.finds($0.record) }
        if let field = parameters.given("sortfield") {
            let isDown = ASCII.equal(parameters["sortorder"] ?? "", "desc")
            hits = SearchRecord.sorted(hits, by: field.lowercased(), isDown: isDown) { $0.record }
        }
        let page = ResultPage(parameters, total: hits.count)
        var members = [JSON.Member("query", .string(parameters["q"] ?? ""))] + page.members
        members.append(.init("results", .array(hits[page.range].map { json($0.found) })))
        if let counted = parameters.given("countfields") {
            members.append(.init("aggregations", counts(hits.map(\.record), counted, parameters.given("countsize"))))
        }
        return .json(.object(members))
    }

    /// Returns how many results have each value of a field, in the index's lowercase, the most frequent first; 10
    /// values unless `countSize` says otherwise (documented).
    private static func counts(_ records: [SearchRecord], _ fields: String, _ size: String?) -> JSON {
        let limit = min(max(size.flatMap { Int($0) } ?? 10, 0), 200)
        let counts = fields.split(separator: ",").map { name in
            let field = ASCII.trimmed(String(name))
            var found: [String: Int] = [:]
            for record in records {
                for value in Set(record.values(field.lowercased())) { found[value, default: 0] += 1 }
            }
            let sorted = found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
            let values = sorted.map { value, count in
                JSON.object([.init("value", .string(value)), .init("count", .int(count))])
            }
            return JSON.object([.init("fieldName", .string(field)), .init("fieldValues", .array(values))])
        }
        return .object([.init("counts", .array(counts))])
    }
}
