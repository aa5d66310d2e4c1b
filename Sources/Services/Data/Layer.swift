// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A layer of a service: its rows, and how it presents them.
package struct Layer: Sendable, Codable {
    /// The value of `type`.
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case feature = "Feature Layer"
        case table = "Table"
        case group = "Group Layer"
        case raster = "Raster Layer"
        case annotation = "Annotation Layer"
        case mosaic = "Mosaic Layer"
    }

    /// A relationship class from this layer's side.
    package struct Relationship: Sendable, Hashable, Codable {
        package var id: Int
        package var name: String
        /// The layer or table on the other side.
        package var relatedID: Int
        /// The cardinality, such as `esriRelCardinalityOneToMany`.
        package var cardinality: String
        /// The role: `esriRelRoleOrigin` or `esriRelRoleDestination`.
        package var role: String
        /// The field of this layer, and the field of the other that must be equal.
        package var keyField: String
        package var relatedKeyField: String
        package var isComposite = false

        package init(
            id: Int, name: String, relatedID: Int, cardinality: String, role: String, keyField: String,
            relatedKeyField: String, isComposite: Bool = false
        ) {
            (self.id, self.name, self.relatedID, self.cardinality) = (id, name, relatedID, cardinality)
            (self.role, self.keyField, self.relatedKeyField) = (role, keyField, relatedKeyField)
            self.isComposite = isComposite
        }
    }

    /// The fields with the time of a row.
    package struct Time: Sendable, Hashable, Codable {
        package var start: String
        package var end: String?

        package init(start: String, end: String? = nil) { (self.start, self.end) = (start, end) }
    }

    package var id: Int
    package var name: String
    package var kind: Kind
    /// The rows of the source, shared by every portal that reads it; groups and rasters have none.
    package var source: FeatureStore?
    /// The edits of the rows, or `nil` if there are none.
    package var edits: Edits?
    /// The attachments of its rows.
    package var attachments = Attachments()
    /// The changes of rows by the server's generations, or `nil` if there are none or nobody tracks them.
    package var changes: ChangeLog?
    /// The fields that record who created or changed a row, and when.
    package var tracking: EditorTracking?
    /// The constraint rules of every row; an edit that violates one is refused.
    package var constraints: [Constraint] = []
    /// The group layer that contains it.
    package var parent: Int?
    package var description = ""
    package var copyright = ""
    package var minScale = 0.0
    package var maxScale = 0.0
    package var isVisible = true
    /// The condition that limits the layer's rows.
    package var definition: String?
    /// The renderer, as in `drawingInfo.renderer`; `nil` is one symbol for all.
    package var renderer: JSON?
    /// The labels, as in `drawingInfo.labelingInfo`; `nil` is none.
    package var labelingInfo: JSON?
    /// The transparency from 0 to 100.
    package var transparency = 0.0
    package var time: Time?
    package var relationships: [Relationship] = []
    package var hasAttachments = false
    package var maxRecordCount: Int?
    package var capabilities: String?
    /// The field with the layer's types, and the types as in a recorded layer.
    package var typeField: String?
    package var types: JSON?
    package var subtypes: JSON?
    package var templates: JSON?
    package var displayField: String?
    /// A Boolean value that indicates whether `resultOffset` is supported; `nil` is the release's choice.
    package var supportsPagination: Bool?
    /// The capabilities that its description says it lacks, by Esri's names: `supportsStatistics`.
    package var unsupported: Set<String> = []
    /// The server's answer from which it was created. The double uses its own order of keys.
    package var described: JSON?
    /// What it shows of another service's layer; `nil` of a layer with rows of its own.
    package var view: LayerView?
    /// The state of its source, which events change.
    package var sourceState = SourceState.working
    /// How long a query waits for a source that does not work before it fails; `nil` is no time.
    package var sourceDelay: Duration?
    /// A recorded response that replaces the layer's description; queries are the double's own.
    package var pasted: JSON?

    package init(id: Int, name: String, kind: Kind? = nil, store: FeatureStore?) {
        self.id = id
        self.name = name
        source = store
        self.kind = kind ?? (store.map { $0.layer.geometryType == nil ? .table : .feature } ?? .group)
    }

    /// The rows with all edits.
    package var store: FeatureStore? { edits?.store ?? source }
    package var data: LayerData? { store?.layer }
    package var isTable: Bool { kind == .table }

    /// The geometry as a field: never a column of answers, but listed among the fields of a MapServer's layer. Its name is
    /// the description's, or that of file geodatabases.
    package var geometryColumn: Field {
        let listed = described?["fields"]?.elements?.first { $0["type"]?.text == FieldType.geometry.rawValue }
        let told = listed ?? described?["geometryField"]
        let name = data?.geometryField ?? told?["name"]?.text ?? "Shape"
        return Field(name: name, type: .geometry, alias: told?["alias"]?.text ?? name)
    }
}
