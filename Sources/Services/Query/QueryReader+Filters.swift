// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Further filters of a query: `text`, `time`, and the layer's definition.
extension QueryReader {
    func condition() throws(ServiceError) -> Where {
        var condition = Where.everything
        if let definition = of?.definition { condition = try parsed(definition) }
        if let text = given("where") {
            condition = condition.and(try parsed(text))
        } else if let text = given("text"), request.kind == .mapServer,
            let index = layer.fields.firstIndex(where: { $0.name == layer.displayField })
        {
            // Short for displayField LIKE '%text%' (documented).
            condition = condition.and(
                Where(
                    sql: "\(Field.column(index)) LIKE ?", values: [.text("%\(text)%")], indices: [index],
                    isEverything: false))
        }
        if let time = given("time") { condition = condition.and(try self.time(time)) }
        return condition
    }

    private func parsed(_ text: String) throws(ServiceError) -> Where {
        do throws(Where.Failure) {
            return try Where.parse(text, fields: layer.columns, now: request.now, user: request.user)
        } catch {
            throw request.badWhere(text, error, manner.badWhere)
        }
    }

    /// Returns the condition for an instant, or two separated by a comma; `null` means no limit. It matches rows whose
    /// time overlaps. A layer that is not time-aware ignores it.
    private func time(_ text: String) throws(ServiceError) -> Where {
        var ends: [Int64?] = []
        for part in text.split(separator: ",") {
            let word = ASCII.trimmed(part)
            guard let number = Int64(word) else {
                guard ASCII.equal(word, "null") else { throw request.badParameter("time", text) }
                ends.append(nil)
                continue
            }
            ends.append(number)
        }
        guard ends.count == 1 || ends.count == 2 else { throw request.badParameter("time", text) }
        guard let time = of?.time,
            let start = layer.fields.firstIndex(where: { ASCII.equal($0.name, time.start) })
        else { return .everything }
        let end = time.end.flatMap { name in layer.fields.firstIndex { ASCII.equal($0.name, name) } } ?? start
        var whole = Where.everything
        if let last = ends[ends.count - 1] {
            whole = whole.and(
                Where(
                    sql: "\(Field.column(start)) <= ?", values: [.integer(last)], indices: [start],
                    isEverything: false))
        }
        if let first = ends[0] {
            whole = whole.and(
                Where(
                    sql: "\(Field.column(end)) >= ?", values: [.integer(first)], indices: [end],
                    isEverything: false))
        }
        return whole
    }

    /// Returns whether the layer's description has what a parameter that is refused elsewhere is about.
    func has(_ parameter: String) -> Bool {
        guard let subject else { return false }
        return switch parameter {
        case "fullText": subject.hasFullText
        case "uniqueIds", "returnUniqueIdsOnly": UniqueIDs(of, layer) != nil
        default: false
        }
    }

    /// Reads `fullText`, `uniqueIds` and `returnUniqueIdsOnly`.
    func identified(_ query: inout Query) throws(ServiceError) {
        if request.kind == .featureServer, let text = given("fulltext"), text != "[]", has("fullText") {
            guard let search = FullText(text, layer) else { throw request.badParameter("fullText", text) }
            let found = Set(search.ids(layer))
            query.objectIDs = query.objectIDs.map { $0.filter(found.contains) } ?? found.sorted()
        }
        guard let ids = UniqueIDs(of, layer) else { return }
        if let text = given("uniqueids") {
            guard let condition = ids.condition(text) else { throw request.badParameter("uniqueIds", text) }
            query.condition = query.condition.and(condition)
        }
        if isTrue("returnuniqueidsonly") { query.uniqueIDs = ids }
    }
}
