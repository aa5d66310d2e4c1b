// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/data`: kinds of items, their manifests and machines, and the types of relational stores.
enum DataStoreResources {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let item = "data/items/{kind}/{item}"

    static let routes: [Route] = [
        Administration.resource(
            "data/items/{kind}", "The registered items of a kind.",
            .documented("\(manual)dataitem; its keys are inferred")
        ) { deployment, context, index throws(AdminRefusal) in
            let path = "/\(context.names["kind"] ?? "")"
            let known = AdminSystem.dataRoots["rootItems"]?.elements?.compactMap(\.text) ?? []
            guard known.contains(path) else { throw AdminRefusal.missing(String(path.dropFirst()), among: known) }
            let items = AdminDataItems.items(deployment, index).filter {
                $0["path"]?.text?.hasPrefix("\(path)/") == true
            }
            return .json(.object([.init("parentPath", .string(path)), .init("childItems", .array(items))]))
        },
        Administration.resource(
            "\(item)/manifest", "The datasets of a big data file share.", since: .v10_5,
            .documented("\(manual)big-data-file-share-manifest; pypi.org/project/arcgis/2.4.4 reads its datasets")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminDataItems.find(AdminDataItems.items(deployment, index), context)
            return .json(
                deployment.sites[index].settings[manifest(context)] ?? .object([.init("datasets", .array([]))]))
        },
        Administration.operation(
            "\(item)/manifest/update", "Replaces them, by a file or by fileData.", since: .v10_5,
            .documented("\(manual)big-data-file-share-manifest-update")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminDataItems.find(AdminDataItems.items(deployment, index), context)
            deployment.sites[index].settings[manifest(context)] = try sent(context)
            return .json(Administration.success)
        },
        Administration.resource(
            "\(item)/manifest/regenerate", "Looks at the data anew: they are as they were.", since: .v10_7,
            .documented("\(manual)big-data-file-share-manifest-regeneration")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminDataItems.find(AdminDataItems.items(deployment, index), context)
            return .json(.object([.init("success", .bool(true))]))
        },
        Administration.resource(
            "\(item)/machines/{machine}", "A machine of a data store.", .inferred("as an entry of the list")
        ) { deployment, context, index throws(AdminRefusal) in
            .json(.object([.init("name", .string(try machine(deployment, context, index)))]))
        },
        Administration.operation(
            "\(item)/machines/{machine}/{operation}", "Starts, stops or removes it, or makes it the primary one.",
            .reported("docs/reference/admin.md#c12")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try machine(deployment, context, index)
            let known = ["start", "stop", "remove", "makePrimary", "validate"]
            let asked = context.names["operation"] ?? ""
            guard known.contains(where: { ASCII.equal($0, asked) }) else {
                throw AdminRefusal.missing(asked, among: known)
            }
            return .json(Administration.success)
        },
        Administration.resource(
            "data/relationalDatastoreTypes", "The types of relational stores that are registered: one.",
            since: .v10_5, .documented("\(manual)relational-data-store-types; which are there at first is inferred")
        ) { _, _, _ throws(AdminRefusal) in
            .json(.object([.init("relationalDatastoreTypes", .array(types))]))
        },
        Administration.resource(
            "data/relationalDatastoreTypes/{type}", "One of them, with the services that use it.", since: .v10_5,
            .documented("\(manual)relational-datastore-type")
        ) { _, context, _ throws(AdminRefusal) in
            let asked = context.names["type"] ?? ""
            guard let type = types.first(where: { $0["id"]?.text == asked }) else {
                throw AdminRefusal.missing(asked, among: types.compactMap { $0["id"]?.text })
            }
            return .json(type.merging([.init("dependentServices", .array([]))]))
        },
        Administration.resource(
            "data/datastores", "The ArcGIS Data Stores of the site.", .inferred("the managed items of data/items")
        ) { deployment, _, index throws(AdminRefusal) in
            let stores = AdminDataItems.items(deployment, index).filter { $0["info"]?["isManaged"]?.truth == true }
            return .json(.object([.init("datastores", .array(stores))]))
        },
        Administration.operation(
            "data/makePrimary", "Makes a machine the primary one of a data store.",
            .reported("docs/reference/admin.md#c12; the parameters are inferred")
        ) { _, _, _ throws(AdminRefusal) in .json(Administration.success) },
        Administration.operation(
            "data/copyDataItem", "Registers an item under another path.", .inferred("never shown")
        ) { deployment, context, index throws(AdminRefusal) in
            let (from, to) = (try context.required("itemPath"), try context.required("newItemPath"))
            let items = AdminDataItems.items(deployment, index)
            guard let item = items.first(where: { $0["path"]?.text == from }) else {
                throw AdminRefusal.unknown("Data item", from, among: items.compactMap { $0["path"]?.text })
            }
            guard !items.contains(where: { $0["path"]?.text == to }) else { throw AdminRefusal.taken("Data item", to) }
            deployment.sites[index].lists["data/items"] = items + [item.merging([.init("path", .string(to))])]
            return .json(Administration.success)
        },
    ]

    private static func manifest(_ context: RequestContext) -> String {
        "data/items/\(context.names["kind"] ?? "")/\(context.names["item"] ?? "")/manifest"
    }

    private static func machine(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> String {
        _ = try AdminDataItems.find(AdminDataItems.items(deployment, index), context)
        let (asked, name) = (context.names["machine"] ?? "", deployment.servers[index].machine)
        guard ASCII.equal(asked, name) else { throw AdminRefusal.missing(asked, among: [name]) }
        return name
    }

    /// What is sent as a manifest: `fileData`, or the file.
    private static func sent(_ context: RequestContext) throws(AdminRefusal) -> JSON {
        guard context.parameters.given("filedata") == nil else { return try context.object("fileData") }
        guard let file = context.parameters.files.first else { return try context.object("manifest") }
        let text = String(decoding: file.bytes, as: UTF8.self)
        guard let json = JSON.lenient(text), json.members != nil else {
            throw AdminRefusal.notJSON("manifest", text, "{…}")
        }
        return json
    }

    /// The type that the page of the resource shows with all its properties.
    private static let types: [JSON] = [
        .object([
            .init("name", .string("Teradata")), .init("id", .string("esri.teradata")),
            .init(
                "userDefinedProperties",
                .array(
                    [
                        ("username", "User Name"), ("password", "Password"), ("serverName", "Server Name"),
                        ("DATABASE", "Database Name"),
                    ].map { property($0.0, $0.1) })),
        ])
    ]

    private static func property(_ name: String, _ alias: String) -> JSON {
        .object([
            .init("name", .string(name)), .init("alias", .string(alias)), .init("defaultValue", .string("")),
            .init("type", .string("string")), .init("required", .bool(true)),
        ])
    }
}
