// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

extension Version {
    /// The style of a server's JSON: ArcGIS Online's, that of servers before 10.1, or Java's. The empty array on two
    /// lines was captured of ArcGIS Online's locator of 2013, and 10.2 no longer has it (Esri/resource-proxy#231); that
    /// 10.1 has it is inferred.
    package var style: JSONWriter.Style {
        if isOnline { return .hosted }
        if full == nil { return .early }
        return self < .v10_2 ? .firstServer : .server
    }
}
