// SPDX-License-Identifier: Apache-2.0

package import Formats

/// What a layer of a view shows of a layer of another service: `viewLayerDefinition`.
///
/// The rows are the source's own: an edit of either is seen in both.
package struct LayerView: Sendable, Codable {
    /// The service of the source, without its folder, and its layer.
    package private(set) var service: String
    package private(set) var layer: Int
    /// The fields that the definition takes, in lower case; `nil`: all.
    private var fields: Set<String>?
    /// The fields that an update hid, in lower case.
    private var hidden: Set<String> = []
    /// The geometry that rows must meet.
    private var filter: Filter?
    /// What was shown last, and the source's rows of which it was made.
    private var shown: Shown?

    private struct Shown: Sendable, Codable {
        var source: FeatureStore
        var store: FeatureStore
    }

    private struct Filter: Sendable, Codable {
        var shape: JSON
        var relation: SpatialRelation
    }

    /// Reads the definition of a layer that is added to a view; `nil` if it has none.
    package init?(described json: JSON) {
        let definition = json["adminLayerInfo"]?["viewLayerDefinition"]
        guard let given = definition?["table"] ?? definition, let service = given["sourceServiceName"]?.text else {
            return nil
        }
        self.service = service
        layer = given["sourceLayerId"]?.integer ?? 0
        if let list = given["sourceLayerFields"]?.elements {
            fields = Set(list.compactMap { ($0["source"] ?? $0["name"] ?? $0).text?.lowercased() })
        }
        change(json)
    }

    /// Changes what an update names: the visibility of fields, and the filter.
    package mutating func change(_ json: JSON) {
        for field in json["fields"]?.elements ?? [] {
            guard let name = field["name"]?.text?.lowercased(), let isVisible = field["visible"]?.truth else {
                continue
            }
            if isVisible { hidden.remove(name) } else { hidden.insert(name) }
            shown = nil
        }
        let definition = json["viewLayerDefinition"] ?? json["adminLayerInfo"]?["viewLayerDefinition"]
        guard let given = definition?["filter"] else { return }
        let value = given["value"] ?? given
        let relation = (given["operator"] ?? given["spatialRel"])?.text
        filter = value["geometry"].flatMap { shape in
            SpatialRelation(relation, matrix: nil).map { Filter(shape: shape, relation: $0) }
        }
        shown = nil
    }

    /// A Boolean value that indicates whether rows and fields are all of the source's.
    var isWhole: Bool { fields == nil && hidden.isEmpty && filter == nil }

    private func shows(_ field: Field) -> Bool {
        if [.objectID, .globalID].contains(field.type) { return true }
        let name = field.name.lowercased()
        return !hidden.contains(name) && fields?.contains(name) ?? true
    }

    /// Returns the rows to show of those of a source, made anew when the source has changed.
    mutating func rows(of source: FeatureStore) -> FeatureStore {
        if let shown, shown.source === source { return shown.store }
        var data = source.layer
        if let filter {
            let written = filter.shape["spatialReference"].map(SpatialReference.init(json:)) ?? data.reference
            let shape = written.project(filter.shape, to: data.reference) ?? .null
            let ids = data.features.map(\.objectID)
            let kept: Set<Int>
            if let around = Geometry(shape)?.envelope {
                kept = Set(
                    SpatialFilter(shape: shape, relation: filter.relation, boxes: [around]).filter(ids, source))
            } else {
                kept = []
            }
            data.features = FeatureRows(data.features.filter { kept.contains($0.objectID) })
            data.order = data.order?.filter(kept.contains)
        }
        let columns = data.fields.indices.filter { shows(data.fields[$0]) }
        if columns.count < data.fields.count {
            data.objectIDIndex = columns.firstIndex { $0 >= data.objectIDIndex } ?? 0
            data.fields = columns.map { data.fields[$0] }
            for row in data.features.indices {
                let values = data.features[row].values
                data.features[row].values = columns.map { values.indices.contains($0) ? values[$0] : .null }
            }
            if !data.fields.contains(where: { $0.name == data.displayField }) {
                data.displayField = data.fields.first { $0.type == .string }?.name ?? data.objectIDField
            }
        }
        let store = FeatureStore(data)
        shown = Shown(source: source, store: store)
        return store
    }
}

extension Layer {
    /// Returns a layer of a view, as its definition and its source make it.
    package init?(view json: JSON, id: Int, of source: Layer) {
        guard let view = LayerView(described: json) else { return nil }
        self = source
        self.id = id
        self.view = view
        name = json["name"]?.text ?? source.name
        definition = json["viewDefinitionQuery"]?.text ?? definition
        relationships = []
        show(source)
    }

    /// Shows what the source has now.
    package mutating func show(_ source: Layer) {
        guard var view else { return }
        (attachments, hasAttachments) = (source.attachments, source.hasAttachments)
        (changes, tracking, sourceState) = (source.changes, source.tracking, source.sourceState)
        if view.isWhole {
            (self.source, edits) = (source.source, source.edits)
        } else if let rows = source.store {
            let store = view.rows(of: rows)
            if self.source !== store {
                self.source = store
                edits = nil
            }
            let used = max(source.edits?.lastID ?? 0, rows.layer.features.last?.objectID ?? 0)
            if edits == nil { edits = Edits(store, after: used) }
            self.view = view
        }
        if let displayField, !(data?.fields.contains { $0.name == displayField } ?? false) { self.displayField = nil }
    }

    /// Returns whether rows or attachments were edited.
    package func wasEdited(since before: Layer) -> Bool {
        edits?.revision != before.edits?.revision || attachments.list.count != before.attachments.list.count
    }

    /// Passes on to the source what was edited through the view.
    package func pass(to source: inout Layer, unlike before: Layer) {
        guard let view, wasEdited(since: before) else { return }
        source.attachments = attachments
        source.changes = changes
        if view.isWhole {
            source.edits = edits
            return
        }
        guard let edits, let fields = data?.fields, let rows = source.source else { return }
        var own = source.edits ?? Edits(rows)
        for (id, row) in edits.written {
            guard let row else {
                own.remove(id)
                continue
            }
            var whole =
                own.row(id)
                ?? Feature(
                    objectID: id, values: rows.layer.fields.map { $0.type == .objectID ? .int(id) : $0.defaultValue })
            for (column, field) in fields.enumerated() where row.values.indices.contains(column) {
                guard let at = rows.layer.fields.firstIndex(where: { $0.name == field.name }) else { continue }
                whole.values[at] = row.values[column]
            }
            (whole.geometry, whole.envelope, whole.curves) = (row.geometry, row.envelope, row.curves)
            own.put(whole)
        }
        own.keep(after: edits.lastID)
        source.edits = own
    }
}
