// SPDX-License-Identifier: Apache-2.0

import Facts

/// The release of a sharing API: of ArcGIS Enterprise its version, of ArcGIS Online the year in which it is asked.
struct SharingRelease: Sendable, Hashable {
    /// The newest year of which answers of ArcGIS Online are known.
    static let newestYear = 2025

    var version: Version
    /// The year, which counts for ArcGIS Online alone.
    var year = SharingRelease.newestYear

    /// The years in which ArcGIS Online has a key.
    struct Years: Sendable {
        static let all = Years(first: .min, last: .max)
        static let none = Years(first: .max, last: .min)

        private var first: Int
        private var last: Int

        static func from(_ year: Int) -> Years { Years(first: year, last: .max) }
        static func through(_ year: Int) -> Years { Years(first: .min, last: year) }
        static func during(_ first: Int, _ last: Int) -> Years { Years(first: first, last: last) }

        func contains(_ year: Int) -> Bool { first <= year && year <= last }
    }
}
