// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What roots say of sync and of tracked changes.
extension Description {
    static let synchronizes = Evidence.documented(
        "developers.arcgis.com/rest/services-reference/enterprise/feature-service/: syncCapabilities")
    static let extracts = Evidence.documented(
        "developers.arcgis.com/rest/services-reference/enterprise/extract-changes-feature-service/")

    /// `syncCapabilities`, of services with Sync.
    static func syncCapabilities(_ subject: Subject) -> JSON? {
        guard subject.isSynchronized else { return nil }
        var flags = [
            ("supportsAsync", true), ("supportsRegisteringExistingData", true), ("supportsSyncDirectionControl", true),
            ("supportsPerLayerSync", true), ("supportsPerReplicaSync", true), ("supportsSyncModelNone", true),
        ]
        if subject.version >= .v10_4 { flags.append(("supportsRollbackOnFailure", true)) }
        if subject.version >= .v10_5 {
            flags += [("supportsAttachmentsSyncDirection", true), ("supportsBiDirectionalSyncForServer", false)]
        }
        return .object(flags.map { .init($0.0, .bool($0.1)) })
    }

    /// The generations from which changes can be asked for, of services with ChangeTracking.
    static func changeTracking(_ subject: Subject) -> JSON? {
        guard subject.isTracked else { return nil }
        let service = subject.service
        let layers = service.layers.filter { $0.store != nil }.map { layer -> JSON in
            .object([
                .init("id", .int(layer.id)), .init("minServerGen", .int(1)),
                .init("serverGen", .int(service.generation)),
            ])
        }
        return .object([
            .init("lastSyncDate", .number(String(service.lastChange?.milliseconds ?? 0))),
            .init("layerServerGens", .array(layers)),
        ])
    }

    /// What `extractChanges` takes.
    static func extractCapabilities(_ subject: Subject) -> JSON? {
        guard subject.isTracked else { return nil }
        var names = [
            "supportsReturnIdsOnly", "supportsReturnExtentOnly", "supportsReturnAttachments", "supportsLayerQueries",
            "supportsGeometry", "supportsReturnFeature", "supportsReturnHasGeometryUpdates", "supportsFieldsToCompare",
        ]
        if subject.version >= .v11_0 { names.append("supportsServerGens") }
        return .object(names.map { .init($0, .bool(true)) })
    }
}

extension Description.Subject {
    var isSynchronized: Bool { Capability.sync.isIn(service.capabilities(.featureServer, nil, version)) }
    var isTracked: Bool { Capability.changeTracking.isIn(service.capabilities(.featureServer, nil, version)) }
}
