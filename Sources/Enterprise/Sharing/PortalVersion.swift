// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What a portal says of its release: the sharing API counts otherwise than servers do.
enum PortalVersion {
    /// Captured: 11.3 is 2024.1 (a test of arcgis_sharing_rs), 11.5 is 2025.1 (umaps.momah.gov.sa), each with
    /// `enterpriseVersion` and `enterpriseBuild`; 11.4 lies between (inferred). Of older ones nothing was shown: the release
    /// stands for it.
    static func current(_ version: Version) -> String {
        switch version.name {
        case "11.3": "2024.1"
        case "11.4": "2024.2"
        case "online": "2025.1"
        default: version.text
        }
    }

    /// `enterpriseVersion` and `enterpriseBuild`; ArcGIS Online has none.
    static func enterprise(_ version: Version) -> [JSON.Member] {
        guard let first = Version("11.3"), version >= first, !version.isOnline else { return [] }
        return [.init("enterpriseVersion", .string(version.text)), .init("enterpriseBuild", .string("0"))]
    }
}
