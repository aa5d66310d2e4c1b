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

    /// Reads `layers` of `export`: ids without a word are shown; without ids, or with a word that it does not have, it
    /// counts as absent.
    static func ofExport(_ text: String) -> LayerChoice {
        let (word, list) = parts(text)
        guard let list else { return LayerChoice(.visible) }
        let named = word.map { Mode(rawValue: $0) } ?? .show
        guard let mode = named, export.contains(mode) else { return LayerChoice(.visible) }
        // `show:` is how clients hide everything; a list in which nothing is an id is none.
        guard let ids = ids(list) ?? (ASCII.trimmed(list).isEmpty ? [] : nil) else { return LayerChoice(.visible) }
        return LayerChoice(mode, ids)
    }

    /// Reads `layers` of `identify`: an unknown word counts as the default, ids without a word as `top` (reported:
    /// docs/reference/maps.md#what-servers-tolerate).
    static func ofIdentify(_ text: String) -> LayerChoice {
        let (word, list) = parts(text)
        let named = word.flatMap { Mode(rawValue: $0) }
        let mode = named.flatMap { identify.contains($0) ? $0 : nil } ?? .top
        return LayerChoice(mode, list.flatMap(ids))
    }

    /// Reads `layers` of `find`, which has no words; one that is there all the same is passed over.
    static func ofFind(_ text: String) -> Set<Int>? { parts(text).list.flatMap(ids) }

    /// Returns the word before the colon in lowercase, and the list after it. Without a colon, what has a digit is a list.
    private static func parts(_ text: String) -> (word: String?, list: String?) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { return (ASCII.trimmed(parts[0]).lowercased(), String(parts[1])) }
        return text.contains(where: \.isNumber) ? (nil, text) : (ASCII.trimmed(text).lowercased(), nil)
    }

    init(_ mode: Mode, _ ids: Set<Int>? = nil) { (self.mode, self.ids) = (mode, ids) }

    /// Returns the numbers among what stands between commas, or `nil` if there are none.
    private static func ids(_ text: String) -> Set<Int>? {
        let ids = Set(text.split(separator: ",").compactMap { Int(ASCII.trimmed($0)) })
        return ids.isEmpty ? nil : ids
    }

    /// Returns the chosen layers of a service, from top to bottom.
    func layers(_ service: ServiceModel, scale: Double) -> [Layer] {
        places(service.layers, scale: scale).map { service.layers[$0] }
    }

    /// Returns the places of the chosen layers. They are read where they stand: a copy of one has forty fields.
    func places(_ layers: [Layer], scale: Double) -> [Int] {
        layers.indices.filter { place in
            guard layers[place].kind != .group, !layers[place].isTable else { return false }
            let line = layers.line(from: place)
            let isListed = ids.map { ids in line.contains { ids.contains(layers[$0].id) } }
            let isShown = line.allSatisfy { layers[$0].isVisible }
            let isInScale = line.allSatisfy { place in
                let (least, most) = (layers[place].minScale, layers[place].maxScale)
                return (least == 0 || scale <= least) && (most == 0 || scale >= most)
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

extension [Layer] {
    /// Returns the places of a layer, of its group, of the group of that, and so on.
    func line(from place: Int) -> [Int] {
        var line = [place]
        while let last = line.last, let parent = self[last].parent, let group = self.place(of: parent),
            !line.contains(group)
        {
            line.append(group)
        }
        return line
    }
}
