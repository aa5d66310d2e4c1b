// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The release of a portal: the sharing API numbers releases differently from servers.
enum PortalVersion {
    /// `currentVersion`; of a release without portals its name.
    static func current(_ version: Version) -> String { version.portal ?? version.text }

    /// `enterpriseVersion` and `enterpriseBuild`, which portals say from 11.3 on; ArcGIS Online has none.
    static func enterprise(_ version: Version) -> [JSON.Member] {
        guard let build = version.build else { return [] }
        return [.init("enterpriseVersion", .string(version.text)), .init("enterpriseBuild", .string(build))]
    }
}
