// SPDX-License-Identifier: Apache-2.0

import Formats

/// The time information of services and layers.
extension Description {
    /// Returns the root's `timeInfo`, if any layer has one (captured, 10.71).
    static func serviceTime(_ subject: Subject) -> JSON? {
        if let told = subject.told("timeInfo"), told != .null { return told }
        let extents = subject.service.layers.compactMap(\.timeExtent)
        guard let first = extents.min(by: { $0.from < $1.from }), let last = extents.max(by: { $0.to < $1.to }) else {
            return nil
        }
        return .object([
            .init("timeExtent", .array([.number(String(first.from)), .number(String(last.to))])),
            .init("timeReference", .null), .init("timeRelation", .string("esriTimeRelationOverlaps")),
            .init("defaultTimeInterval", .int(1)), .init("defaultTimeIntervalUnits", .string("esriTimeUnitsDays")),
            .init("defaultTimeWindow", .int(0)), .init("defaultTimeWindowUnits", .string("esriTimeUnitsDays")),
            .init("hasLiveData", .bool(false)),
        ])
    }

    /// Returns a layer's `timeInfo`: documented; its position among the keys is inferred.
    static func layerTime(_ subject: Subject) -> JSON? {
        guard let layer = subject.layer, let time = layer.time else { return nil }
        let told = subject.told("timeInfo")
        let extent =
            layer.timeExtent.map { JSON.array([.number(String($0.from)), .number(String($0.to))]) }
            ?? told?["timeExtent"]
        return .object([
            .init("startTimeField", .string(time.start)), .init("endTimeField", time.end.map(JSON.string) ?? .null),
            .init("trackIdField", .null), .init("timeExtent", extent ?? .null),
            .init("timeReference", told?["timeReference"] ?? .null),
            .init("timeInterval", .int(0)), .init("timeIntervalUnits", .string("esriTimeUnitsUnknown")),
            .init(
                "exportOptions",
                .object([
                    .init("useTime", .bool(true)), .init("timeDataCumulative", .bool(false)),
                    .init("timeOffset", .null), .init("timeOffsetUnits", .null),
                ])), .init("hasLiveData", .bool(false)),
        ])
    }
}

extension Layer {
    /// The range from the first to the last instant in its rows, in milliseconds.
    var timeExtent: (from: Int64, to: Int64)? {
        guard let time, let data else { return nil }
        let indices = data.fields.indices.filter {
            data.fields[$0].name == time.start || data.fields[$0].name == time.end
        }
        var extent: (from: Int64, to: Int64)?
        for feature in data.features {
            for index in indices {
                guard case .number(let spelling) = feature.values[index], let instant = Int64(spelling) else {
                    continue
                }
                extent = (min(extent?.from ?? instant, instant), max(extent?.to ?? instant, instant))
            }
        }
        return extent
    }
}
