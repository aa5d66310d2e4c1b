// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A request on its way through a site: the call, the site, the caller, and the behaviors that influenced the answer.
struct RequestContext: Sendable {
    let call: Call
    let site: Site
    let route: Route
    /// The values of the route's placeholders.
    let names: [String: String]
    /// The service that the path names.
    let service: ServicePath
    let parameters: Parameters
    /// The value of `f`; doors treat an unsupported one as JSON.
    var format: Format
    let profile: Profile
    /// The time of the site's clock, which may be ahead of the deployment's.
    var now: Instant
    /// The behaviors that were consulted and that a quirk of the scenario changed.
    private(set) var quirks: [Behavior] = []
    /// The authenticated caller.
    var caller: String?
    /// The member whom the web server in front of the portal authenticated.
    var webTierAccount: Int?
    /// What the web server answers to the ticket of the caller.
    var ticketAnswer: Response.Field?
    /// What the caller may do in a server's administrator directory, once it has entered.
    var adminPrivilege: AdminPrivilege?
    /// The member in whose name a portal's proxy asks.
    var proxied: Caller?

    init(
        call: Call, site: Site, route: Route, names: [String: String], service: ServicePath? = nil,
        parameters: Parameters, profile: Profile
    ) {
        self.call = call
        self.site = site
        self.route = route
        self.names = names
        self.service = service ?? ServicePath(names, route)
        self.parameters = parameters
        let format = Format(parameters["f"])
        // Clients of old servers send this for pjson.
        self.format = format == .json && ASCII.equal(parameters["pretty"] ?? "", "true") ? .pjson : format
        self.profile = profile
        now = call.now
    }

    /// Returns the site's choice for a behavior, and records a quirk for the header.
    mutating func choice(_ behavior: Behavior) -> Choice {
        let setting = profile[behavior]
        if setting.isQuirk && !quirks.contains(behavior) { quirks.append(behavior) }
        return setting.choice
    }

    /// Adds quirks that were consulted on behalf of this request elsewhere.
    mutating func add(quirks others: [Behavior]) { quirks += others.filter { !quirks.contains($0) } }

    /// Returns the evidence of a behavior, for a verdict.
    func evidence(_ behavior: Behavior) -> Evidence { profile[behavior].evidence }

    /// `https://host:port`, as the client called it.
    var origin: String { call.origin }

    /// `host:port`, as the client called it.
    var authority: Substring { call.authority }

    /// The host without the port; an IPv6 address has brackets.
    var host: String { call.host }

    /// Returns `scheme://host:port` with the host that the client used.
    func origin(isSecure: Bool, port: UInt16) -> String { call.origin(isSecure: isSecure, port: port) }

    /// The service, with its folder, in a path below `rest/services`.
    var serviceName: String { service.name }

    /// A Boolean value that indicates whether the method is GET, or HEAD, which is answered as GET; the writer omits
    /// the body.
    var isGet: Bool { call.request.method == "GET" || call.request.method == "HEAD" }
    var isSecure: Bool { call.isSecure }
}
