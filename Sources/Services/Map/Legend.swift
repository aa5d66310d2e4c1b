// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The legend of a layer: the symbols of its classes.
struct Legend: Sendable {
    struct Entry: Sendable {
        var label: String
        var values: [String]
        /// The image as PNG.
        var image: [UInt8]
        /// The name in URLs: 32 digits.
        var name: String
    }

    /// The pixels of each side (captured).
    static let side = 20

    /// Returns the entries of a drawn layer; the class of all other values comes first, as in maps (inferred).
    static func entries(_ layer: Layer) -> [Entry] {
        let renderer = layer.drawn
        return ([renderer.other].compactMap(\.self) + renderer.classes).map { drawn in
            let canvas = Canvas(width: side, height: side)
            if let symbol = drawn.symbol { canvas?.swatch(symbol, point: 96.0 / 72) }
            return entry(drawn.label, drawn.values, canvas)
        }
    }

    static func entry(_ label: String, _ values: [String], _ canvas: Canvas?) -> Entry {
        let image = canvas?.picture.png() ?? []
        return Entry(
            label: label, values: values, image: image, name: Hex.encode(Digest.sha256(image).prefix(16)))
    }
}

/// `legend` of a map: docs/reference/catalog-and-descriptions.md#layers-legend-item-information.
extension ServiceRequest {
    mutating func legend() -> Result {
        let asked: ServiceRequest
        switch dynamic() {
        case .failure(let refused): return .refused(refused)
        case .success(let reading): asked = reading
        }
        let layers = asked.service.layers.filter { $0.kind != .group && $0.data?.geometryType != nil }
        let version = version
        if given("dynamiclayers") != nil {
            // Their symbols belong to no layer of the service; keep them, so that each url refers to an image.
            for entry in layers.flatMap(Legend.entries) { service.pictures.put(symbol: entry.image, entry.name) }
        }
        return .later {
            .json(.object([.init("layers", .array(layers.map { ServiceRequest.legend($0, version) }))]))
        }
    }

    func legendImage() -> Result {
        let name = names["image"] ?? ""
        if let image = service.pictures.symbol(name) { return .reply(.png(image)) }
        switch find(names["layer"] ?? "") {
        case .failure(let refused): return .refused(refused)
        case .success(let layer):
            return .later {
                if let entry = Legend.entries(layer).first(where: { $0.name == name }) {
                    return .reply(.png(entry.image))
                }
                if let symbol = layer.renderer?.picture(name) { return .reply(symbol) }
                return .reply(
                    .missing(
                        Verdict(
                            MapServices.MapRules.noOutput, facts: [.init("image", name)],
                            wouldPass: "a url from the layer's legend")))
            }
        }
    }

    /// Returns a legend with the order of keys captured at 10.04 and 11.1; the size is included from 10.1 on, groups at
    /// 11.
    private static func legend(_ layer: Layer, _ version: Version) -> JSON {
        let entries = Legend.entries(layer).map { entry -> JSON in
            var members: [JSON.Member] = [
                .init("label", .string(entry.label)), .init("url", .string(entry.name)),
                .init("imageData", .string(Base64.encode(entry.image))), .init("contentType", .string("image/png")),
            ]
            if version.hasLegendGroups { members.append(.init("groupId", .string("0"))) }
            if version.hasLegendSizes {
                members += [.init("height", .int(Legend.side)), .init("width", .int(Legend.side))]
            }
            if version.hasLegendSizes, !entry.values.isEmpty {
                members.append(.init("values", .array(entry.values.map(JSON.string))))
            }
            return .object(members)
        }
        var members: [JSON.Member] = [
            .init("layerId", .int(layer.id)), .init("layerName", .string(layer.name)),
            .init("layerType", .string(layer.kind.rawValue)), .init("minScale", .bound(layer.minScale)),
            .init("maxScale", .bound(layer.maxScale)), .init("legend", .array(entries)),
        ]
        if version.hasLegendGroups {
            let group = JSON.object([.init("id", .string("0")), .init("heading", .string(""))])
            members.append(.init("legendGroups", .array([group])))
        }
        return .object(members)
    }
}

extension Version {
    fileprivate var hasLegendSizes: Bool { self >= .v10_1 }
    fileprivate var hasLegendGroups: Bool { hasProRuntime }
}

extension JSON {
    /// Returns the limit of a scale, without decimals if it has none (captured).
    static func bound(_ scale: Double) -> JSON { Int(exactly: scale).map(JSON.int) ?? .double(scale) }
}

extension JSON {
    /// Returns the image of a symbol whose `url` is that name, as servers have it in their renderers (captured).
    fileprivate func picture(_ name: String) -> Reply? {
        if self["url"]?.text == name, let data = self["imageData"]?.text, let bytes = Base64.decode(data) {
            return Reply(type: self["contentType"]?.text ?? "image/png", bytes: bytes)
        }
        let inner = (members ?? []).map(\.value) + (elements ?? [])
        return inner.lazy.compactMap { $0.picture(name) }.first
    }
}
