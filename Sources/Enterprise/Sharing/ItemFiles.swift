// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The files below `info` of an item: `updateInfo`, `deleteInfo`, and the thumbnail.
enum ItemFiles {
    /// Writes files below `info`; the answer is that of `updateResources` (docs/reference/sharing.md#s11).
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            let files = context.parameters.files
            guard !files.isEmpty else { return notGiven("file", context) }
            let folder = context.parameters.given("foldername").map { "\($0)/" } ?? ""
            for file in files {
                deployment.portals[index].content.write(
                    ItemResource(
                        name: folder + file.fileName, type: FileType.of(file.fileName), bytes: file.bytes,
                        created: context.now), of: item.id)
            }
            return done(deployment, index, item)
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            guard let name = context.parameters.given("infofile") else { return notGiven("infoFile", context) }
            let known = deployment.portals[index].content.infoFiles[item.id] ?? []
            guard known.contains(where: { $0.name == name }) else {
                return SharingDoor.Refused(
                    errorBody: Sharing.ErrorBodies.fileMissing,
                    verdict: Verdict(
                        Sharing.Rules.fileMissing, facts: [.init("item", item.id), .init("file", name)],
                        wouldPass: known.isEmpty ? "updateInfo before" : known.map(\.name).joined(separator: ", ")),
                    context
                ).outcome
            }
            deployment.portals[index].content.infoFiles[item.id]?.removeAll { $0.name == name }
            return done(deployment, index, item)
        }
    }

    /// Takes a picture as a file, in base64, or by a URL, which is not followed.
    static func updateThumbnail(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            let given = context.parameters
            let file = given.files.first.map { ($0.fileName, $0.bytes) }
            let data = (given.given("data") ?? given.given("thumbnaildata")).flatMap { text in
                Base64.decode(text.split(separator: ",").last.map(String.init) ?? text)
            }
            guard let (name, bytes) = file ?? data.map({ (given.given("filename") ?? "thumbnail.png", $0) }) else {
                return notGiven("file", context)
            }
            deployment.change(item: item.id, portal: index) { item in
                item.thumbnail = ContentItem.Thumbnail(name: name, bytes: bytes)
                item.modified = context.now
            }
            return .json(.object([.init("success", .bool(true)), .init("itemId", .string(item.id))]))
        }
    }

    static func deleteThumbnail(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            deployment.change(item: item.id, portal: index) { item in
                item.thumbnail = nil
                item.modified = context.now
            }
            return .json(.object([.init("success", .bool(true)), .init("itemId", .string(item.id))]))
        }
    }

    private static func done(_ deployment: Deployment, _ index: Int, _ item: ContentItem) -> Outcome {
        let folder = item.folder.map { Folder.id(deployment.portals[index], item.owner ?? "", $0) }
        return .json(
            .object([
                .init("success", .bool(true)), .init("itemId", .string(item.id)), .init("owner", .orNull(item.owner)),
                .init("folder", .orNull(folder)),
            ]))
    }

    private static func notGiven(_ name: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notGiven.about(name),
            verdict: Verdict(Sharing.Rules.notGiven, facts: [.init("missing", name)], wouldPass: "\(name)=…"), context
        ).outcome
    }

    private static func owned(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int, ContentItem) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.owned(&deployment, &context) { deployment, context, index, _, _, item in
                body(&deployment, context, index, item)
            }
        }
    }
}
