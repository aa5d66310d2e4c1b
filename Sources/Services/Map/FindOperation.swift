// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `find` of a map: docs/reference/maps.md#operations.
enum FindOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let takesSimple = request.choice(.mapSimpleLayerDefs) == .pass
        let (asked, drawn) = try request.dynamic(of: service, keeping: ["layers"])
        let map = MapRequest(request: asked, service: drawn)
        guard let text = request.given("searchtext") else {
            throw request.badMapParameter("searchText", "", "searchText=…")
        }
        guard let list = request.given("layers"), let ids = LayerChoice.ofFind(list) else {
            throw request.badMapParameter("layers", request.given("layers") ?? "", "ids with commas: 0,2")
        }
        let reference = try map.reference("sr")
        let definitions = try map.definitions(takesSimple: takesSimple)
        let fields = request.given("searchfields")?.split(separator: ",").map { ASCII.trimmed($0) }
        let layers = drawn.layers
        var chosen: [Identify.Chosen] = []
        for place in layers.indices where layers.line(from: place).contains(where: { ids.contains(layers[$0].id) }) {
            guard let store = layers[place].store else { continue }
            chosen.append(Identify.Chosen(place: place, rows: try map.rows(layers[place], store, definitions, nil)))
        }
        let find = Find(
            text: text, isPart: request.isTrue("contains", default: true), fields: fields, layers: layers,
            chosen: chosen)
        let answer = FoundRow.Answer(request, service, reference)
        return .deferred { .json(answer.json(find.found())) }
    }
}
