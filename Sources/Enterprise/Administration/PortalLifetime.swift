// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The site of a portal as a whole: `exportSite`, `importSite`, `deleteSite`, `upgrade`, `postUpgrade`,
/// `backupRestoreInfo` and `local` of `portaladmin`.
enum PortalLifetime {
    /// `exportSite`: the file has the name of the time, as one was captured (docs/reference/admin.md#e35). What it holds is
    /// the portal as it was, which `importSite` brings back.
    @Sendable static func export(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let folder = try context.needed("location")
        let stamp = ISO8601.format(context.now).map { $0.isNumber ? String($0) : "-" }.joined()
        let separator = folder.contains("\\") ? "\\" : "/"
        let file =
            "\(folder.hasSuffix(separator) ? String(folder.dropLast()) : folder)\(separator)\(stamp)FULL.portalsite"
        deployment.exports[file] = PortalExport(deployment.portals[index])
        return PortalOperation.done([.init("location", .string(file))])
    }

    /// `importSite`: only at the portal's own port, past the web adaptor (docs/reference/admin.md#e35).
    @Sendable static func `import`(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let file = try context.needed("location")
        guard
            deployment.portals[index].adaptorHosts.isEmpty || deployment.address(ofPortal: index, context) == .machine
        else {
            throw PortalRefusal(
                Administration.ErrorBodies.notThroughAdaptor, Administration.Rules.notThroughAdaptor,
                [("host", context.host)], "the name of the portal's machine, which directHosts gives")
        }
        guard let export = deployment.exports[file] else { throw .missing(file, deployment.exports.keys.sorted()) }
        export.restore(&deployment.portals[index])
        return PortalOperation.done()
    }

    /// `deleteSite`: the portal is as before `createNewSite`, without members, groups and content.
    @Sendable static func delete(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        for server in deployment.servers.indices where deployment.servers[server].federation?.portal == index {
            deployment.unfederate(server: server)
            deployment.servers[server].isHosting = false
        }
        deployment.portals[index].empty()
        return PortalOperation.done()
    }

    /// `upgrade`: of a portal that has nothing to upgrade; one whose `state` is upgrading is refused by the door.
    static func upgrade(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        guard deployment.portals[index].condition == .upgrading else {
            return .refused(
                Administration.ErrorBodies.nothingToUpgrade,
                Verdict(
                    Administration.Rules.nothingToUpgrade,
                    facts: [.init("version", deployment.portals[index].version.text)],
                    wouldPass: "a portal with state: \"upgrading\" in the scenario"))
        }
        let version = JSON.string(deployment.portals[index].version.text)
        guard !context.isGet else {
            return .json(.object([.init("isUpgrade", .bool(true)), .init("upgradeToVersion", version)]))
        }
        deployment.portals[index].condition = .started
        deployment.portals[index].documents["postUpgrade"] = .bool(true)
        let stage = JSON.object([
            .init("name", .string("Upgrade the portal")), .init("state", .string("Successful")),
        ])
        return PortalOperation.done([
            .init("stages", .array([stage])), .init("warnings", .array([])), .init("messages", .array([])),
            .init("upgradeToVersion", version),
        ])
    }

    /// `postUpgrade`: once after an upgrade; then the site is configured (docs/reference/admin.md#e6).
    @Sendable static func postUpgrade(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        guard deployment.portals[index].documents["postUpgrade"] != nil else {
            throw PortalRefusal(
                Administration.ErrorBodies.portalSiteExists, Administration.Rules.portalSiteExists,
                [("portal", deployment.portals[index].name)], "a portal that was upgraded just now")
        }
        deployment.portals[index].documents["postUpgrade"] = nil
        return PortalOperation.done([.init("recheckAfterSeconds", .int(10))])
    }

    /// `backupRestoreInfo`: what a backup tool asks for; the keys are inferred.
    @Sendable static func backup(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let isIncremental = deployment.portals[index].documents["system/database/settings"]
        return .json(
            .object([
                .init("portalVersion", .string(deployment.portals[index].version.text)),
                .init("isIncrementalBackupEnabled", isIncremental?["incrementalBackupEnabled"] ?? .bool(false)),
                .init("contentDirPath", .string("/opt/arcgis/portal/usr/arcgisportal/content")),
            ]))
    }

    /// `local`: the machine that answers, without a token.
    static func local(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        .json(.object([.init("machineName", .string(PortalMachines.name))]), caching: .anybody)
    }
}
