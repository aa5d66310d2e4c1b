// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Keys that a scenario gives and that can change nothing there. They are told: what is ignored in silence is believed to work.
extension ScenarioLoader {
    /// The types of service that use a key; all types use the others.
    private static let kinds: [String: [ServiceKind]] = [
        "featureServer": [.mapServer, .featureServer], "runtime": [.mapServer, .featureServer],
        "source": [.mapServer, .featureServer], "layers": [.mapServer, .featureServer, .imageServer],
        "cached": [.mapServer, .featureServer, .imageServer], "wms": [.mapServer],
        "supportsDynamicLayers": [.mapServer],
        "locations": [.geocodeServer], "addressFields": [.geocodeServer], "tasks": [.gpServer],
        "image": [.imageServer], "maxRecordCount": [.mapServer, .featureServer, .imageServer, .gpServer],
        "copyrightText": [.mapServer, .featureServer, .imageServer],
        "description": [.mapServer, .featureServer, .imageServer, .geocodeServer, .gpServer],
    ]

    /// The keys of a layer that speak of edits.
    private static let ofEdits = ["templates", "editFieldsInfo", "constraints"]

    /// Warns about keys of a service that its type does not use.
    mutating func idle(service: Node) {
        guard let kind = ServiceKind(rawValue: service["type"]?.text ?? ServiceKind.mapServer.rawValue) else { return }
        for entry in service.entries {
            guard let kinds = Self.kinds[entry.name], !kinds.contains(kind) else { continue }
            let others = kinds.map(\.rawValue).joined(separator: " or ")
            warn(
                Node(.null, file: entry.node.file, position: entry.position),
                "\"\(entry.name)\" has no effect on a service of the type \(kind.rawValue), only of \(others)")
        }
    }

    /// The release from which on a key of a layer is in answers.
    private static let releases: [String: Version] = [
        "supportsPagination": .v10_3, "advancedQueryCapabilities": .v10_3, "timeInfo": .v10_0_0,
        "attachments": .v10_0_0, "hasAttachments": .v10_0_0,
        "relationships": .v10_0_0, "typeIdField": .v10_0_0, "capabilities": .v10_0_0,
    ]

    /// Warns about keys of a layer that the release does not have, and about those that speak of edits, where nobody can edit.
    mutating func idle(layer: Node, of service: Node, _ version: Version) {
        for entry in layer.entries {
            guard let since = Self.releases[entry.name], version < since else { continue }
            warn(
                Node(.null, file: entry.node.file, position: entry.position),
                "\"\(entry.name)\" has no effect at \(version): layers have it from \(since) on")
        }
        let access = service["featureServer"]
        let hasFeatures =
            access.map { $0.truth ?? true } ?? (service["type"]?.text == ServiceKind.featureServer.rawValue)
        guard !hasFeatures else { return }
        for entry in layer.entries where Self.ofEdits.contains(entry.name) {
            warn(
                Node(.null, file: entry.node.file, position: entry.position),
                "\"\(entry.name)\" has no effect: the service has no feature access; featureServer: true gives it")
        }
    }
}
