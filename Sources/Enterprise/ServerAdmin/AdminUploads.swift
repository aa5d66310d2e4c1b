// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/uploads`: files for publishing and extensions, whole or in parts.
enum AdminUploads {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    static let routes: [Route] = [
        Administration.resource("uploads", "The uploaded items.", .reported("docs/reference/admin.md#c2")) {
            deployment, context, index throws(AdminRefusal) in
            .json(.object([.init("items", .array(deployment.sites[index].uploads.map(entry)))]))
        },
        Administration.operation(
            "uploads/upload", "Uploads a file.", .publisher, .reported("docs/reference/admin.md#c1"), upload),
        Administration.operation(
            "uploads/register", "Begins an upload in parts.", .publisher, .documented("\(manual)registeritem")
        ) { deployment, context, index throws(AdminRefusal) in
            let name = try context.required("itemName")
            try admit(name, deployment, index)
            var item = item(name, &deployment, context)
            item.isCommitted = false
            return add(item, &deployment, index)
        },
        Administration.resource("uploads/{upload}", "An uploaded item.", .documented("\(manual)uploadeditem")) {
            deployment, context, index throws(AdminRefusal) in
            .json(entry(deployment.sites[index].uploads[try find(deployment, context, index)]))
        },
        Administration.resource(
            "uploads/{upload}/parts", "The parts that have come.", .documented("\(manual)uploadedparts")
        ) { deployment, context, index throws(AdminRefusal) in
            let parts = deployment.sites[index].uploads[try find(deployment, context, index)].parts
            return .json(.object([.init("parts", .array(parts.keys.sorted().map { .int($0) }))]))
        },
        Administration.operation(
            "uploads/{upload}/uploadPart", "Uploads a part.", .publisher, .documented("\(manual)uploadpart"), part),
        Administration.operation(
            "uploads/{upload}/commit", "Makes one file of the parts.", .publisher, .documented("\(manual)commit"),
            commit),
        Administration.operation(
            "uploads/{upload}/delete", "Deletes an uploaded item.", .publisher, .documented("\(manual)deleteitem")
        ) { deployment, context, index throws(AdminRefusal) in
            deployment.sites[index].uploads.remove(at: try find(deployment, context, index))
            return .json(Administration.success)
        },
        Administration.resource(
            "uploads/{upload}/serviceconfiguration.json", "The service of an uploaded service definition.",
            .reported("docs/reference/admin.md#c4; the double takes its name from the file")
        ) { deployment, context, index throws(AdminRefusal) in
            let item = deployment.sites[index].uploads[try find(deployment, context, index)]
            guard ASCII.equal(String(item.name.suffix(3)), ".sd") else {
                throw AdminRefusal.missing("serviceconfiguration.json", among: [])
            }
            return .json(configuration(String(item.name.dropLast(3))))
        },
        Administration.resource(
            "uploads/{upload}/download", "The file.", .inferred("as of the enterprise directory")
        ) { deployment, context, index throws(AdminRefusal) in
            let item = deployment.sites[index].uploads[try find(deployment, context, index)]
            return Outcome(body: .bytes(item.bytes, type: "application/octet-stream"))
        },
    ]

    static func entry(_ item: ServerUpload) -> JSON {
        .object([
            .init("itemID", .string(item.id)), .init("itemName", .string(item.name)),
            .init("description", item.description.map(JSON.string) ?? .null),
            .init(
                "pathOnServer",
                .string("/opt/arcgis/server/usr/directories/arcgissystem/arcgisuploads/\(item.id)/\(item.name)")),
            .init("date", .number(String(item.date.milliseconds))), .init("committed", .bool(item.isCommitted)),
            // What agsadmin reads of each besides.
            .init("serviceName", .null), .init("contentType", .string("application/octet-stream")),
        ])
    }

