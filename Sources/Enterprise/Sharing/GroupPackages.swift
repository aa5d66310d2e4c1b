// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `export` and `import` of a group: its items in a file that another portal reads. Items are kept with their data; of
/// services, their items alone.
enum GroupPackages {
    static let rows: [Sharing.Both] = [
        Sharing.Both(
            "community/groups/{id}/export", "The items of a group as an item of their own.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/export-group-content"), export
        ).from(.v10_8_1),
        Sharing.Both(
            "community/groups/{id}/import", "The items of such an item, shared with a group.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/import-group"), load
        ).from(.v10_8_1),
        Sharing.Both(
            "portals/{id}/jobs/{job}", "How far such work has come.",
            .reported("pypi.org/project/arcgis/2.4.4 polls status until it is completed"), status
        ).from(.v10_8_1),
    ]

    private static let type = "Export Package"
    private static let list = "items.json"

    private static func export(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, context, index, number in
            let group = deployment.portals[index].groups[number]
            let asked = ItemEdits.list(context.parameters.given("itemidlist"))
            let items =
                deployment.portals[index].items.isEmpty && asked.isEmpty
                ? []
                : deployment.content(ofPortal: index, context) {
                    $0.groups.contains(group.id) && $0.type != type && (asked.isEmpty || asked.contains($0.id))
                }
            guard !items.isEmpty else { return refused("the group has no such items", context) }
            if ASCII.equal(context.parameters["previewonly"] ?? "", "true") {
                return .json(
                    .object([.init("totalItems", .int(items.count)), .init("items", .array(items.map(brief)))]))
            }
            var files = [(list, JSONWriter.json(.array(items.map(whole))))]
            for item in items {
                if case .file(let bytes, _) = item.data { files.append(("data/\(item.id)", bytes)) }
            }
            let stem =
                context.parameters.given("outputfilename")
                ?? "\(group.title ?? group.id)_\(context.now.milliseconds)"
            let name = stem.hasSuffix(".epk") ? stem : "\(stem).epk"
            var package = ContentItem(id: deployment.newID(), title: name, type: type)
            (package.name, package.owner, package.access) = (name, context.caller, .owner)
            (package.created, package.modified) = (context.now, context.now)
            package.data = .file(ZIPWriter.archive(files), type: "application/octet-stream")
            deployment.portals[index].items.append(package)
            return done(
                .object([
                    .init("itemId", .string(package.id)), .init("itemsExported", .int(items.count)),
                ]), &deployment, index, context)
        }
    }

    private static func load(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        GroupEdits.managed(&deployment, &context) { deployment, context, index, number in
            let id = context.parameters.given("itemid") ?? ""
            guard let package = deployment.item(id, ofPortal: index, context), package.type == type,
                case .file(let bytes, _) = package.data, let archive = ZIPArchive(bytes),
                let listed = archive.entries.first(where: { $0.name == list }),
                let entries = (try? JSONReader.read(listed.bytes))?.elements
            else { return refused("item \(id) is no export package", context) }
            let asked = ItemEdits.list(context.parameters.given("itemidlist"))
            let wanted = entries.filter { asked.isEmpty || asked.contains($0["id"]?.text ?? "") }
            if ASCII.equal(context.parameters["previewonly"] ?? "", "true") {
                return .json(.object([.init("totalItems", .int(wanted.count)), .init("items", .array(wanted))]))
            }
            let overwrites = ASCII.equal(context.parameters["overwriteexistingitems"] ?? "", "true")
            let group = deployment.portals[index].groups[number].id
            let owner = context.parameters.given("folderownerusername") ?? context.caller ?? ""
            let folder = context.parameters.given("folderid")
                .flatMap { UserContent.named($0, deployment.portals[index], owner) }
            var counts = (imported: 0, skipped: 0)
            for entry in wanted {
                guard var item = read(entry, archive) else { continue }
                if let there = deployment.written(item.id, index) {
                    guard overwrites else {
                        counts.skipped += 1
                        continue
                    }
                    deployment.portals[index].items.remove(at: there)
                }
                (item.owner, item.folder, item.created) = (owner, folder, context.now)
                item.access = .groups([group])
                deployment.portals[index].items.append(item)
                counts.imported += 1
            }
            if ASCII.equal(context.parameters["keeppackageitemafterimport"] ?? "", "false") {
                deployment.delete(item: id, portal: index)
            }
            return done(
                .object([
                    .init("itemsImported", .int(counts.imported)), .init("itemsSkipped", .int(counts.skipped)),
                    .init("itemsFailed", .int(wanted.count - counts.imported - counts.skipped)),
                ]), &deployment, index, context)
        }
    }

    private static func status(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalSelf.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("portals/self/jobs", context) }
            let id = context.names["job"] ?? ""
            guard let job = deployment.portals[index].content.portalJobs.first(where: { $0.id == id }) else {
                return SharingDoor.refused(
                    Sharing.ContentErrorBodies.jobMissing, Sharing.ContentRules.jobMissing, [("job", id)],
                    "the jobId of an export or import of a group with async=true", context)
            }
            let isDone = context.now >= job.due
            return .json(
                .object([
                    .init("id", .string(job.id)), .init("status", .string(isDone ? "completed" : "processing")),
                    .init("progress", .int(isDone ? 100 : 0)), .init("result", isDone ? job.result : .null),
                ]))
        }
    }

    /// Answers with the result or, with `async=true`, with the job that has it.
    private static func done(
        _ result: JSON, _ deployment: inout Deployment, _ index: Int, _ context: RequestContext
    ) -> Outcome {
        guard ASCII.equal(context.parameters["async"] ?? "", "true") else {
            return SharingDoor.done(result.members ?? [])
        }
        let job = PortalJob(
            id: deployment.newID(), key: deployment.newID(),
            due: context.now.advanced(milliseconds: deployment.portals[index].content.publishing.duration),
            result: result)
        deployment.portals[index].content.portalJobs.append(job)
        return SharingDoor.done([.init("jobId", .string(job.id)), .init("key", .string(job.key))])
    }

    private static func refused(_ reason: String, _ context: RequestContext) -> Outcome {
        SharingDoor.refused(
            Sharing.ContentErrorBodies.notPackage.about(reason), Sharing.ContentRules.notPackage,
            [("reason", reason)], "the itemId of an Export Package with such items", context)
    }

    // MARK: items

    private static func brief(_ item: ContentItem) -> JSON {
        .object([
            .init("id", .string(item.id)), .init("title", .string(item.title)), .init("type", .string(item.type)),
        ])
    }

    private static func whole(_ item: ContentItem) -> JSON {
        var members = brief(item).members ?? []
        members += [
            .init("typeKeywords", .strings(item.typeKeywords)), .init("tags", .strings(item.tags)),
            .init("description", .orNull(item.description)), .init("snippet", .orNull(item.snippet)),
            .init("url", .orNull(item.url)), .init("name", .orNull(item.name)),
        ]
        switch item.data {
        case .nothing: break
        case .json(let json): members.append(.init("text", json))
        case .file(_, let type): members.append(.init("dataType", .string(type)))
        }
        return .object(members)
    }

    private static func read(_ entry: JSON, _ archive: ZIPArchive) -> ContentItem? {
        guard let id = entry["id"]?.text, Folder.isID(id), let type = entry["type"]?.text else { return nil }
        var item = ContentItem(id: id, title: entry["title"]?.text ?? "", type: type)
        item.typeKeywords = entry["typeKeywords"]?.elements?.compactMap(\.text) ?? []
        item.tags = entry["tags"]?.elements?.compactMap(\.text) ?? []
        (item.description, item.snippet) = (entry["description"]?.text, entry["snippet"]?.text)
        (item.url, item.name) = (entry["url"]?.text, entry["name"]?.text)
        if let text = entry["text"] { item.data = .json(text) }
        if let type = entry["dataType"]?.text, let file = archive.entries.first(where: { $0.name == "data/\(id)" }) {
            item.data = .file(file.bytes, type: type)
        }
        return item
    }
}
