// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// Events that change the fields of layers.
extension Event {
    static let layerEvents: [Kind] = [.dropField, .addField]

    /// Removes a field from a layer and its rows.
    public static func removeField(
        _ field: String, fromLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event { Event(.dropField, server: server, service: service, layer: layer, field: field) }

    /// Adds a text field at the end of a layer; rows have no value in it.
    public static func addField(
        _ field: String, toLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event { Event(.addField, server: server, service: service, layer: layer, field: field) }
}

extension Event.Kind {
    package static let dropField = Self(
        "drop-field", of: .field, needs: ["field", "service"],
        told: { "\($0.itsLayer) no longer has the field \($0.field ?? "")" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { service throws(Event.Impossible) in
            try service.map.changeFields(event)
        }
    }

    package static let addField = Self(
        "add-field", of: .field, needs: ["field", "service"],
        told: { "\($0.itsLayer) has the new field \($0.field ?? "")" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { service throws(Event.Impossible) in
            try service.map.changeFields(event)
        }
    }
}

extension ServiceModel {
    /// Drops or adds the field that an event names.
    mutating func changeFields(_ event: Event) throws(Event.Impossible) {
        let (field, layer) = (event.field ?? "", event.layer ?? 0)
        do throws(FieldRefusal) {
            if event.kind == .dropField {
                try dropField(field, ofLayer: layer)
            } else {
                try addField(field, toLayer: layer)
            }
        } catch {
            throw .init(
                message: error.message, suggestion: Suggestion.nearest(to: field, among: error.known), key: "field")
        }
    }
}
