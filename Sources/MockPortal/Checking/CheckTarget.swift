// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
package import Formats
package import Trust

/// The target of the steps: the double in this process, or another deployment.
package struct CheckTarget: Sendable {
    package let sites: Sites
    package let trust: ClientContext?
    /// Contexts that present a user's certificate.
    private let identified: [String: ClientContext]
    /// The authority's file, for the curl command.
    package let caFile: String?
    let state: Lock<InstanceState>?
    /// The ready file of another deployment.
    let ready: JSON?
    /// What may be sent to a real site, and how often.
    var courtesy: Courtesy?
    /// What the sites of another deployment say of their releases.
    var releases: [String] = []

    /// Creates a target for the double.
    package init(_ portal: MockEnterprise) throws { try self.init(portal.instance) }

    /// The same, as its control endpoints know it.
    init(_ instance: Instance) throws {
        sites = instance.sites
        let authority = instance.authority.pem
        trust = try ClientContext(authority: authority)
        caFile = nil
        ready = nil
        state = instance.state
        identified = try instance.current.identities.mapValues {
            try ClientContext(authority: authority, identity: $0)
        }
    }

    /// Creates a target from a ready file, of another `mock-portal` or written by hand for a real deployment.
    package init(ready: JSON, certificateAuthority: String?) throws {
        var sites = Sites()
        sites.http = ready["http"]?.text ?? ""
        sites.https = ready["https"]?.text ?? ""
        sites.portals = CheckTarget.named(ready["portals"], first: ready["portal"]?.text)
        sites.servers = CheckTarget.named(ready["servers"], first: nil)
        self.sites = sites
        trust = try ClientContext(authority: certificateAuthority)
        caFile = ready["ca"]?.text
        state = nil
        self.ready = ready
        identified = [:]
    }

    /// The time-out of each read, in milliseconds: longer with the double itself, on a machine that may be very busy,
    /// than with another deployment.
    var patience: Int32 { state == nil ? 30_000 : 120_000 }

    /// Returns a command that works after the run: the run's ports are gone by then, so it uses the ports of `serve`.
    func lasting(_ command: String) -> String {
        guard state != nil else { return command }
        return [sites.http, sites.https].compactMap(WebURL.init).reduce(command) { text, url in
            text.replacing(url.authority, with: "\(url.host):7443")
        }
    }

    /// Returns the TLS context for a user's certificate or for none, or `nil` if the user's certificate is not
    /// available.
    func trust(for user: String?) -> ClientContext? { user.map { identified[$0] } ?? trust }

    private static func named(_ list: JSON?, first: String?) -> [Sites.Site] {
        var sites = (list?.members ?? []).compactMap { member in
            member.value.text.map { Sites.Site(name: member.name, url: $0, plainURL: plain($0)) }
        }
        if sites.isEmpty, let first { sites = [Sites.Site(name: "portal", url: first, plainURL: plain(first))] }
        return sites
    }

    /// Returns the URL over HTTP. One port serves both schemes; the default ports are 443 and 80.
    private static func plain(_ url: String) -> String {
        url.hasPrefix("https:") ? "http:" + url.dropFirst(6) : url
    }

    /// Returns the value of a placeholder that the deployment defines, or `nil`.
    func value(_ name: String, isSecure: Bool) -> String? {
        func url(_ site: Sites.Site?) -> String? { site.map { isSecure ? $0.url : $0.plainURL } }
        switch name {
        case "http": return sites.http
        case "https": return sites.https
        case "idp": return "\(isSecure ? sites.https : sites.http)/idp"
        case "host": return WebURL(isSecure ? sites.https : sites.http)?.authority
        case "portal": return url(sites.portals.first)
        case "server": return url(sites.servers.first)
        case "now":
            let now = state?.withLock { $0.clock.now } ?? Clock(start: nil).now
            return String(now.milliseconds)
        default:
            if name.hasPrefix("portal.") { return url(sites.portals.first { $0.name == name.dropFirst(7) }) }
            if name.hasPrefix("server.") { return url(sites.servers.first { $0.name == name.dropFirst(7) }) }
            return nil
        }
    }
}
