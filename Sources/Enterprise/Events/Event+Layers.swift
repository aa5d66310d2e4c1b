// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// Events that change the fields of layers.
extension Event {
    static let layerEvents: [Kind] = [.dropField, .addField]

    /// Removes a field from a layer and its rows.
    public static func dropField(
        _ field: String, layer: Int = 0, service: String, server: String? = nil
    ) -> Event { Event(.dropField, server: server, service: service, layer: layer, field: field) }

    /// Adds a text field at the end of a layer; rows have no value in it.
    public static func addField(
        _ field: String, layer: Int = 0, service: String, server: String? = nil
    ) -> Event { Event(.addField, server: server, service: service, layer: layer, field: field) }
}

extension Event.Kind {
    package static let dropField = Self(
        "drop-field", needs: ["field", "service"], told: { "\($0.itsLayer) no longer has the field \($0.field ?? "")" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.changeFields(event) { map, event throws(MapService.FieldRefusal) in
            try map.dropField(event.field ?? "", ofLayer: event.layer ?? 0)
        }
    }

    package static let addField = Self(
        "add-field", needs: ["field", "service"], told: { "\($0.itsLayer) has the new field \($0.field ?? "")" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.changeFields(event) { map, event throws(MapService.FieldRefusal) in
            try map.addField(event.field ?? "", toLayer: event.layer ?? 0)
        }
    }
}

extension Deployment {
    fileprivate mutating func changeFields(
        _ event: Event, _ body: (inout MapService, Event) throws(MapService.FieldRefusal) -> Void
    ) throws(Event.Impossible) {
        try change(service: event) { service throws(Event.Impossible) in
            do throws(MapService.FieldRefusal) {
                try body(&service.map, event)
            } catch {
                throw .init(
                    message: error.message,
                    suggestion: Suggestion.nearest(to: event.field ?? "", among: error.known), key: "field")
            }
        }
    }
}
