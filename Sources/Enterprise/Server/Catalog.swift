// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `rest/services` and its folders: docs/reference/catalog-and-descriptions.md#catalog-and-information.
enum Catalog {
    static func root(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let caller: Caller
        switch ServiceDoor.caller(&deployment, &context) {
        case .failure(let refused): return refused.outcome
        case .success(let found): caller = found
        }
        if case .other(let format) = context.format {
            return OutputFormat.answer(format, ["json", "pjson"], context.route.summary, &context)
        }
        let server = deployment.servers[index]
        let visible = server.services.filter { $0.running != .missing && deployment.maySee($0, caller, server) }
        let made = deployment.sites[index].folders.map(\.name)
        let folders = Set(visible.map(\.folder)).union(made).subtracting([""]).sorted()
        return .json(
            list(visible.filter { $0.folder.isEmpty }, folders, server, url: deployment.url(ofServer: index, context)))
    }

    static func folder(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let caller: Caller
        switch ServiceDoor.caller(&deployment, &context) {
        case .failure(let refused): return refused.outcome
        case .success(let found): caller = found
        }
        if case .other(let format) = context.format {
            return OutputFormat.answer(format, ["json", "pjson"], context.route.summary, &context)
        }
        let server = deployment.servers[index]
        let folder = context.names["folder"] ?? ""
        let inside = server.services.filter { $0.folder == folder && $0.running != .missing }
        guard !inside.isEmpty || deployment.sites[index].folders.contains(where: { $0.name == folder }) else {
            let folders = Set(server.services.map(\.folder)).subtracting([""]).sorted().joined(separator: ", ")
            return .refused(
                ServerDirectory.ErrorBodies.folderNotFound,
                Verdict(
                    ServerDirectory.Rules.folderNotFound, facts: [.init("folder", folder)],
                    wouldPass: folders.isEmpty ? "rest/services: there are no folders" : "one of \(folders)"))
        }
        let visible = inside.filter { deployment.maySee($0, caller, server) }
        if visible.isEmpty, caller == .anonymous, context.choice(.catalogSecuredFolder) == .require {
            return ServiceDoor.required("folder \(folder)", &context).outcome
        }
        return .json(list(visible, [], server, url: deployment.url(ofServer: index, context)))
    }

    /// Returns the entries, with names qualified by the folder, one entry per type, sorted by name (captured).
    private static func list(
        _ services: [ServiceState], _ folders: [String], _ server: ServerState, url: String
    ) -> JSON {
        let entries = services.sorted { $0.name < $1.name }.flatMap { service in
            service.types.map { type in
                var members: [JSON.Member] = [.init("name", .string(service.name)), .init("type", .string(type))]
                if server.version.isOnline {
                    members.append(.init("url", .string("\(url)/rest/services/\(service.name)/\(type)")))
                }
                return JSON.object(members)
            }
        }
        var members: [JSON.Member] = server.version.number.map { [.init("currentVersion", .number($0))] } ?? []
        // ArcGIS Online has none (captured).
        if !server.version.isOnline { members.append(.init("folders", .array(folders.map(JSON.string)))) }
        members.append(.init("services", .array(entries)))
        return .object(members)
    }
}
