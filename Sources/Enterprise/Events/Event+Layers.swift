// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// Events that change the fields of layers.
extension Event {
    static let layerEvents: [Kind] = [
        .dropField, .addField, .renameField, .breakSource, .slowSource, .rebuildSource, .miscountSource, .mendSource,
    ]

    /// Removes a field from a layer and its rows.
    public static func removeField(
        _ field: String, fromLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event { Event(.dropField, server: server, service: service, layer: layer, field: field) }

    /// Adds a text field at the end of a layer; rows have no value in it.
    public static func addField(
        _ field: String, toLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event { Event(.addField, server: server, service: service, layer: layer, field: field) }

    /// Renames a field of a layer; rows keep their values.
    public static func renameField(
        _ field: String, to newName: String, ofLayer layer: Int = 0, ofService service: String,
        onServer server: String? = nil
    ) -> Event {
        Event(.renameField, server: server, service: service, layer: layer, field: field, newName: newName)
    }

    /// Breaks the source of a layer: every query fails, and the description stays as it is.
    public static func breakSource(
        ofLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event {
        Event(.breakSource, server: server, service: service, layer: layer)
    }

    /// Slows the source of a layer: queries of rows end with the error of a time-out.
    public static func slowSource(
        ofLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event {
        Event(.slowSource, server: server, service: service, layer: layer)
    }

    /// Begins to rebuild the index of a layer: queries of rows fail, and counts are a small part of the rows.
    public static func rebuildSource(
        ofLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event {
        Event(.rebuildSource, server: server, service: service, layer: layer)
    }

    /// Makes the source of a layer count wrongly; its rows are right.
    public static func miscountSource(
        ofLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event {
        Event(.miscountSource, server: server, service: service, layer: layer)
    }

    /// Mends the source of a layer.
    public static func mendSource(
        ofLayer layer: Int = 0, ofService service: String, onServer server: String? = nil
    ) -> Event {
        Event(.mendSource, server: server, service: service, layer: layer)
    }
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

extension Event.Kind {
    package static let renameField = Self(
        "rename-field", of: .field, needs: ["field", "service", "to"],
        told: { "the field \($0.field ?? "") of \($0.itsLayer) is now \($0.newName ?? "")" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(service: event) { service throws(Event.Impossible) in
            try service.map.changeFields(event)
        }
    }

    package static let breakSource = source("break-source", .broken, "is broken")
    package static let slowSource = source("slow-source", .slow, "is slow")
    package static let rebuildSource = source("rebuild-source", .rebuilding, "is being rebuilt")
    package static let miscountSource = source("miscount-source", .miscounting, "counts wrongly")
    package static let mendSource = source("mend-source", .working, "works")

    private static func source(_ name: String, _ state: SourceState, _ told: String) -> Self {
        Self(name, of: .layer, needs: ["service"], told: { "the source of \($0.itsLayer) \(told)" }) {
            deployment, event throws(Event.Impossible) in
            try deployment.change(service: event) { service throws(Event.Impossible) in
                try service.map.set(state, event)
            }
        }
    }
}

extension ServiceModel {
    /// Sets the state of the source of the layer that an event names.
    mutating func set(_ state: SourceState, _ event: Event) throws(Event.Impossible) {
        let id = event.layer ?? 0
        guard let index = layers.firstIndex(where: { $0.id == id && $0.store != nil }) else {
            let ids = layers.filter { $0.store != nil }.map { String($0.id) }
            throw .init(
                message:
                    "there is no layer \(id) with rows; there are \(ids.isEmpty ? "none" : ids.joined(separator: ", "))",
                key: "layer")
        }
        layers[index].sourceState = state
    }

    /// Drops, renames or adds the field that an event names.
    mutating func changeFields(_ event: Event) throws(Event.Impossible) {
        let (field, layer) = (event.field ?? "", event.layer ?? 0)
        do throws(FieldRefusal) {
            switch event.kind {
            case .dropField: try dropField(field, ofLayer: layer)
            case .renameField: try renameField(field, to: event.newName ?? "", ofLayer: layer)
            default: try addField(field, toLayer: layer)
            }
        } catch {
            throw .init(
                message: error.message, suggestion: Suggestion.nearest(to: field, among: error.known), key: "field")
        }
    }
}
