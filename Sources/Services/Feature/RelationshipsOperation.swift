// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `relationships`: the relationship classes between layers, each once (documented keys).
enum RelationshipsOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        var classes: [JSON] = []
        for layer in service.layers {
            for relation in layer.relationships where relation.role == "esriRelRoleOrigin" {
                let other = service.layers.first { $0.id == relation.relatedID }
                classes.append(
                    .object([
                        .init("id", .int(relation.id)),
                        .init("catalogID", .string(GlobalID.made(of: "\(service.name)/relationships", relation.id))),
                        .init("name", .string(relation.name)), .init("backwardPathLabel", .string(layer.name)),
                        .init("originLayerId", .int(layer.id)),
                        .init("originPrimaryKey", .string(relation.keyField)),
                        .init("forwardPathLabel", .string(other?.name ?? "")),
                        .init("destinationLayerId", .int(relation.relatedID)),
                        .init("originForeignKey", .string(relation.relatedKeyField)),
                        .init("relationshipTableId", .int(-1)), .init("destinationPrimaryKey", .string("")),
                        .init("destinationForeignKey", .string("")), .init("rules", .array([])),
                        .init("cardinality", .string(relation.cardinality)), .init("attributed", .bool(false)),
                        .init("composite", .bool(relation.isComposite)),
                    ]))
            }
        }
        return .json(.object([.init("relationships", .array(classes))]))
    }
}
