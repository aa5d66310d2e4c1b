// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `deleteFeatures`: by object ids each row has its result; by a filter there is one for all (documented).
enum DeleteOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try request.editable("deleteFeatures", in: service)
        var batch = EditBatch(layer: layer.id)
        let isListed = request.given("objectids") != nil
        if isListed, request.given("where") == nil, request.given("geometry") == nil {
            batch.deletes = EditBatch.keys(request.given("objectids") ?? "", globalIDs: false)
            if case .unreadable(let part) = batch.deletes.first(where: {
                if case .unreadable = $0 { true } else { false }
            }) {
                throw request.badEdit("deleteFeatures", "objectIds", part, "numbers with commas")
            }
        } else {
            do throws(ServiceError) {
                let ids = try request.plan(layer: String(layer.id), in: service).ids()
                batch.deletes = ids.map(EditBatch.Key.objectID)
            } catch {
                // A server names this operation; of a hosted service only the query's answer is known.
                guard !request.version.isOnline, error.body.id == Queries.ErrorBodies.featureServer.id else {
                    throw error
                }
                throw ServiceError(
                    Features.ErrorBodies.badParameter.about("deleteFeatures"), error.verdict, status: error.status)
            }
        }
        try request.may(.delete, layer, in: service)
        let version = request.version
        let isBrief = !isListed || version.hasDeleteChoices && !request.isTrue("returndeleteresults", default: true)
        let isLater = version.hasDeleteChoices && request.isTrue("async")
        return try EditCommit.answer([batch], isLater: isLater, &request, in: &service) { request, outcomes in
            isBrief ? [.init("success", .bool(true))] : [request.member("deleteResults", outcomes[0].deletes)]
        }
    }
}
