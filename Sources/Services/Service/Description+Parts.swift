// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Parts of services' roots.
extension Description {
    static func extent(_ envelope: Envelope?, _ reference: SpatialReference, _ version: Version) -> JSON {
        extent(envelope, reference.json(version))
    }

    static func extent(_ envelope: Envelope?, _ reference: JSON) -> JSON {
        // The extent of an empty result is four strings (captured, 10.4).
        let numbers: [JSON] =
            envelope.map { [.double($0.xmin), .double($0.ymin), .double($0.xmax), .double($0.ymax)] }
            ?? Array(repeating: .string("NaN"), count: 4)
        return .object([
            .init("xmin", numbers[0]), .init("ymin", numbers[1]), .init("xmax", numbers[2]), .init("ymax", numbers[3]),
            .init("spatialReference", reference),
        ])
    }

    /// Returns an extent of the service: the one in its description, or that of its layers.
    static func serviceExtent(_ key: String, _ subject: Subject) -> JSON {
        if let told = subject.told(key), let envelope = Envelope(json: told) {
            let reference = told["spatialReference"].map(SpatialReference.init(json:)) ?? subject.service.reference
            return extent(envelope, subject.reference(reference))
        }
        return extent(subject.service.fullExtent, subject.reference(subject.service.reference))
    }

    /// An entry of a root's `layers`. Scales are there from 10.1 on, type and geometryType from 10.7.1 on, the legends'
    /// flag in Pro's runtime and from 10.9.1 on (captured; docs/reference/catalog-and-descriptions.md#a-map-service).
    static func layerEntry(_ layer: Layer, _ subject: Subject, isFeatureServer: Bool = false) -> JSON {
        let below = subject.service.layers(in: layer).map { JSON.int($0.id) }
        var members: [JSON.Member] = [
            .init("id", .int(layer.id)), .init("name", .string(layer.name)),
            .init("parentLayerId", .int(layer.parent ?? -1)), .init("defaultVisibility", .bool(layer.isVisible)),
            .init("subLayerIds", below.isEmpty ? .null : .array(below)),
        ]
        if subject.version >= .v10_1 {
            members += [.init("minScale", scale(layer.minScale)), .init("maxScale", scale(layer.maxScale))]
        }
        if subject.version >= .v10_7 {
            // A layer in an annotation layer has no type (captured, 11.1).
            let parent = subject.service.layers.first { $0.id == layer.parent }
            if parent?.kind != .annotation { members.append(.init("type", .string(layer.kind.rawValue))) }
            if let type = layer.data?.geometryType {
                members.append(.init("geometryType", .string(type.rawValue)))
            }
        }
        let hasLegends = subject.isPro || subject.version >= .v10_9
        if !isFeatureServer, hasLegends { members.append(.init("supportsDynamicLegends", .bool(true))) }
        return .object(members)
    }

    /// Whole numbers without decimals: `0`, `60000` (docs/reference/http.md#rules-of-every-resource).
    static func scale(_ scale: Double?) -> JSON {
        let scale = scale ?? 0
        return Int(exactly: scale).map(JSON.int) ?? .double(scale)
    }

    /// 9.3 does not tell how it smooths; the version is Pro's, from 10.9 on
    /// (docs/reference/catalog-and-descriptions.md#a-map-service).
    static func documentInfo(_ subject: Subject) -> JSON {
        let told = subject.told("documentInfo")
        func member(_ key: String, _ value: String = "") -> JSON.Member {
            .init(key, told?[key] ?? .string(value))
        }
        var members = [
            member("Title", subject.service.name), member("Author"), member("Comments"), member("Subject"),
            member("Category"),
        ]
        if subject.isPro, subject.version >= .v10_9 {
            members.append(member("Version", subject.version.cim))
        }
        if subject.version.number != nil {
            members.append(member("AntialiasingMode", subject.isPro ? "Fast" : "None"))
            members.append(member("TextAntialiasingMode", subject.isPro ? "Force" : "None"))
        }
        members.append(member("Keywords"))
        return .object(members)
    }

    static let historic: JSON = .object([
        .init("supportsQueryWithHistoricMoment", .bool(false)), .init("startArchivingMoment", .int(-1)),
    ])
}
