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
        let visible = services(deployment, index) { deployment.maySee($0, caller, deployment.servers[index]) }
        let made = deployment.sites[index].folders.map(\.name)
        let folders = Set(visible.map(\.folder)).union(made).subtracting([""]).sorted()
        return .json(
            list(
                visible.filter { $0.folder.isEmpty }, folders, deployment.servers[index].version,
                url: deployment.url(ofServer: index, context)))
    }

    /// What the catalog says of a service, which is large to copy and to sort.
    private struct Entry {
        var name: String
        var folder: String
        var types: [String]
        var isVisible: Bool
    }

    private static func services(
        _ deployment: Deployment, _ server: Int, isVisible: (ServiceState) -> Bool
    ) -> [Entry] {
        entries(deployment, server, isVisible: isVisible).filter(\.isVisible)
    }

    private static func entries(
        _ deployment: Deployment, _ server: Int, isVisible: (ServiceState) -> Bool
    ) -> [Entry] {
        deployment.servers[server].services.indices.compactMap { number in
            guard deployment.servers[server].services[number].running != .missing else { return nil }
            return Entry(
                name: deployment.servers[server].services[number].name,
                folder: deployment.servers[server].services[number].folder,
                types: deployment.servers[server].services[number].types,
                isVisible: isVisible(deployment.servers[server].services[number]))
        }
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
        let folder = context.names["folder"] ?? ""
        let all = entries(deployment, index) { deployment.maySee($0, caller, deployment.servers[index]) }
        let inside = all.filter { $0.folder == folder }
        guard !inside.isEmpty || deployment.sites[index].folders.contains(where: { $0.name == folder }) else {
            let folders = Set(deployment.servers[index].services.map(\.folder)).subtracting([""]).sorted()
                .joined(separator: ", ")
            return .refused(
                ServerDirectory.ErrorBodies.folderNotFound,
                Verdict(
                    ServerDirectory.Rules.folderNotFound, facts: [.init("folder", folder)],
                    wouldPass: folders.isEmpty ? "rest/services: there are no folders" : "one of \(folders)"))
        }
        let visible = inside.filter(\.isVisible)
        if visible.isEmpty, caller == .anonymous, context.choice(.catalogSecuredFolder) == .require {
            return ServiceDoor.required("folder \(folder)", &context).outcome
        }
        return .json(
            list(
                visible, [], deployment.servers[index].version, url: deployment.url(ofServer: index, context)))
    }

    /// Returns the entries, with names qualified by the folder, one entry per type, sorted by name (captured).
    private static func list(
        _ services: [Entry], _ folders: [String], _ version: Version, url: String
    ) -> JSON {
        let entries = services.sorted { $0.name < $1.name }.flatMap { service in
            service.types.map { type in
                var members: [JSON.Member] = [.init("name", .string(service.name)), .init("type", .string(type))]
                if version.isOnline {
                    members.append(.init("url", .string("\(url)/rest/services/\(service.name)/\(type)")))
                }
                return JSON.object(members)
            }
        }
        var members: [JSON.Member] = version.number.map { [.init("currentVersion", .number($0))] } ?? []
        // ArcGIS Online has none (captured).
        if !version.isOnline { members.append(.init("folders", .array(folders.map(JSON.string)))) }
        members.append(.init("services", .array(entries)))
        return .object(members)
    }
}
