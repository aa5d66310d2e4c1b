// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A layer of a service: where its rows are, and how it presents them.
package struct Layer: Sendable {
    /// What stands in `type`.
    package enum Kind: String, Sendable, CaseIterable {
        case feature = "Feature Layer"
        case table = "Table"
        case group = "Group Layer"
        case raster = "Raster Layer"
        case annotation = "Annotation Layer"
        case mosaic = "Mosaic Layer"
    }

    /// A relationship class, seen from this layer.
    package struct Relationship: Sendable, Hashable {
        package var id: Int
        package var name: String
        /// The layer or table on the other side.
        package var relatedID: Int
        /// `esriRelCardinalityOneToMany` and the like.
        package var cardinality: String
        /// `esriRelRoleOrigin` or `esriRelRoleDestination`.
        package var role: String
        /// The field of this layer, and that of the other, that are equal.
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

    /// The fields that hold when a row is true.
    package struct Time: Sendable, Hashable {
        package var start: String
        package var end: String?

        package init(start: String, end: String? = nil) { (self.start, self.end) = (start, end) }
    }

    package var id: Int
    package var name: String
    package var kind: Kind
    /// Its rows as the source has them, shared by every portal that reads the same; groups and rasters have none.
    package var source: FeatureStore?
    /// What has been made of them since; `nil`: nothing.
    package var edits: Edits?
    /// The files of its rows.
    package var attachments = Attachments()
    /// The fields that tell who wrote a row, and when.
    package var tracking: EditorTracking?
    /// What every row must be like; an edit that breaks one is refused.
    package var constraints: [Constraint] = []
    /// The group that it is in.
    package var parent: Int?
    package var description = ""
    package var copyright = ""
    package var minScale = 0.0
    package var maxScale = 0.0
    package var isVisible = true
    /// Rows outside it are not of the layer.
    package var definition: String?
    /// As `drawingInfo.renderer` has it; `nil`: one symbol for all.
    package var renderer: JSON?
    /// As `drawingInfo.labelingInfo` has it; `nil`: no labels.
    package var labelingInfo: JSON?
    /// How much of what is below shows through, from 0 to 100.
    package var transparency = 0.0
    package var time: Time?
    package var relationships: [Relationship] = []
    package var hasAttachments = false
    package var maxRecordCount: Int?
    package var capabilities: String?
    /// The field whose values are the layer's types, and the types as a pasted layer has them.
    package var typeField: String?
    package var types: JSON?
    package var subtypes: JSON?
    package var templates: JSON?
    package var displayField: String?
    /// Whether `resultOffset` is understood; `nil`: as the release does.
    package var supportsPagination: Bool?
    /// The description that it was made from: what servers answer for a layer, pasted. Its shape is the double's own.
    package var described: JSON?
    /// A pasted response to serve as the layer's description; queries are the double's own.
    package var pasted: JSON?

    package init(id: Int, name: String, kind: Kind? = nil, store: FeatureStore?) {
        self.id = id
        self.name = name
        source = store
        self.kind = kind ?? (store.map { $0.layer.geometryType == nil ? .table : .feature } ?? .group)
    }

    /// Its rows as edits have left them.
    package var store: FeatureStore? { edits?.store ?? source }
    package var data: LayerData? { store?.layer }
    package var isTable: Bool { kind == .table }
}
