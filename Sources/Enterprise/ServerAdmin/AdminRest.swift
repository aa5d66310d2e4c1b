// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Small resources and operations of `admin` that stand for themselves.
enum AdminRest {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let providers = "services/types/customdataproviders"

    static let routes: [Route] =
        [
            Administration.resource(
                "system/jobs/query", "The operations that run by themselves.", .inferred("as system/jobs")
            ) { deployment, context, index throws(AdminRefusal) in
                .json(AdminSystemResources.jobs(deployment.sites[index].jobs, context.now))
            },
            Administration.resource(
                "system/handlers/rest/cache", "It has clear.", .inferred("the names are documented")
            ) {
                _, _, _ throws(AdminRefusal) in .json(.object([.init("operations", .strings(["clear"]))]))
            },
            Administration.resource(
                "system/handlers/rest/cors", "The origins that may call.", .inferred("those of the services directory")
            ) { deployment, _, _ throws(AdminRefusal) in
                .json(.object([.init("allowedOrigins", .string(deployment.allowedOrigins.joined(separator: ",")))]))
            },
            Administration.resource(
                "system/disasterrecovery", "Whether the site is replicated: no.", until: .v10_9_1,
                .inferred("never shown")
            ) { _, _, _ throws(AdminRefusal) in .json(.object([.init("role", .string("NONE"))])) },
            Administration.operation(
                "services/unfederate", "Takes the services from the portal's items.", since: .v10_3,
                .documented("docs/reference/admin.md#b20; that the portal drops them with the server is inferred")
            ) { _, _, _ throws(AdminRefusal) in .json(Administration.success) },
            Administration.operation(
                "security/config/changeServerRole", "Changes the role of a federated server.", since: .v10_5,
                .inferred("as portaladmin's update of a federated server")
            ) { deployment, context, index throws(AdminRefusal) in
                let role = try context.required("serverRole")
                let known = ["FEDERATED_SERVER", "HOSTING_SERVER", "STANDALONE_SERVER"]
                guard known.contains(role) else { throw AdminRefusal.badValue("serverRole", role, known) }
                if deployment.servers[index].federation != nil {
                    deployment.servers[index].isHosting = role == known[1]
                }
                return .json(Administration.success)
            },
            Administration.resource(
                "security/users/getRoles", "The roles of a user.", .inferred("as roles/getRolesForUser")
            ) { deployment, context, index throws(AdminRefusal) in
                let name = try context.required("username")
                let accounts = SecurityStore.accounts(deployment, index).map(\.account)
                guard let account = accounts.first(where: { $0.username == name }) else {
                    throw AdminRefusal.unknown("User", name, among: accounts.map(\.username))
                }
                return SecurityStore.page(
                    context, "roles", account.roles.map { .object([.init("rolename", .string($0))]) })
            },
            Administration.resource(
                providers, "The custom data providers.", since: .v11_1, .reported("docs/reference/admin.md#b18")
            ) { deployment, _, index throws(AdminRefusal) in
                .json(.object([.init("customdataproviders", .array(deployment.sites[index].lists[providers] ?? []))]))
            },
            Administration.operation(
                "\(providers)/{operation}", "Registers, updates or unregisters one.", since: .v11_1,
                .reported("docs/reference/admin.md#b18"), provide),
            Administration.resource(
                "logs/{code}", "What a code of the log stands for.", .inferred("the name is documented")
            ) { deployment, context, index throws(AdminRefusal) in
                let asked = context.names["code"] ?? ""
                let entries = deployment.sites[index].log.entries
                guard let entry = entries.last(where: { String($0.code) == asked }) else {
                    throw AdminRefusal.missing(asked, among: Set(entries.map { String($0.code) }).sorted())
                }
                return .json(
                    .object([.init("code", .int(entry.code)), .init("message", .string(entry.message))]))
            },
        ]
        + ["services/{name.type}", "services/{plainFolder}/{name.type}"].flatMap {
            AdminJobs.ofService($0) + ofService($0)
        }

    private static func ofService(_ path: String) -> [Route] {
        [
            Administration.resource(
                "\(path)/providers", "The providers that can run it.", since: .v10_7, .inferred("never shown")
            ) { deployment, context, index throws(AdminRefusal) in
                _ = try AdminServices.number(deployment, context, index)
                let isNew = context.profile.version >= .v10_9_1
                return .json(
                    .object([
                        .init("providers", .strings(isNew ? ["ArcObjects11", "DMaps"] : ["ArcObjects", "DMaps"]))
                    ]))
            },
            Administration.operation(
                "\(path)/changeProvider", "Has another provider run it.", .publisher,
                .documented("docs/reference/admin.md#b20")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                let provider = try context.required("provider")
                let known = ["ArcObjects", "ArcObjects11", "DMaps"]
                guard known.contains(provider) else { throw AdminRefusal.badValue("provider", provider, known) }
                let old = JSON.object(deployment.servers[index].services[number].edited)
                deployment.servers[index].services[number].edited =
                    old.merging([.init("provider", .string(provider))]).members ?? []
                return .json(Administration.success)
            },
            Administration.resource(
                "\(path)/iteminfo/manifest/manifest.xml", "The data of the service, in XML.",
                .reported(
                    "pypi.org/project/arcgis/2.4.4 gis/server/admin/_services.py asks for it; its form is inferred")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                let json = AdminServiceResources.manifest(
                    deployment.servers[index].services[number], deployment.servers[index], deployment.sites[index],
                    context)
                let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(element("SVCManifest", json).xml)"
                return Outcome(body: .bytes(Array(text.utf8), type: "text/xml;charset=utf-8"))
            },
            ServiceLifecycle.route(path),
        ]
    }

    /// Returns an element with one in it for each member; entries of a list have its name.
    private static func element(_ name: String, _ json: JSON) -> XMLElement {
        switch json {
        case .object(let members): XMLElement(name, members.map { element($0.name, $0.value) })
        case .array(let elements): XMLElement(name, elements.map { element("entry", $0) })
        case .string(let text): XMLElement(name, text: text)
        default: XMLElement(name, text: String(decoding: JSONWriter.json(json), as: UTF8.self))
        }
    }

    @Sendable private static func provide(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let known = ["register", "update", "unregister"]
        let asked = context.names["operation"] ?? ""
        guard let operation = known.first(where: { ASCII.equal($0, asked) }) else {
            throw AdminRefusal.missing(asked, among: known)
        }
        var all = deployment.sites[index].lists[providers] ?? []
        let names = all.compactMap { $0["name"]?.text }
        if operation == "unregister" {
            let name = try context.required("name")
            guard names.contains(name) else { throw AdminRefusal.unknown("Custom data provider", name, among: names) }
            all.removeAll { $0["name"]?.text == name }
        } else {
            let id = try context.required("id")
            let uploads = deployment.sites[index].uploads
            guard let upload = uploads.first(where: { $0.id == id }) else {
                throw AdminRefusal.unknown("Uploaded item", id, among: uploads.map(\.id))
            }
            let name = upload.name.split(separator: ".").first.map(String.init) ?? upload.name
            guard operation == "update" || !names.contains(name) else {
                throw AdminRefusal.taken("Custom data provider", name)
            }
            all.removeAll { $0["name"]?.text == name }
            all.append(.object([.init("name", .string(name)), .init("fileName", .string(upload.name))]))
        }
        deployment.sites[index].lists[providers] = all
        return .json(Administration.success)
    }
}
