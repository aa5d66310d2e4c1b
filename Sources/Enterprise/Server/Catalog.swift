// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `rest/services` and its folders: docs/reference/catalog-and-descriptions.md#catalog-and-information.
enum Catalog {
    /// The number of services from which sorting and writing them takes so long that others should not wait for it.
    private static let many = 500

    static func root(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        guard case .server(let index) = context.site else { return .ready(.page(Page.notFound)) }
        let caller: Caller
        switch ServiceDoor.caller(&deployment, &context) {
        case .failure(let refused): return .ready(refused.outcome)
        case .success(let found): caller = found
        }
        if case .other(let format) = context.format {
            return .ready(OutputFormat.answer(format, ["json", "pjson"], context.route.summary, &context))
        }
        let entries = entries(deployment, index, caller)
        let made = deployment.sites[index].folders.map(\.name)
        let version = deployment.servers[index].version
        let url = deployment.url(ofServer: index, context)
        return deferred(entries.count) {
            let visible = entries.filter(\.isVisible)
            let folders = Set(visible.lazy.map { String($0.folder) }).union(made).subtracting([""]).sorted()
            return list(visible.filter { $0.folder.isEmpty }, folders, version, url: url)
        }
    }

    private static func deferred(_ count: Int, _ work: @escaping @Sendable () -> Outcome) -> Deferrable<Outcome> {
        count > many ? .deferred(work) : .ready(work())
    }

    /// What the catalog says of a service, which is large to copy and to sort.
    private struct Entry {
        var name: String
        var types: [String]
        var isVisible: Bool

        var folder: Substring { name.firstIndex(of: "/").map { name[..<$0] } ?? "" }
    }

    private static func entries(_ deployment: Deployment, _ server: Int, _ caller: Caller) -> [Entry] {
        let isSecured = deployment.servers[server].isSecured
        let services = deployment.servers[server].services
        var entries: [Entry] = []
        entries.reserveCapacity(services.count)
        // Services are read where they stand, and only what is stored: they are large to copy.
        for number in services.indices where services[number].running != .missing {
            let isVisible =
                !isSecured
                || deployment.maySee(services[number].access, owner: services[number].owner, caller)
            entries.append(Entry(name: services[number].name, types: services[number].types, isVisible: isVisible))
        }
        return entries
    }

    static func folder(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        guard case .server(let index) = context.site else { return .ready(.page(Page.notFound)) }
        let caller: Caller
        switch ServiceDoor.caller(&deployment, &context) {
        case .failure(let refused): return .ready(refused.outcome)
        case .success(let found): caller = found
        }
        if case .other(let format) = context.format {
            return .ready(OutputFormat.answer(format, ["json", "pjson"], context.route.summary, &context))
        }
        let folder = context.names["folder"] ?? ""
        let inside = entries(deployment, index, caller).filter { $0.folder == folder }
        guard !inside.isEmpty || deployment.sites[index].folders.contains(where: { $0.name == folder }) else {
            let folders = Set(deployment.servers[index].services.map(\.folder)).subtracting([""]).sorted()
                .joined(separator: ", ")
            return .ready(
                .refused(
                    ServerDirectory.ErrorBodies.folderNotFound,
                    Verdict(
                        ServerDirectory.Rules.folderNotFound, facts: [.init("folder", folder)],
                        wouldPass: folders.isEmpty ? "rest/services: there are no folders" : "one of \(folders)")))
        }
        let visible = inside.filter(\.isVisible)
        if visible.isEmpty, caller == .anonymous, context.choice(.catalogSecuredFolder) == .require {
            return .ready(ServiceDoor.required("folder \(folder)", &context).outcome)
        }
        let version = deployment.servers[index].version
        let url = deployment.url(ofServer: index, context)
        return deferred(visible.count) { list(visible, [], version, url: url) }
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
