// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `calculate` and `validateSQL` of a layer.
extension ServiceRequest {
    /// Sets fields of the rows of a clause: `calcExpression=[{"field":"n","value":1}]`.
    mutating func calculate() -> Result {
        let layer: Layer
        switch editable("calculate") {
        case .failure(let refused): return .refused(refused)
        case .success(let found): layer = found
        }
        if let refused = lacking(capability: "Update", layer) { return .refused(refused) }
        let text = given("calcexpression") ?? ""
        guard let entries = (try? JSONReader.read(Array(text.utf8)))?.elements, !entries.isEmpty else {
            return .refused(badEdit("calculate", "calcExpression", text, #"[{"field":"…","value":…}]"#))
        }
        guard let store = layer.store else { return .refused(badEdit("calculate", "layer", "", "a layer with rows")) }
        let calculations: [Calculation]
        switch self.calculations(entries, text, store.layer) {
        case .failure(let refused): return .refused(refused)
        case .success(let read): calculations = read
        }
        // Without a clause, all rows are meant (documented).
        var asked = self
        if asked.given("where") == nil { asked.parameters.append(.init("where", "1=1")) }
        let ids: [Int]
        switch asked.plan(layer: String(layer.id)).flatMap({ $0.ids() }) {
        case .failure(let refused): return .refused(refused)
        case .success(let found): ids = found
        }
        guard let rows = try? Calculation.attributes(calculations, ids, store) else {
            return .refused(badEdit("calculate", "calcExpression", text, "an expression that every row has a value of"))
        }
        let updates = rows.map { row in
            let id = JSON.Member(store.layer.objectIDField, .int(row.id))
            return JSON.object([.init("attributes", .object([id] + row.attributes))])
        }
        let isLater = version.hasAsyncEdits && isTrue("async")
        return answer([EditBatch(layer: layer.id, updates: updates)], isLater: isLater) { _, outcomes in
            let updated = outcomes[0].updates.count { $0.failure == nil }
            return [.init("success", .bool(true)), .init("updatedFeatureCount", .int(updated))]
        }
    }

    /// Returns the calculations: `value`, or `sqlExpression` in the grammar of `where`.
    private func calculations(
        _ entries: [JSON], _ text: String, _ data: LayerData
    ) -> Swift.Result<[Calculation], Refused> {
        var calculations: [Calculation] = []
        for entry in entries {
            let name = entry["field"]?.text ?? ""
            guard data.fields.contains(where: { ASCII.equal($0.name, name) }) else {
                return .failure(unknownField(name, "calcExpression", data))
            }
            if let value = entry["value"] {
                calculations.append(.value(field: name, value))
            } else if let sql = entry["sqlExpression"]?.text {
                var parser = SQLParser(sql, fields: data.fields, setting: .init(now: now, user: user))
                do throws(Where.Failure) {
                    let read = try parser.expression()
                    calculations.append(.expression(field: name, sql: read.term.sql, values: read.values))
                } catch {
                    return .failure(badWhere(sql, error))
                }
            } else {
                return .failure(badEdit("calculate", "calcExpression", text, "value or sqlExpression"))
            }
        }
        return .success(calculations)
    }

    /// Validates SQL for `sqlType=where`, the default, and `expression`, both in the grammar of `where`.
    func validateSQL() -> Result {
        switch findRows(names["layer"] ?? "") {
        case .failure(let refused): return .refused(refused)
        case .success(let (_, store)):
            let sql = given("sql") ?? ""
            guard ["where", "expression", "statement"].contains(given("sqltype")?.lowercased() ?? "where") else {
                return .refused(badParameter("sqlType", given("sqltype") ?? ""))
            }
            var failure: Where.Failure?
            do throws(Where.Failure) {
                if ASCII.equal(given("sqltype") ?? "where", "expression") {
                    var parser = SQLParser(sql, fields: store.layer.fields, setting: .init(now: now, user: user))
                    _ = try parser.expression()
                } else {
                    _ = try Where.parse(sql, fields: store.layer.fields, now: now, user: user)
                }
            } catch {
                failure = error
            }
            let errors = failure.map { failure in
                let isField = failure.unknownField != nil
                return JSON.object([
                    .init("errorCode", .int(isField ? 3008 : 3002)),
                    .init("description", .string(isField ? "Invalid field name." : "Sql expression syntax error.")),
                ])
            }
            let json = JSON.object([
                .init("isValidSQL", .bool(failure == nil)),
                .init("validationErrors", .array(errors.map { [$0] } ?? [])),
            ])
            return failure.map { .judged(json, [badWhere(sql, $0).verdict]) } ?? .json(json)
        }
    }
}