    private static func find(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Int {
        let asked = context.names["upload"] ?? ""
        let uploads = deployment.sites[index].uploads
        guard let number = uploads.firstIndex(where: { $0.id == asked }) else {
            throw AdminRefusal.missing(asked, among: uploads.map(\.id))
        }
        return number
    }

    private static func item(
        _ name: String, _ deployment: inout Deployment, _ context: RequestContext
    ) -> ServerUpload {
        ServerUpload(
            id: "i\(AdminIdentifier.uuid(&deployment))", name: name,
            description: context.parameters.given("description"), date: context.now)
    }

    private static func add(_ item: ServerUpload, _ deployment: inout Deployment, _ index: Int) -> Outcome {
        deployment.sites[index].uploads.append(item)
        return .json(Administration.success.merging([.init("item", entry(item))]))
    }

    /// Refuses a file whose ending the site does not admit, if an administrator has said which it does.
    private static func admit(_ name: String, _ deployment: Deployment, _ index: Int) throws(AdminRefusal) {
        let listed = deployment.sites[index].setting(SettingsPath.properties, "uploadFileExtensionWhitelist")?.text
        guard let listed, !listed.isEmpty else { return }
        let endings = listed.lowercased().split(separator: ",").map { $0.filter { $0 != " " && $0 != "." } }
        let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "").lowercased() : ""
        guard endings.contains(ending) else {
            throw AdminRefusal(
                Administration.ErrorBodies.fileType.about(ending), Administration.Rules.fileType,
                facts: [.init("file", name), .init("uploadFileExtensionWhitelist", listed)],
                wouldPass: "a file with one of the endings \(endings.joined(separator: ", "))")
        }
    }

    @Sendable private static func upload(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        guard let file = context.parameters.files.first(where: { $0.name == "itemfile" }) else {
            throw AdminRefusal.notGiven("itemFile", "a file in multipart/form-data")
        }
        try admit(file.fileName, deployment, index)
        var item = item(file.fileName, &deployment, context)
        item.bytes = file.bytes
        return add(item, &deployment, index)
    }

    @Sendable private static func part(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let number = try find(deployment, context, index)
        // The documentation has partId, the ArcGIS API for Python partNumber.
        var text = context.parameters.given("partnumber") ?? ""
        if text.isEmpty { text = try context.required("partId") }
        guard let part = Int(text) else { throw AdminRefusal.badValue("partId", text, ["a number"]) }
        guard let file = context.parameters.files.first else { throw AdminRefusal.notGiven("partFile") }
        deployment.sites[index].uploads[number].parts[part] = file.bytes
        return .json(Administration.success)
    }

    @Sendable private static func commit(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let number = try find(deployment, context, index)
        let parts = deployment.sites[index].uploads[number].parts
        let text = (context.parameters.given("parts") ?? "").filter { !"[]\" ".contains($0) }
        let asked = text.isEmpty ? parts.keys.sorted() : text.split(separator: ",").compactMap { Int($0) }
        if let missing = asked.first(where: { parts[$0] == nil }) {
            throw AdminRefusal(
                Administration.ErrorBodies.notCommitted.about(deployment.sites[index].uploads[number].id),
                Administration.Rules.notCommitted, facts: [.init("part", "\(missing)")],
                wouldPass: "uploadPart with partId=\(missing) before")
        }
        deployment.sites[index].uploads[number].bytes = asked.flatMap { parts[$0] ?? [] }
        deployment.sites[index].uploads[number].parts = [:]
        deployment.sites[index].uploads[number].isCommitted = true
        return .json(Administration.success)
    }

    private static func configuration(_ name: String) -> JSON {
        .object([
            .init("folderName", .string("")),
            .init(
                "service",
                .object([
                    .init("serviceName", .string(name)), .init("type", .string("MapServer")),
                    .init("description", .string("")), .init("capabilities", .string("Map,Query,Data")),
                    .init("clusterName", .string("default")), .init("minInstancesPerNode", .int(1)),
                    .init("maxInstancesPerNode", .int(2)), .init("properties", .object([])),
                    .init("extensions", .array([])),
                ])),
        ])
    }
}
