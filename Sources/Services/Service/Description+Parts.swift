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

    /// Returns a root's `layers`, or its `tables`.
    static func layerEntries(_ subject: Subject, areTables: Bool, isFeatureServer: Bool = false) -> JSON {
        let families = subject.families
        return .array(
            subject.service.layers.filter { $0.isTable == areTables }
                .map { layerEntry($0, families, subject, isFeatureServer: isFeatureServer) })
    }

    /// An entry of a root's `layers`. Scales are there from 10.0 on, type and geometryType from 10.7 on, the legends'
    /// flag in Pro's runtime and from 10.9 on. Before 10.7, tables have their id and their name (captured;
    /// docs/reference/catalog-and-descriptions.md#the-entries-of-layers). Hosted services say no type at 10.81, and do at
    /// 11.5 (captured).
    private static func layerEntry(
        _ layer: Layer, _ families: LayerFamilies, _ subject: Subject, isFeatureServer: Bool
    ) -> JSON {
        var members: [JSON.Member] = [.init("id", .int(layer.id)), .init("name", .string(layer.name))]
        let isHosted = subject.service.isHosted(subject.version)
        if layer.isTable, !isHosted, subject.version < .v10_7 { return .object(members) }
        if isFeatureServer, subject.version < .v10_1 { return .object(members) }
        members += [
            .init("parentLayerId", .int(layer.parent ?? -1)), .init("defaultVisibility", .bool(layer.isVisible)),
            .init("subLayerIds", families.below(layer)),
        ]
        if subject.version >= .v10_0_0 {
            members += [
                .init("minScale", listedScale(layer.minScale, subject.version)),
                .init("maxScale", listedScale(layer.maxScale, subject.version)),
            ]
        }
        if subject.version >= .v10_7 {
            // A layer in an annotation layer has no type (captured, 11.1).
            if !families.isInAnnotation(layer), !isHosted || subject.version >= .v11_2 {
                members.append(.init("type", .string(layer.kind.rawValue)))
            }
            if let type = layer.data?.geometryType {
                members.append(.init("geometryType", .string(type.rawValue)))
            }
        }
        let hasLegends = subject.isPro || subject.version >= .v10_9
        if !isFeatureServer, hasLegends { members.append(.init("supportsDynamicLegends", .bool(true))) }
        return .object(members)
    }

    /// Returns a scale in a list of layers. At 10.0, ten millions and more are texts, `"1.0000001E7"` (captured, 10.04).
    static func listedScale(_ number: Double, _ version: Version) -> JSON {
        guard version < .v10_1, number >= 1e7, case .number(let spelling) = JSON.double(number) else {
            return scale(number)
        }
        return .string(spelling.replacing("e", with: "E"))
    }

    /// Whole numbers without decimals: `0`, `60000` (docs/reference/http.md#rules-of-every-resource).
    static func scale(_ scale: Double?) -> JSON {
        let scale = scale ?? 0
        return Int(exactly: scale).map(JSON.int) ?? .double(scale)
    }

    /// 9.3 does not tell how it smooths, 10.0 has credits and the keywords before them; the version is Pro's, from 10.9 on
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
        let isFirst = subject.version >= .v10_0_0 && subject.version < .v10_1
        if isFirst { members += [member("Keywords"), member("Credits", subject.service.copyright)] }
        if subject.version.number != nil {
            members.append(member("AntialiasingMode", subject.isPro ? "Fast" : "None"))
            members.append(member("TextAntialiasingMode", subject.isPro ? "Force" : "None"))
        }
        if !isFirst { members.append(member("Keywords")) }
        return .object(members)
    }

    static let historic: JSON = .object([
        .init("supportsQueryWithHistoricMoment", .bool(false)), .init("startArchivingMoment", .int(-1)),
    ])
}
