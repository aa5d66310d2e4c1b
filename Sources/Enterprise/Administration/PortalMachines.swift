// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/machines`: the portal's machines, of which there is one
/// (developers.arcgis.com/rest/enterprise-administration/portal/machines).
enum PortalMachines {
    static let name = "PORTAL.INTERNAL.LOCAL"

    @Sendable static func list(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome { .json(.object([.init("machines", .array([json]))])) }

    @Sendable static func one(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        try known(context)
        return .json(json)
    }

    /// `machines/status/{machine}`, and the newer `machines/{machine}/status`.
    @Sendable static func status(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        try known(context)
        return PortalOperation.done()
    }

    @Sendable static func hardware(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        try known(context)
        return .json(
            .object([
                .init("localMachineName", .string(name)), .init("systemMemoryMB", .int(16_384)),
                .init("numPhysicalCores", .int(4)), .init("numLogicalProcessors", .int(8)),
                .init("osName", .string("Linux")), .init("osArchitecture", .string("amd64")),
            ]))
    }

    /// Refuses to remove the only machine: a portal must have two of them for that (documented).
    @Sendable static func unregister(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let asked = try context.needed("machineName")
        guard ASCII.equal(asked, name) else { throw .missing(asked, [name]) }
        throw PortalRefusal(
            Administration.ErrorBodies.onlyMachine.about(asked), Administration.Rules.onlyMachine,
            [("machineName", asked)], "a portal with two machines, which the double does not have")
    }

    private static func known(_ context: RequestContext) throws(PortalRefusal) {
        let asked = context.names["machine"] ?? ""
        guard ASCII.equal(asked, name) else { throw .missing(asked, [name]) }
    }

    private static let json = JSON.object([
        .init("machineName", .string(name)), .init("adminURL", .string("https://\(name.lowercased()):7443/arcgis")),
        .init("role", .string("Primary")), .init("platform", .string("Linux-amd64-5.4.0")),
    ])
}
