// SPDX-License-Identifier: Apache-2.0

import Formats

/// How a layer takes the time of a request: its entry of `layerTimeOptions` (documented: export-map).
struct LayerTiming: Sendable, Hashable {
    /// Whether the time concerns it.
    var usesTime = true
    /// Whether all rows up to the end are meant.
    var isCumulative = false
    /// How much later its rows are taken, in milliseconds.
    var offset = 0.0

    private static let day = 86_400_000.0
    /// The units of `timeOffsetUnits` in milliseconds; months and years have their mean length.
    private static let units: [String: Double] = [
        "milliseconds": 1, "seconds": 1000, "minutes": 60_000, "hours": 3_600_000, "days": day, "weeks": 7 * day,
        "months": 30.436875 * day, "years": 365.2425 * day, "decades": 3652.425 * day, "centuries": 36524.25 * day,
    ]

    /// Reads the entry of a layer; what cannot be read counts as absent
    /// (docs/reference/maps.md#what-servers-tolerate).
    init(_ text: String?, of layer: Int) {
        guard let text, text.contains("{"), let json = try? JSONReader.read(json5: Array(text.utf8)),
            let entry = json[String(layer)]
        else { return }
        usesTime = entry["useTime"]?.truth ?? true
        isCumulative = entry["timeDataCumulative"]?.truth ?? false
        let unit = entry["timeOffsetUnits"]?.text?.lowercased().replacing("esritimeunits", with: "") ?? ""
        offset = (entry["timeOffset"]?.finite ?? 0) * (LayerTiming.units[unit] ?? 0)
    }

    /// Returns the time by which the layer's rows are chosen; `nil`: all are.
    func applied(to time: TimeSpan?) -> TimeSpan? {
        guard var time, usesTime else { return nil }
        // A row that is shown an offset later was there earlier.
        time.start = isCumulative ? -.infinity : time.start - offset
        time.end -= offset
        return time
    }
}
