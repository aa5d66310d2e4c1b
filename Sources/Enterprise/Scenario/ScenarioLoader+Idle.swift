// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Keys that a scenario gives and that can change nothing there. They are told: what is ignored in silence is believed to work.
extension ScenarioLoader {
    /// A key that only some types of service use, and how a service of another type is without it.
    private struct Use {
        var key: String
        var kinds: [ServiceKind]
        var clear: @Sendable (inout Scenario.Service) -> Void

        init(
            _ key: String, _ kinds: [ServiceKind], _ clear: @escaping @Sendable (inout Scenario.Service) -> Void
        ) {
            (self.key, self.kinds, self.clear) = (key, kinds, clear)
        }

        func isIdle(_ type: String) -> Bool { !kinds.contains { $0.rawValue == type } }
    }

    /// The types of service that use a key; all types use the others.
    private static let uses: [Use] = [
        Use("featureServer", [.mapServer, .featureServer]) { ($0.hasFeatureServer, $0.feature) = (nil, .init()) },
        Use("runtime", [.mapServer, .featureServer]) { $0.runtime = nil },
        Use("source", [.mapServer, .featureServer, .imageServer, .vectorTileServer]) { $0.described = nil },
        Use("layers", [.mapServer, .featureServer, .imageServer, .streamServer]) { ($0.layers, $0.served) = ([], []) },
        Use("cached", [.mapServer, .featureServer, .imageServer]) { $0.cache = nil },
        Use("wms", [.mapServer]) { $0.hasWMS = false },
        Use("kml", [.mapServer]) { $0.hasKML = nil },
        Use("supportsDynamicLayers", [.mapServer]) { $0.hasDynamicLayers = nil },
        Use("locations", [.geocodeServer]) { $0.locator = nil },
        Use("addressFields", [.geocodeServer]) { _ in },
        Use("tasks", [.gpServer]) { $0.tasks = [] },
        Use("image", [.imageServer]) { $0.imagery = nil },
        Use("maxRecordCount", [.mapServer, .featureServer, .imageServer, .gpServer]) { $0.maxRecordCount = nil },
        Use("copyrightText", [.mapServer, .featureServer, .imageServer]) { $0.copyright = nil },
    ]

    /// Takes from a service what its type does not use, so that it is without effect, as the warnings say.
    static func clear(_ service: inout Scenario.Service) {
        for use in uses where use.isIdle(service.kind) { use.clear(&service) }
    }

    /// The keys of a layer that speak of edits.
    private static let ofEdits = ["templates", "editFieldsInfo", "constraints"]

    /// Warns about keys of a service that its type does not use.
    mutating func idle(service: Node) {
        let type = service["type"]?.text ?? ServiceKind.mapServer.rawValue
        for entry in service.entries {
            guard let use = Self.uses.first(where: { $0.key == entry.name }), use.isIdle(type) else { continue }
            let others = use.kinds.map(\.rawValue).joined(separator: " or ")
            warn(
                Node(.null, file: entry.node.file, position: entry.position),
                "\"\(entry.name)\" has no effect on a service of the type \(type), only of \(others)")
        }
    }

    /// The release from which on a key of a layer is in answers.
    private static let releases: [String: Version] = [
        "supportsPagination": .v10_3, "advancedQueryCapabilities": .v10_3, "timeInfo": .v10_0_0,
        "attachments": .v10_0_0, "hasAttachments": .v10_0_0,
        "relationships": .v10_0_0, "typeIdField": .v10_0_0, "types": .v10_0_0, "subtypes": .v10_0_0,
        "capabilities": .v10_0_0, "editFieldsInfo": .v10_1,
    ]

    /// The same of layers that only feature services have.
    private static let featureReleases: [String: Version] = ["defaultVisibility": .v10_1]

    /// Warns about keys of a layer that the release does not have, and about those that speak of edits, where nobody can edit.
    mutating func idle(layer: Node, of service: Node, _ version: Version) {
        let isMap = (service["type"]?.text ?? ServiceKind.mapServer.rawValue) == ServiceKind.mapServer.rawValue
        let hasFeatures =
            service["featureServer"].map { $0.truth ?? true }
            ?? (service["type"]?.text == ServiceKind.featureServer.rawValue)
        for entry in layer.entries {
            let place = Node(.null, file: entry.node.file, position: entry.position)
            let since = Self.releases[entry.name] ?? (isMap ? nil : Self.featureReleases[entry.name])
            if let since, version < since {
                warn(place, "\"\(entry.name)\" has no effect at \(version): layers have it from \(since) on")
            } else if !hasFeatures, Self.ofEdits.contains(entry.name) {
                warn(
                    place,
                    "\"\(entry.name)\" has no effect: the service has no feature access; featureServer: true gives it")
            }
        }
    }
}
