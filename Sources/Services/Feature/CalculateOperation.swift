// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `calculate`: gives fields of the rows of a clause a value, `calcExpression=[{"field":"n","value":1}]`.
enum CalculateOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try request.editable("calculate", in: service)
        try request.may(.update, layer, in: service)
        let text = request.given("calcexpression") ?? ""
        guard let entries = (try? JSONReader.read(Array(text.utf8)))?.elements, !entries.isEmpty else {
            throw request.badEdit("calculate", "calcExpression", text, #"[{"field":"…","value":…}]"#)
        }
        guard let store = layer.store else { throw request.badEdit("calculate", "layer", "", "a layer with rows") }
        let calculations = try calculations(entries, text, store.layer, request)
        // Without a clause, all rows are meant (documented).
        var asked = request
        if asked.given("where") == nil { asked.parameters.append(.init("where", "1=1")) }
        let ids = try asked.plan(layer: String(layer.id), in: service).ids()
        guard let rows = try? Calculation.attributes(calculations, ids, store) else {
            throw request.badEdit("calculate", "calcExpression", text, "an expression that every row has a value of")
        }
        let updates = rows.map { row in
            let id = JSON.Member(store.layer.objectIDField, .int(row.id))
            return JSON.object([.init("attributes", .object([id] + row.attributes))])
        }
        let isLater = request.version.hasAsyncEdits && request.isTrue("async")
        let batch = EditBatch(layer: layer.id, updates: updates)
        return try EditCommit.answer([batch], isLater: isLater, &request, in: &service) { _, outcomes in
            let updated = outcomes[0].updates.count { $0.failure == nil }
            return [.init("success", .bool(true)), .init("updatedFeatureCount", .int(updated))]
        }
    }

    /// Returns the calculations: `value`, or `sqlExpression` in the grammar of `where`.
    private static func calculations(
        _ entries: [JSON], _ text: String, _ data: LayerData, _ request: ServiceRequest
    ) throws(ServiceError) -> [Calculation] {
        var calculations: [Calculation] = []
        for entry in entries {
            let name = entry["field"]?.text ?? ""
            guard data.fields.contains(where: { ASCII.equal($0.name, name) }) else {
                throw request.unknownField(name, "calcExpression", data)
            }
            if let value = entry["value"] {
                calculations.append(.value(field: name, value))
            } else if let sql = entry["sqlExpression"]?.text {
                var parser = SQLParser(
                    sql, fields: data.fields, setting: .init(now: request.now, user: request.user))
                do throws(Where.Failure) {
                    let read = try parser.expression()
                    calculations.append(.expression(field: name, sql: read.term.sql, values: read.values))
                } catch {
                    throw request.badWhere(sql, error)
                }
            } else {
                throw request.badEdit("calculate", "calcExpression", text, "value or sqlExpression")
            }
        }
        return calculations
    }
}
