// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `generateRenderer` of a layer: classes of its rows with symbols, or without them of a table.
enum GenerateRendererOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (_, store) = try request.rows(ofLayer: request.names["layer"] ?? "", in: service)
        guard let text = request.given("classificationdef"),
            let json = try? JSONReader.read(json5: Array(text.utf8)), json.members != nil
        else {
            throw request.badMapParameter(
                "classificationDef", request.given("classificationdef") ?? "",
                #"{"type":"classBreaksDef","classificationField":"…","classificationMethod":"…","breakCount":5}"#)
        }
        let classification: Classification
        do throws(Classification.Unread) {
            classification = try Classification(json, store.layer)
        } catch {
            throw request.badMapParameter("classificationDef.\(error.key)", text, error.wouldPass)
        }
        // Only where and gdbVersion choose rows (documented).
        var asked = request
        asked.parameters.removeAll { $0.name != "where" || $0.value.isEmpty }
        if asked.given("where") == nil { asked.parameters.append(.init("where", "1=1")) }
        let plan = try asked.plan(layer: request.names["layer"] ?? "", in: service)
        return .deferred { () throws(ServiceError) in
            .json(classification.renderer(try plan.ids().compactMap(store.feature)))
        }
    }
}
