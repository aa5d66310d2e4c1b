// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/joinSite`: a machine becomes one of another server's site, which answers for it from then on.
enum SiteJoining {
    static func join(_ deployment: inout Deployment, _ context: RequestContext, _ index: Int) -> Outcome {
        let address = context.parameters.given("adminurl")
        let name = context.parameters.given("username") ?? ""
        let found = deployment.servers.indices.first { number in
            guard number != index, deployment.servers[number].hasSite, deployment.sites[number].joined == nil,
                let asked = address.flatMap(PlainURL.init),
                let own = PlainURL("\(deployment.url(ofServer: number, context))/admin")
            else { return false }
            let path = asked.path.hasSuffix("/") ? String(asked.path.dropLast()) : asked.path
            return asked.authority == own.authority && ASCII.equal(path, own.path)
        }
        let admin = found.flatMap { deployment.servers[$0].siteAdmin }
        guard let found, let admin, admin.username == name, admin.password == context.parameters.given("password"),
            !deployment.sites[found].isAdministratorDisabled
        else {
            let known = deployment.servers.indices.filter { $0 != index && deployment.servers[$0].hasSite }
                .map { "\(deployment.url(ofServer: $0, context))/admin" }
            return .refused(
                Administration.ErrorBodies.joinFailed.about(address ?? ""),
                Verdict(
                    Administration.Rules.joinFailed,
                    facts: [.init("adminURL", address ?? ""), .init("username", name)],
                    wouldPass: known.isEmpty
                        ? "another server with a site in the scenario"
                        : "one of \(known.joined(separator: ", ")) and its administrator"))
        }
        deployment.sites[index].joined = found
        deployment.servers[index].hasSite = true
        deployment.recentRoutes.removeAll()
        return .json(Administration.success.merging([.init("pollAfter", .int(30))]))
    }
}
