// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A request on its way through a site: what is asked, of whom, by whom, and which behaviors have had a say.
struct RequestContext: Sendable {
    let call: Call
    let site: Site
    let route: Route
    /// What the placeholders of the route stand for.
    let names: [String: String]
    let parameters: Parameters
    /// The value of `f`; where there is none to have, doors take JSON.
    var format: Format
    let profile: Profile
    /// By the clock of the site, which may be ahead of the deployment's.
    var now: Instant
    /// Behaviors that the scenario set otherwise than the release, and that were asked.
    private(set) var quirks: [Behavior] = []
    /// Who the caller turned out to be.
    var caller: String?
    /// The member whom the web server in front of the portal let through.
    var webTierAccount: Int?

    init(
        call: Call, site: Site, route: Route, names: [String: String], parameters: Parameters, profile: Profile
    ) {
        self.call = call
        self.site = site
        self.route = route
        self.names = names
        self.parameters = parameters
        let format = Format(parameters["f"])
        // What clients of old servers send for pjson.
        self.format = format == .json && ASCII.equal(parameters["pretty"] ?? "", "true") ? .pjson : format
        self.profile = profile
        now = call.now
    }

    /// What the site does about a behavior; that a quirk was asked is remembered for the header.
    mutating func choice(_ behavior: Behavior) -> Choice {
        let setting = profile[behavior]
        if setting.isQuirk && !quirks.contains(behavior) { quirks.append(behavior) }
        return setting.choice
    }

    /// Quirks that were asked elsewhere on behalf of this request.
    mutating func add(quirks others: [Behavior]) { quirks += others.filter { !quirks.contains($0) } }

    /// Its evidence, for a verdict.
    func evidence(_ behavior: Behavior) -> Evidence { profile[behavior].evidence }

    /// `https://host:port`, as the client called it.
    var origin: String { call.origin }

    /// `host:port`, as the client called it.
    var authority: Substring { origin.drop { $0 != "/" }.dropFirst(2) }

    /// The host alone; an address of IPv6 in its brackets.
    var host: String {
        let authority = authority
        return authority.hasPrefix("[") ? "\(authority.prefix { $0 != "]" })]" : String(authority.prefix { $0 != ":" })
    }

    /// `scheme://host:port` with the host that the client called. The port that it came to stays as it wrote it, for it
    /// may have left it out.
    func origin(isSecure: Bool, port: UInt16) -> String {
        let scheme = isSecure ? "https" : "http"
        guard port != 0, port != call.connection.localPort else { return "\(scheme)://\(authority)" }
        return port == (isSecure ? 443 : 80) ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }

    /// The service that a path below `rest/services` names, with its folder.
    var serviceName: String {
        let name = names["service"] ?? ""
        return names["folder"].map { "\($0)/\(name)" } ?? name
    }

    /// HEAD is answered as GET is; the writer leaves the body out.
    var isGet: Bool { call.request.method == "GET" || call.request.method == "HEAD" }
    var isSecure: Bool { call.connection.tls != nil }
}
