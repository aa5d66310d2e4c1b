// SPDX-License-Identifier: Apache-2.0

import Formats

/// The value of `layers`: `show:0,2`, `hide:1`, `include:…`, `exclude:…` of a map; `top`, `visible:2,5`, `all` of
/// `identify`. A group's id stands for its layers.
struct LayerChoice: Sendable, Hashable {
    enum Mode: String, Sendable {
        case show, hide, include, exclude
        case top, visible, all
    }

    var mode: Mode
    /// The ids, or `nil` if there are none.
    var ids: Set<Int>?

    static let export: [Mode] = [.show, .hide, .include, .exclude]
    static let identify: [Mode] = [.top, .visible, .all]

    /// Reads the value, or returns `nil` if the mode is unknown or an id is not a number.
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

    /// Returns numbers separated by commas, or `nil` if one is not a number.
    static func ids(_ text: String) -> Set<Int>? {
        var ids: Set<Int> = []
        for part in text.split(separator: ",") {
            guard let id = Int(ASCII.trimmed(part)) else { return nil }
            ids.insert(id)
        }
        return ids
    }

    /// Returns the chosen layers of a service, from top to bottom.
    func layers(_ service: ServiceModel, scale: Double) -> [Layer] {
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

extension ServiceModel {
    /// Returns a layer with its group, the group of that, and so on.
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
