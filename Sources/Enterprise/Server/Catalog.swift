// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

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
        let visible = entries(deployment, index, caller).filter(\.isVisible)
        let made = deployment.sites[index].folders.map(\.name)
        let folders = Set(visible.lazy.map(\.folder)).union(made).subtracting([""]).sorted()
        return list(
            visible.filter { $0.folder.isEmpty }, folders, deployment.servers[index].version,
            url: deployment.url(ofServer: index, context))
    }

    /// What the catalog says of a service, which is large to copy and to sort.
    private struct Entry {
        var name: String
        var folder: String
        var types: [String]
        var isVisible: Bool
    }

    private static func entries(_ deployment: Deployment, _ server: Int, _ caller: Caller) -> [Entry] {
        let isSecured = deployment.servers[server].isSecured
        return deployment.servers[server].services.indices.compactMap { number in
            guard deployment.servers[server].services[number].running != .missing else { return nil }
            return Entry(
                name: deployment.servers[server].services[number].name,
                folder: deployment.servers[server].services[number].folder,
                types: deployment.servers[server].services[number].types,
                isVisible: !isSecured
                    || deployment.maySee(
                        deployment.servers[server].services[number].access,
                        owner: deployment.servers[server].services[number].owner, caller)
            )
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
        let inside = entries(deployment, index, caller).filter { $0.folder == folder }
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
        return list(visible, [], deployment.servers[index].version, url: deployment.url(ofServer: index, context))
    }

    /// Returns the entries, with names qualified by the folder, one entry per type, sorted by name (captured).
    ///
    /// They may be thousands, so they are written at once, without values in between.
    private static func list(
        _ services: [Entry], _ folders: [String], _ version: Version, url: String
    ) -> Outcome {
        var members: [JSON.Member] = version.number.map { [.init("currentVersion", .number($0))] } ?? []
        // ArcGIS Online has none (captured).
        if !version.isOnline { members.append(.init("folders", .array(folders.map(JSON.string)))) }
        members.append(.init("services", .array([])))
        let style = version.style
        var out = JSONWriter.json(.object(members), style: style)
        out.removeLast(2)
        out.reserveCapacity(out.count + services.count * 64)
        var isFirst = true
        for service in services.sorted(by: { $0.name < $1.name }) {
            for type in service.types {
                out += isFirst ? #"{"name":"#.utf8 : #",{"name":"#.utf8
                isFirst = false
                JSONWriter.append(.string(service.name), style: style, to: &out)
                out += #","type":"#.utf8
                JSONWriter.append(.string(type), style: style, to: &out)
                if version.isOnline {
                    let address = JSON.string("\(url)/rest/services/\(service.name)/\(type)")
                    JSONWriter.append(.init("url", address), style: style, to: &out)
                }
                out.append(UInt8(ascii: "}"))
            }
        }
        out += "]}".utf8
        return Outcome(body: .written(out))
    }
}
