// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/data`: registered databases, folders and stores. Some answers have another envelope
/// (docs/reference/admin.md, rule 0.5).
enum AdminDataItems {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let path = "data/items"

    static let routes: [Route] = [
        Administration.resource("data", "The resources below it.", .documented("\(manual)data; the order is inferred"))
        {
            _, _, _ throws(AdminRefusal) in .json(AdminSystem.resources(["items", "config"]))
        },
        Administration.resource(
            path, "The roots of registered data.",
            .reported("pypi.org/project/arcgis gis/server/admin/_data.py reads rootItems")
        ) {
            _, _, _ throws(AdminRefusal) in .json(AdminSystem.dataRoots)
        },
        Administration.resource(
            "data/items/{kind}/{item}", "A registered item, without a status.", .documented("\(manual)dataitem")
        ) { deployment, context, index throws(AdminRefusal) in
            let items = items(deployment, index)
            return .json(items[try find(items, context)])
        },
        Administration.operation(
            "data/items/{kind}/{item}/edit", "Changes a registered item.", .reported("docs/reference/admin.md#c12")
        ) { deployment, context, index throws(AdminRefusal) in
            var items = items(deployment, index)
            let number = try find(items, context)
            let given = try context.object("item").members ?? []
            items[number] = items[number].merging(given.filter { $0.name != "path" })
            deployment.sites[index].lists[path] = items
            return .json(Administration.success)
        },
        Administration.resource(
            "data/items/{kind}/{item}/machines", "The machines of a data store: one.",
            .documented("\(manual)dataitem; its keys are inferred")
        ) { deployment, context, index throws(AdminRefusal) in
            let items = items(deployment, index)
            _ = try find(items, context)
            let machine = JSON.object([.init("name", .string(deployment.servers[index].machine))])
            return .json(.object([.init("machines", .array([machine]))]))
        },
        Administration.resource(
            "data/items/{kind}/{item}/machines/{machine}/validate", "Whether a data store's machine is well: it is.",
            .documented("\(manual)validatemachine; docs/reference/admin.md#c12")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try find(items(deployment, index), context)
            return .json(Administration.success)
        },
        Administration.resource("data/findItems", "The registered data.", .documented("docs/reference/admin.md#c11")) {
            deployment, context, index throws(AdminRefusal) in
            let found = items(deployment, index).filter { [context] in matches($0, context) }
            return .json(.object([.init("items", .array(found))]))
        },
        Administration.operation(
            "data/registerItem", "Registers an item.", .publisher, .reported("docs/reference/admin.md#c9"), register),
        Administration.operation(
            "data/unregisterItem", "Unregisters an item.", .publisher, .reported("docs/reference/admin.md#c10")
        ) { deployment, context, index throws(AdminRefusal) in
            let asked = try context.required("itemPath")
            var items = items(deployment, index)
            guard let number = items.firstIndex(where: { $0["path"]?.text == asked }) else {
                throw AdminRefusal.unknown("Data item", asked, among: items.compactMap { $0["path"]?.text })
            }
            items.remove(at: number)
            deployment.sites[index].lists[path] = items
            return .json(.object([.init("success", .bool(true))]))
        },
        Administration.resource(
            "data/validateDataItem", "Whether an item has a connection.", .reported("docs/reference/admin.md#c8")
        ) { _, context, _ throws(AdminRefusal) in
            try validate(try context.object("item"))
            return .json(Administration.success)
        },
        Administration.resource(
            "data/validateAllDataItems", "Whether every item has a connection.",
            .reported("docs/reference/admin.md#c12")
        ) { deployment, _, index throws(AdminRefusal) in
            for item in items(deployment, index) { try validate(item) }
            return .json(Administration.success)
        },
        Administration.resource(
            "data/computeTotalRefCount", "How many services use an item: none.",
            .reported("docs/reference/admin.md#c12; the key is inferred")
        ) { deployment, context, index throws(AdminRefusal) in
            let asked = try context.required("path")
            let items = items(deployment, index)
            guard items.contains(where: { $0["path"]?.text == asked }) else {
                throw AdminRefusal.unknown("Data item", asked, among: items.compactMap { $0["path"]?.text })
            }
            return .json(.object([.init("totalRefCount", .int(0))]))
        },
    ]

    static func items(_ deployment: Deployment, _ index: Int) -> [JSON] {
        deployment.entries(path, server: index, else: AdminSystem.dataItems(deployment.servers[index]))
    }

    static func find(_ items: [JSON], _ context: RequestContext) throws(AdminRefusal) -> Int {
        let (kind, name) = (context.names["kind"] ?? "", context.names["item"] ?? "")
        guard let number = items.firstIndex(where: { $0["path"]?.text == "/\(kind)/\(name)" }) else {
            throw AdminRefusal.missing(name, among: items.compactMap { $0["path"]?.text })
        }
        return number
    }

    private static func matches(_ item: JSON, _ context: RequestContext) -> Bool {
        let path = item["path"]?.text ?? ""
        let parent = String(path.prefix(path.count - (path.split(separator: "/").last.map { $0.count + 1 } ?? 0)))
        if let asked = context.parameters.given("parentpath"), parent != asked { return false }
        if let asked = context.parameters.given("ancestorpath"), asked != "/", !path.hasPrefix("\(asked)/") {
            return false
        }
        if let asked = context.parameters.given("types"), let type = item["type"]?.text,
            !asked.split(separator: ",").contains(where: { ASCII.equal($0.filter { $0 != " " }, type) })
        {
            return false
        }
        if let asked = context.parameters.given("id"), item["id"]?.text != asked { return false }
        guard let asked = context.flag("isManaged") else { return true }
        let isManaged = item["info"]?["isManaged"]
        return (isManaged?.truth ?? (isManaged?.text == "true")) == asked
    }

    /// A cloud store without a connection registers, and fails to validate later (docs/reference/admin.md#c17).
    private static func validate(_ item: JSON) throws(AdminRefusal) {
        let info = item["info"]
        let connections = ["connectionString", "path", "objectStore", "hostName", "dataStoreConnectionType"]
        guard connections.contains(where: { info?[$0]?.text.map { !$0.isEmpty } ?? (info?[$0]?.members != nil) }) else {
            let path = item["path"]?.text ?? ""
            throw AdminRefusal(
                Administration.ErrorBodies.invalidItem.about(path), Administration.Rules.invalidItem,
                facts: [.init("path", path)], wouldPass: "an item whose info has a connectionString or a path")
        }
    }

    /// Old releases answer `success` alone; a client of new ones reads `status`, which may be `exists`.
    @Sendable private static func register(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        var item = try context.object("item", "{\"path\":\"/enterpriseDatabases/x\",\"type\":\"egdb\",\"info\":{…}}")
        guard let asked = item["path"]?.text, !asked.isEmpty else { throw AdminRefusal.notGiven("path") }
        guard item["type"]?.text != nil else { throw AdminRefusal.notGiven("type") }
        let hasStatus = context.profile.version >= .v10_5
        let items = items(deployment, index)
        if items.contains(where: { $0["path"]?.text == asked }) {
            guard hasStatus else { throw AdminRefusal.taken("Data item", asked) }
            return .json(.object([.init("success", .bool(true)), .init("status", .string("exists"))]))
        }
        if item["id"]?.text == nil {
            item = item.merging([.init("id", .string(AdminIdentifier.uuid(&deployment)))])
        }
        deployment.sites[index].lists[path] = items + [item]
        let success = JSON.object([.init("success", .bool(true))])
        return .json(hasStatus ? success.merging([.init("status", .string("success"))]) : success)
    }
}
