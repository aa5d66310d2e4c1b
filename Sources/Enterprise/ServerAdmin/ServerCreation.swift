// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/createNewSite`, `joinSite` and `deleteSite`: what a machine of ArcGIS Server does before and after a site.
enum ServerCreation {
    /// Answers GET with the defaults, which an installer posts back (docs/reference/admin.md#a4), and POST with a site.
    static func create(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if deployment.servers[index].hasSite { return taken(&deployment, &context, index) }
        if context.isGet { return .json(defaults) }
        if let refused = unlicensed(deployment.servers[index], context.profile.version) { return refused }
        guard let name = context.parameters.given("username"), let password = context.parameters.given("password")
        else {
            return .refused(
                Administration.ErrorBodies.siteNeedsAdministrator,
                Verdict(
                    Administration.Rules.siteNeedsAdministrator,
                    facts: [.init("username", context.parameters.given("username") ?? "")],
                    wouldPass: "username and password of the primary site administrator to be"))
        }
        keep(&deployment, context, index)
        deployment.servers[index].siteAdmin = .init(username: name, password: password)
        deployment.servers[index].hasSite = true
        return .json(Administration.success)
    }

    /// Joins the site of another server, if the machine has a license.
    static func join(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if deployment.servers[index].hasSite { return taken(&deployment, &context, index) }
        if !context.isGet, let refused = unlicensed(deployment.servers[index], context.profile.version) {
            return refused
        }
        // A browser gets the form of the operation.
        guard !context.isGet else { return .json(.object([])) }
        return SiteJoining.join(&deployment, context, index)
    }

    /// Deletes the site with everything in it (captured: docs/reference/admin.md#a10).
    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if let refused = ServerAdministrator.enter(&deployment, &context, index) { return refused }
        guard !context.isGet else { return .json(Administration.success) }
        deployment.servers[index].siteAdmin = nil
        deployment.servers[index].siteAdminEpoch &+= 1
        deployment.servers[index].services = []
        deployment.servers[index].accounts = Accounts([])
        deployment.servers[index].federation = nil
        deployment.servers[index].hasSite = false
        for joined in deployment.sites.indices where deployment.sites[joined].joined == index {
            deployment.leave(site: index, server: joined)
        }
        deployment.sites[index] = ServerSetup(Accounts([]))
        return .json(Administration.success)
    }

    private static func unlicensed(_ server: ServerState, _ version: Version) -> Outcome? {
        guard server.license == .none else { return nil }
        let errorBody =
            switch server.platform {
            case .linux: Administration.ErrorBodies.unlicensedOnLinux
            // The product's name in the older words is the one that it had before 10.5.
            case .windows where version < .v10_5: Administration.ErrorBodies.unlicensedOnOldWindows
            case .windows: Administration.ErrorBodies.unlicensedOnWindows
            }
        return .refused(
            errorBody,
            Verdict(
                Administration.Rules.unlicensed,
                facts: [
                    .init("machine", server.machine), .init("license", server.license.rawValue),
                    .init("platform", server.platform.rawValue),
                ], wouldPass: "a server with license: \"standard\" in the scenario"))
    }

    /// A machine that has a site asks for its administrator first (inferred: a portal does).
    private static func taken(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) -> Outcome {
        if let refused = ServerAdministrator.enter(&deployment, &context, index) { return refused }
        return .refused(
            Administration.ErrorBodies.siteExists.about(deployment.servers[index].machine),
            Verdict(
                Administration.Rules.siteExists, facts: [.init("machine", deployment.servers[index].machine)],
                wouldPass: "a server with site: false in the scenario, or admin/deleteSite before"))
    }

    /// Keeps what the request says of the configuration store, the directories and the log, whose parameter has three
    /// names (docs/reference/admin.md#a2). What cannot be read counts as left out.
    private static func keep(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int
    ) {
        func given(_ name: String) -> JSON? {
            context.parameters.given(name).flatMap(JSON.lenient)
        }
        if let store = given("configstoreconnection")?.members {
            deployment.sites[index].settings["system/configstore"] = AdminSystem.configStore.merging(store)
        }
        if let directories = given("directories")?["directories"]?.elements {
            deployment.sites[index].lists["system/directories"] = directories.map { given in
                let name = given["name"]?.text ?? ""
                let entry = AdminSystem.directory(
                    name: name, path: "", type: "OUTPUT", cleanup: "NONE", age: 0)
                return entry.merging((given.members ?? []).filter { $0.value != .string("") })
            }
        }
        if let log = given("logssettings") ?? given("settings") ?? given("logsettings"),
            var members = AdminSystem.logSettings.merging(log.members ?? []).members
        {
            // It ends in a slash, whatever was set (docs/reference/admin.md#a28).
            for number in members.indices where members[number].name == "logDir" {
                let text = members[number].value.text ?? ""
                members[number].value = .string(text.hasSuffix("/") ? text : "\(text)/")
            }
            deployment.sites[index].settings[SettingsPath.log] = .object(members)
        }
    }

    private static let defaults = JSON.object([
        .init(
            "configStoreConnection",
            .object([
                .init("type", .string("FILESYSTEM")),
                .init("connectionString", .string("/opt/arcgis/server/usr/config-store")),
            ])),
        .init("directories", .object([.init("directories", .array(AdminSystem.directories))])),
    ])
}
