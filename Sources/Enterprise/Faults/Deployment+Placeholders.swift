// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Deployment {
    /// Returns a text of a fault's answer with the placeholders of steps filled in, in the scheme and under the host that the
    /// client used. What is no placeholder stays as it is.
    func filled(_ text: String, _ call: Call) -> String {
        Placeholders.fill(text) { name in
            switch name {
            case "portal": portals.isEmpty ? nil : url(ofPortal: 0, call)
            case "server": servers.isEmpty ? nil : url(ofServer: 0, call)
            case "http": call.origin(isSecure: false, port: sharedPorts.http)
            case "https": call.origin(isSecure: true, port: sharedPorts.https)
            case "idp":
                "\(call.origin(isSecure: call.isSecure, port: call.isSecure ? sharedPorts.https : sharedPorts.http))/idp"
            case "host": String(call.authority)
            case "now": String(call.now.milliseconds)
            default: site(name, call)
            }
        }
    }

    /// Returns the URL that `portal.NAME` or `server.NAME` stands for.
    private func site(_ name: String, _ call: Call) -> String? {
        if name.hasPrefix("portal.") {
            return portals.firstIndex { $0.name == name.dropFirst(7) }.map { url(ofPortal: $0, call) }
        }
        guard name.hasPrefix("server.") else { return nil }
        return servers.firstIndex { $0.name == name.dropFirst(7) }.map { url(ofServer: $0, call) }
    }
}
