// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/machines`: the portal's machine, and the one that joined it
/// (developers.arcgis.com/rest/enterprise-administration/portal/machines).
enum PortalMachines {
    static let name = "PORTAL.INTERNAL.LOCAL"

    /// Returns the machine that joined the site of a portal, which is a portal of the scenario without a site of its own.
    static func second(_ deployment: Deployment, _ index: Int) -> (name: String, portal: Int)? {
        let found = deployment.portals.indices.first { deployment.portals[$0].joined == index }
        return found.map { ("\(deployment.portals[$0].name.uppercased()).INTERNAL.LOCAL", $0) }
    }

    private static func names(_ deployment: Deployment, _ index: Int) -> [String] {
        [name] + (second(deployment, index).map { [$0.name] } ?? [])
    }

    @Sendable static func list(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        .json(.object([.init("machines", .array(names(deployment, index).map(json)))]))
    }

    @Sendable static func one(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome { .json(json(try known(deployment, context, index))) }

    /// `machines/status/{machine}`, and the newer `machines/{machine}/status`.
    @Sendable static func status(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        _ = try known(deployment, context, index)
        return PortalOperation.done()
    }

    @Sendable static func hardware(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let name = try known(deployment, context, index)
        return .json(
            .object([
                .init("localMachineName", .string(name)), .init("systemMemoryMB", .int(16_384)),
                .init("numPhysicalCores", .int(4)), .init("numLogicalProcessors", .int(8)),
                .init("osName", .string("Linux")), .init("osArchitecture", .string("amd64")),
            ]))
    }

    /// Takes the second machine from the site; a portal must have two of them for that (documented).
    @Sendable static func unregister(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let (asked, names) = (try context.needed("machineName"), names(deployment, index))
        guard let name = names.first(where: { ASCII.equal(asked, $0) }) else { throw .missing(asked, names) }
        guard let other = second(deployment, index), other.name == name else {
            throw PortalRefusal(
                Administration.ErrorBodies.onlyMachine.about(asked), Administration.Rules.onlyMachine,
                [("machineName", asked)], names.last.map { $0 == name ? "a portal with two machines" : $0 } ?? "")
        }
        deployment.portals[other.portal].joined = nil
        deployment.portals[other.portal].hasSite = false
        deployment.recentRoutes.removeAll()
        return PortalOperation.done()
    }

    /// Returns the machine of the path as the portal spells it.
    private static func known(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(PortalRefusal) -> String {
        let (asked, names) = (context.names["machine"] ?? "", names(deployment, index))
        guard let name = names.first(where: { ASCII.equal(asked, $0) }) else { throw .missing(asked, names) }
        return name
    }

    private static func json(_ name: String) -> JSON {
        .object([
            .init("machineName", .string(name)),
            .init("adminURL", .string("https://\(name.lowercased()):7443/arcgis")),
            .init("role", .string(name == Self.name ? "Primary" : "Standby")),
            .init("platform", .string("Linux-amd64-5.4.0")),
        ])
    }
}
