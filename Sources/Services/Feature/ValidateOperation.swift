// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `validateSQL`: `sqlType=where`, which is the default, and `expression` in the grammar of `where`.
enum ValidateOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let store = try request.rows(ofLayer: request.names["layer"] ?? "", in: service).store
        let sql = request.given("sql") ?? ""
        let type = request.given("sqltype") ?? "where"
        guard ["where", "expression", "statement"].contains(type.lowercased()) else {
            throw request.badParameter("sqlType", type)
        }
        guard let failure = failure(sql, isExpression: ASCII.equal(type, "expression"), store.layer, request) else {
            return .json(json([]))
        }
        let body =
            failure.unknownField == nil ? Features.EditErrorBodies.invalidSQL : Features.EditErrorBodies.invalidField
        return .judged(json([body.json]), [request.badWhere(sql, failure).verdict])
    }

    private static func failure(
        _ sql: String, isExpression: Bool, _ layer: LayerData, _ request: ServiceRequest
    ) -> Where.Failure? {
        do throws(Where.Failure) {
            if isExpression {
                var parser = SQLParser(
                    sql, fields: layer.columns, setting: .init(now: request.now, user: request.user))
                _ = try parser.expression()
            } else {
                _ = try Where.parse(sql, fields: layer.columns, now: request.now, user: request.user)
            }
            return nil
        } catch {
            return error
        }
    }

    private static func json(_ errors: [JSON]) -> JSON {
        .object([.init("isValidSQL", .bool(errors.isEmpty)), .init("validationErrors", .array(errors))])
    }
}
