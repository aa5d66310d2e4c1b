// SPDX-License-Identifier: Apache-2.0

import Formats

/// The address under which a portal is asked.
enum SiteAddress: Sendable, Hashable {
    /// That of the web server in front, with its authentication.
    case adaptor
    /// That of the machine (port 7443), past the web server in front.
    case machine
    /// A name that nothing answers to.
    case none
}

extension SiteAddress {
    /// Returns the address that a request to a portal came to, by the name of the host.
    static func of(_ context: RequestContext, adaptorHosts: [String], directHosts: [String]) -> SiteAddress {
        guard !adaptorHosts.isEmpty || !directHosts.isEmpty else { return .adaptor }
        let host = context.host
        if directHosts.contains(where: { ASCII.equal($0, host) }) { return .machine }
        return adaptorHosts.isEmpty || adaptorHosts.contains { ASCII.equal($0, host) } ? .adaptor : .none
    }
}

extension Deployment {
    /// Returns the address that a request to a portal came to. The portal is read where it stands: every request asks,
    /// and a copy costs a tenth of the answer.
    func address(ofPortal index: Int, _ context: RequestContext) -> SiteAddress {
        .of(context, adaptorHosts: portals[index].adaptorHosts, directHosts: portals[index].directHosts)
    }
}
