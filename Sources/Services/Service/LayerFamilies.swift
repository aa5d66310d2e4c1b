// SPDX-License-Identifier: Apache-2.0

import Formats

/// The groups of a service's layers, found once for a list of all of them.
struct LayerFamilies: Sendable {
    /// The places of the layers directly in a layer, by its id.
    private var children: [Int: [Int]] = [:]
    /// The ids of the layers in their order.
    private var ids: [Int] = []
    /// The ids of annotation layers.
    private var annotations: Set<Int> = []

    init(_ layers: [Layer]) {
        ids.reserveCapacity(layers.count)
        // Layers are read where they stand: a copy of one has forty fields.
        for index in layers.indices {
            let id = layers[index].id
            ids.append(id)
            if layers[index].kind == .annotation { annotations.insert(id) }
            if let parent = layers[index].parent, parent != id { children[parent, default: []].append(index) }
        }
    }

    /// Returns the places of the layers directly in a group.
    func places(in group: Int) -> [Int] { children[group] ?? [] }

    /// Returns the places of the layers in a group and in its subgroups. A cycle of groups ends where it began.
    func allPlaces(in group: Int) -> [Int] {
        var found: [Int] = []
        var seen: Set<Int> = []
        var waiting = places(in: group)
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            found.append(next)
            waiting += places(in: ids[next])
        }
        return found
    }

    /// Returns the value of `subLayerIds`: the layers directly in a group, or `null` if there are none.
    func below(_ layer: Layer) -> JSON { children[layer.id].map { .array($0.map { .int(ids[$0]) }) } ?? .null }

    /// Returns whether the layer is directly in an annotation layer.
    func isInAnnotation(_ layer: Layer) -> Bool { layer.parent.map(annotations.contains) ?? false }
}

extension [Layer] {
    /// Returns the place of the layer with an id, or `nil` if there is none. Where ids count from 0 it is the id.
    func place(of id: Int) -> Int? {
        if indices.contains(id), self[id].id == id { return id }
        return indices.first { self[$0].id == id }
    }
}
