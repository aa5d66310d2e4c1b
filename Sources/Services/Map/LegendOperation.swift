// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `legend` of a map: docs/reference/catalog-and-descriptions.md#layers-legend-item-information.
enum LegendOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let drawn = try request.dynamic(of: service).service
        let layers = drawn.layers.filter { $0.kind == .raster || $0.kind != .group && $0.data?.geometryType != nil }
        if request.given("dynamiclayers") != nil {
            // Their symbols belong to no layer of the service; keep them, so that each url refers to an image.
            for entry in layers.flatMap(Legend.entries) { service.pictures.put(symbol: entry.image, entry.name) }
        }
        let version = request.version
        if service.isHosted(version) {
            let (families, all) = (LayerFamilies(service.layers), drawn.layers)
            return .deferred { .json(.object([.init("layers", .array(all.map { hosted($0, families) }))])) }
        }
        return .deferred { .json(.object([.init("layers", .array(layers.map { legend($0, version) }))])) }
    }

    /// The picture of a symbol.
    static func image(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let name = request.names["image"] ?? ""
        if let image = service.pictures.symbol(name) { return .file(.png(image)) }
        let layer = try request.layer(request.names["layer"] ?? "", in: service)
        return .deferred {
            if let entry = Legend.entries(layer).first(where: { $0.name == name }) { return .file(.png(entry.image)) }
            if let symbol = layer.renderer?.picture(name) { return .file(symbol) }
            return .file(
                .missing(
                    Verdict(
                        Maps.Rules.noOutput, facts: [.init("image", name)], wouldPass: "a url from the layer's legend"))
            )
        }
    }

    /// Returns a legend of a hosted tile service: an entry of `/layers` with the symbols (captured, 10.81). A group has none.
    private static func hosted(_ layer: Layer, _ families: LayerFamilies) -> JSON {
        var members = Description.tileLayer(layer, families, isTyped: true).members ?? []
        if layer.kind != .group {
            let entries = Legend.entries(layer).map { entry in
                JSON.object([
                    .init("label", .string(entry.label)), .init("imageData", .string(Base64.encode(entry.image))),
                    .init("contentType", .string("image/png")), .init("groupId", .string("0")),
                    .init("height", .int(Legend.side)), .init("width", .int(Legend.side)),
                ])
            }
            members.append(.init("legend", .array(entries)))
        }
        members += [
            .init("layerId", .int(layer.id)), .init("layerName", .string(layer.name)), .init("layerType", .null),
        ]
        return .object(members)
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
            .init("layerType", .string(layer.kind.rawValue)),
            .init("minScale", Description.listedScale(layer.minScale, version)),
            .init("maxScale", Description.listedScale(layer.maxScale, version)), .init("legend", .array(entries)),
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
    /// Returns the image of a symbol whose `url` is that name, as servers have it in their renderers (captured).
    fileprivate func picture(_ name: String) -> FileResponse? {
        if self["url"]?.text == name, let data = self["imageData"]?.text, let bytes = Base64.decode(data) {
            return FileResponse(type: self["contentType"]?.text ?? "image/png", bytes: bytes)
        }
        let inner = (members ?? []).map(\.value) + (elements ?? [])
        return inner.lazy.compactMap { $0.picture(name) }.first
    }
}
