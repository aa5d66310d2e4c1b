// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The release of a portal: the sharing API numbers releases differently from servers.
enum PortalVersion {
    /// `currentVersion`; of a release without portals its name.
    static func current(_ release: SharingRelease) -> String {
        if release.version.isOnline, let known = online.last(where: { $0.year <= release.year }) { return known.number }
        return release.version.portal ?? release.version.text
    }

    /// The numbers of ArcGIS Online by year: 2015 to 2019 are captured (docs/reference/releases.md#v1), 2024 and 2025
    /// as Enterprise's releases of these years; a year without one keeps the last.
    private static let online: [(year: Int, number: String)] = [
        (2015, "3.8"), (2016, "4.1"), (2017, "5.4"), (2019, "7.2"), (2024, "2024.1"), (2025, "2025.1"),
    ]

    /// `enterpriseVersion` and `enterpriseBuild`, which portals say from 11.3 on; ArcGIS Online has none.
    static func enterprise(_ version: Version) -> [JSON.Member] {
        guard let build = version.build else { return [] }
        return [.init("enterpriseVersion", .string(version.text)), .init("enterpriseBuild", .string(build))]
    }
}
