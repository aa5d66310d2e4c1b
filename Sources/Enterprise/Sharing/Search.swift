// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `search`, `community/groups`, `community/users` and `content/groups/{id}/search`. They return only what the caller
/// may see, and no `aggregations` unless `countFields` asks for them: ArcGIS API for Python takes them for the result.
enum Search {
    static func items(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            items(deployment, context, index, caller, group: nil)
        }
    }

    static func ofGroup(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        CommunityGroup.answer(&deployment, &context, Sharing.ErrorBodies.groupContentMissing) {
            deployment, context, index, caller, group in
            items(deployment, context, index, caller, group: group.id)
        }
    }

    private static func items(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ caller: Caller, group: String?
    ) -> Outcome {
        let area = context.parameters.given("bbox").map { SearchArea($0) }
        let categories = ItemEdits.list(context.parameters.given("categories")).map { $0.lowercased() }
        // An organization that admits nobody without an account shows him nothing (documented of access: private).
        let isShut = caller == .anonymous && !deployment.portals[index].admitsAnonymous
        let seen =
            isShut
            ? []
            : deployment.content(ofPortal: index, context).filter { item in
                deployment.maySee(item, caller) && (group.map(item.groups.contains) ?? true)
                    && (area.map { $0.contains(item) } ?? true)
                    && categories.allSatisfy { wanted in
                        item.categories.contains { "\($0.lowercased())/".hasPrefix("\(wanted)/") }
                    }
            }
        let isOptional = group != nil || area != nil || context.parameters.given("categories") != nil
        let found = seen.map { (SearchRecord(item: $0, born: deployment.portals[index].created), $0) }
        return answer(context, found, isOptional: isOptional) {
            Item.json($0, deployment, context, index, caller, in: group == nil ? .search : .group)
        }
    }

    static func groups(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            let portal = deployment.portals[index]
            let found = portal.groups.filter { deployment.maySee($0, caller) }
                .map { (SearchRecord(group: $0, born: portal.created), $0) }
            return answer(context, found, isOptional: false) {
                CommunityGroup.json($0, deployment, index, caller, in: .search)
            }
        }
    }

    static func users(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            let portal = deployment.portals[index]
            let found = portal.accounts.indices.filter {
                !portal.accounts[$0].isGone && deployment.maySee(portal.accounts[$0], caller)
            }
            return answer(
                context, found.map { (SearchRecord(user: portal.accounts[$0], born: portal.created), $0) },
                isOptional: false
            ) { CommunityUser.json(deployment, context, index, $0, caller, isListed: true) }
        }
    }

    /// Answers a search. `isOptional` says whether `q` may be missing because something else narrows the search.
    private static func answer<Found>(
        _ context: RequestContext, _ seen: [(record: SearchRecord, found: Found)], isOptional: Bool,
        _ json: (Found) -> JSON
    ) -> Outcome {
        let parameters = context.parameters
        let text = parameters["q"] ?? ""
        if text.allSatisfy(\.isWhitespace), parameters.given("filter") == nil, !isOptional {
            let verdict = Verdict(
                Sharing.Rules.noQuery, facts: [.init("q", text)], wouldPass: "q=…; q=* finds everything")
            return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.noQuery, verdict: verdict, context).outcome
        }
        let query: SearchQuery
        do throws(SearchQuery.Unreadable) {
            query = .all([try SearchQuery(text), try SearchQuery(parameters["filter"] ?? "")])
        } catch {
            let verdict = Verdict(
                Sharing.Rules.badQuery, facts: [.init("q", String(text.prefix(200))), .init("because", error.reason)],
                wouldPass: "a query with closed quotation marks and parentheses")
            return SharingDoor.Refused(errorBody: Sharing.ErrorBodies.badQuery, verdict: verdict, context).outcome
        }
        var hits = seen.filter { query.finds($0.record) }
        if let field = parameters.given("sortfield") {
            let isDown = ASCII.equal(parameters["sortorder"] ?? "", "desc")
            hits = SearchRecord.sorted(hits, by: field.lowercased(), isDown: isDown) { $0.record }
        }
        let page = ResultPage(parameters, total: hits.count)
        var members = [JSON.Member("query", .string(text))] + page.members
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
