// SPDX-License-Identifier: Apache-2.0

import Formats

/// The groups of a service's layers, found once for a list of all of them.
struct LayerFamilies: Sendable {
    /// The ids of the layers directly in a layer, by its id.
    private var children: [Int: [Int]] = [:]
    /// The ids of annotation layers.
    private var annotations: Set<Int> = []

    init(_ layers: [Layer]) {
        // Layers are read where they stand: a copy of one has forty fields.
        for index in layers.indices {
            let id = layers[index].id
            if layers[index].kind == .annotation { annotations.insert(id) }
            if let parent = layers[index].parent, parent != id { children[parent, default: []].append(id) }
        }
    }

    /// Returns the value of `subLayerIds`: the layers directly in a group, or `null` if there are none.
    func below(_ layer: Layer) -> JSON { children[layer.id].map { .array($0.map { .int($0) }) } ?? .null }

    /// Returns whether the layer is directly in an annotation layer.
    func isInAnnotation(_ layer: Layer) -> Bool { layer.parent.map(annotations.contains) ?? false }
}
