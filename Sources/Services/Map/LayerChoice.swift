// SPDX-License-Identifier: Apache-2.0

import Formats

/// The value of `layers`: `show:0,2`, `hide:1`, `include:…`, `exclude:…` of a map; `top`, `visible:2,5`, `all` of
/// `identify`. A group's id stands for what is in it.
struct LayerChoice: Sendable, Hashable {
    enum Mode: String, Sendable {
        case show, hide, include, exclude
        case top, visible, all
    }

    var mode: Mode
    /// `nil`: none are named.
    var ids: Set<Int>?

    static let export: [Mode] = [.show, .hide, .include, .exclude]
    static let identify: [Mode] = [.top, .visible, .all]

    /// `nil` if it is none of these modes, or an id is no number.
    init?(_ text: String, _ modes: [Mode]) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let mode = Mode(rawValue: ASCII.trimmed(parts[0]).lowercased()), modes.contains(mode) else { return nil }
        self.mode = mode
        guard parts.count == 2 else {
            if LayerChoice.export.contains(mode) { return nil }
            return
        }
        guard let ids = LayerChoice.ids(String(parts[1])) else { return nil }
        self.ids = ids
    }

    init(_ mode: Mode) { self.mode = mode }

    /// Numbers with commas; `nil` if one is none.
    static func ids(_ text: String) -> Set<Int>? {
        var ids: Set<Int> = []
        for part in text.split(separator: ",") {
            guard let id = Int(ASCII.trimmed(part)) else { return nil }
            ids.insert(id)
        }
        return ids
    }

    /// Those of a service's layers that are chosen, in its order: the first lies on top.
    func layers(_ service: MapService, scale: Double) -> [Layer] {
        service.layers.filter { layer in
            guard layer.kind != .group, !layer.isTable else { return false }
            let line = service.line(of: layer)
            let isListed = ids.map { ids in line.contains { ids.contains($0.id) } }
            let isShown = line.allSatisfy(\.isVisible)
            let isInScale = line.allSatisfy { layer in
                (layer.minScale == 0 || scale <= layer.minScale) && (layer.maxScale == 0 || scale >= layer.maxScale)
            }
            switch mode {
            case .show: return isListed == true && isInScale
            case .hide: return isListed != true && isInScale
            case .include: return (isListed == true || isShown) && isInScale
            case .exclude: return isListed != true && isShown && isInScale
            case .top, .visible: return isListed != false && isShown && isInScale
            case .all: return isListed != false
            }
        }
    }
}

extension MapService {
    /// A layer, the group that it is in, the group that this is in, and so on.
    func line(of layer: Layer) -> [Layer] {
        var line = [layer]
        while let parent = line.last?.parent, let group = layers.first(where: { $0.id == parent }),
            !line.contains(where: { $0.id == parent })
        {
            line.append(group)
        }
        return line
    }
}
