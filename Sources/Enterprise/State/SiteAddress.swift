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

extension PortalState {
    /// Returns the address that a request came to, by the name of the host.
    func address(of context: RequestContext) -> SiteAddress {
        guard !adaptorHosts.isEmpty || !directHosts.isEmpty else { return .adaptor }
        let host = context.host
        if directHosts.contains(where: { ASCII.equal($0, host) }) { return .machine }
        return adaptorHosts.isEmpty || adaptorHosts.contains { ASCII.equal($0, host) } ? .adaptor : .none
    }
}
