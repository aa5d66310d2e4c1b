// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// An item's file in parts: `addPart`, `commit`, `cancel` and what tells of parts (docs/reference/sharing.md#s13, #s14).
enum ItemUpload {
    /// Takes a part of a file, by its number.
    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            guard let number = number(context) else { return noNumber(context) }
            let part = part(context)
            if let full = Quota.refuse(deployment, context, index, item.owner ?? "", adding: part.count) { return full }
            deployment.portals[index].content.parts[item.id, default: [:]][number] = part
            return done(item)
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            guard let number = number(context) else { return noNumber(context) }
            let known = deployment.portals[index].content.parts[item.id] ?? [:]
            guard known[number] != nil else { return noParts(item, known, context) }
            deployment.portals[index].content.parts[item.id]?[number] = nil
            return done(item)
        }
    }

    /// Puts the parts together, in the order of their numbers, and takes properties of the item with them.
    static func commit(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            let parts = deployment.portals[index].content.parts[item.id] ?? [:]
            guard !parts.isEmpty else { return noParts(item, parts, context) }
            let last = parts.keys.max() ?? 0
            let gap = (1...last).first { parts[$0] == nil }
            deployment.change(item: item.id, portal: index) { item in
                item.change(context)
                guard gap == nil else { return }
                let bytes = (1...last).flatMap { parts[$0] ?? [] }
                item.data = .file(bytes, type: FileType.of(item.name ?? ""))
            }
            deployment.portals[index].content.parts[item.id] = nil
            deployment.portals[index].content.partial.remove(item.id)
            deployment.begin(
                .upload, of: item.id, portal: index, context,
                failure: gap.map { .init(message: "failed", reason: "part \($0) of \(last) was not uploaded") })
            return done(item, "id")
        }
    }

    /// Gives an upload up: the item is gone.
    static func cancel(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        owned(&deployment, &context) { deployment, context, index, item in
            guard deployment.portals[index].content.partial.contains(item.id) else {
                return noParts(item, deployment.portals[index].content.parts[item.id] ?? [:], context)
            }
            deployment.delete(item: item.id, portal: index)
            return done(item, "id")
        }
    }

    static func parts(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.owned(&deployment, &context) { deployment, _, index, _, _, item in
            let parts = deployment.portals[index].content.parts[item.id] ?? [:]
            return .json(.object([.init("parts", .array(parts.keys.sorted().map(JSON.int)))]))
        }
    }

    static func count(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.owned(&deployment, &context) { deployment, _, index, _, _, item in
            .json(.object([.init("count", .int(deployment.portals[index].content.parts[item.id]?.count ?? 0))]))
        }
    }

    // MARK: the way in

    private static func number(_ context: RequestContext) -> Int? {
        context.parameters.given("partnum").flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
    }

    /// The bytes of the part: a file of the form, or the body itself.
    private static func part(_ context: RequestContext) -> [UInt8] {
        context.parameters.files.first?.bytes ?? context.call.request.body
    }

    private static func done(_ item: ContentItem, _ key: String? = nil) -> Outcome {
        .json(.object([.init("success", .bool(true))] + (key.map { [.init($0, .string(item.id))] } ?? [])))
    }

    private static func noNumber(_ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notGiven.about("partNum"),
            verdict: Verdict(
                Sharing.Rules.notGiven, facts: [.init("missing", "partNum")], wouldPass: "partNum from 1 to 10000"),
            context
        ).outcome
    }

    private static func noParts(_ item: ContentItem, _ parts: [Int: [UInt8]], _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ContentErrorBodies.partMissing,
            verdict: Verdict(
                Sharing.ContentRules.partMissing,
                facts: [
                    .init("item", item.id),
                    .init("parts", parts.keys.sorted().map(String.init).joined(separator: ", ")),
                ], wouldPass: "addItem with multipart=true and addPart before"), context
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

extension Deployment {
    /// Begins a job of an item, which takes its time on the deployment's clock, and returns its id.
    @discardableResult
    mutating func begin(
        _ kind: ContentJob.Kind, of item: String, portal index: Int, _ context: RequestContext,
        failure: ContentJob.Failure? = nil
    ) -> String {
        let id = kind == .upload ? "" : "j\(newID())"
        let due = context.now.advanced(milliseconds: portals[index].content.publishing.duration)
        portals[index].content.jobs.append(
            ContentJob(id: id, kind: kind, itemID: item, due: due, failure: failure))
        return id
    }

    /// Returns 32 hexadecimal digits that the seed decides.
    mutating func newID() -> String {
        Hex.encode((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
