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
        return self < .v10_2 ? .firstServer : .server
    }
}
