// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

extension Version {
    /// Whose hand a server's JSON is in: ArcGIS Online's, that of servers before 10.1, or Java's. The empty list on two
    /// lines was captured of ArcGIS Online's locator of 2013, and 10.2 has it no more (Esri/resource-proxy#231); that it is
    /// 10.1's is inferred.
    package var style: JSONWriter.Style {
        if isOnline { return .hosted }
        if full == nil { return .early }
        return ordinal < Version.without.ordinal ? .firstServer : .server
    }

    /// The first release that writes an empty list on one line.
    private static let without = Version("10.2") ?? .newest
}
