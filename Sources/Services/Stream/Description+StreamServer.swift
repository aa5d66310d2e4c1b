// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a StreamServer: the form of what its first layer describes. There are no addresses, for nothing is
    /// served there.
    static let streamServer = Description(
        rows: [
            Row("currentVersion") { .number($0.version.number ?? "") },
            Row("description") { .string($0.service.description) },
            Row("objectIdField") { $0.data.map { .string($0.objectIDField) } ?? .null },
            Row("displayField") { $0.data.map { .string($0.displayField) } ?? .null },
            Row("timeInfo") { subject in
                guard let time = subject.layer?.time else { return .null }
                return .object([
                    .init("trackIdField", .null), .init("startTimeField", .string(time.start)),
                    .init("endTimeField", time.end.map(JSON.string) ?? .null),
                ])
            },
            Row("geometryType") { $0.data?.geometryType.map { .string($0.rawValue) } ?? .null },
            Row("spatialReference") { subject in
                subject.data.map { $0.reference.short(subject.version) } ?? .null
            },
            Row("fields") { subject in
                .array(
                    (subject.data?.fields ?? []).map { field in
                        .object([
                            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
                            .init("alias", .string(field.alias)), .init("nullable", .bool(field.isNullable)),
                        ])
                    })
            },
            Row("drawingInfo") { subject in
                subject.layer?.renderer.map { .object([.init("renderer", $0)]) } ?? .null
            }, Row("keepLatestArchive", .null), Row("capabilities", .string("")), Row("streamUrls", .array([])),
        ],
        evidence: .documented(
            "developers.arcgis.com/rest/services-reference/enterprise/stream-service/: the names; their order is inferred"
        ))
}
