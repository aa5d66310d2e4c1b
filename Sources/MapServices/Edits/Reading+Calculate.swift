import Facts
import Formats

/// `calculate` and `validateSQL` of a layer.
extension Reading {
    /// Gives fields of the rows of a clause a value: `calcExpression=[{"field":"n","value":1}]`.
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
        var attributes: [JSON.Member] = []
        for entry in entries {
            guard let field = entry["field"]?.text, let value = entry["value"] else {
                return .refused(unsupported("calcExpression", text, "value: sqlExpression is not emulated"))
            }
            attributes.append(.init(field, value))
        }
        guard let data = layer.data else { return .refused(badEdit("calculate", "layer", "", "a layer with rows")) }
        if let name = attributes.map(\.name).first(where: { name in
            !data.fields.contains { ASCII.equal($0.name, name) }
        }) {
            return .refused(unknownField(name, "calcExpression", data))
        }
        // Without a clause all rows are meant (documented).
        var asked = self
        if asked.given("where") == nil { asked.parameters.append((name: "where", value: "1=1")) }
        let ids: [Int]
        switch asked.plan(layer: String(layer.id)).flatMap({ $0.ids() }) {
        case .failure(let refused): return .refused(refused)
        case .success(let found): ids = found
        }
        let updates = ids.map { id in
            JSON.object([.init("attributes", .object([.init(data.objectIDField, .int(id))] + attributes))])
        }
        return answer([EditBatch(layer: layer.id, updates: updates)]) { _, outcomes in
            let updated = outcomes[0].updates.count { $0.failure == nil }
            return [.init("success", .bool(true)), .init("updatedFeatureCount", .int(updated))]
        }
    }

    /// `sqlType=where`, which is the default, and `expression` in the grammar of `where`.
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
                _ = try Where.parse(sql, fields: store.layer.fields)
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
            return failure.map { .judged(json, [badWhere(sql, $0).because]) } ?? .json(json)
        }
    }
}
