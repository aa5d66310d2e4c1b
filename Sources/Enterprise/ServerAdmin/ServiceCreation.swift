// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `createService`, `canCreateService`, `edit`, `delete` and `renameService`: what makes and changes services.
enum ServiceCreation {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    /// What a folder has; `path` is `services` or `services/{plainFolder}`.
    static func ofFolder(_ path: String) -> [Route] {
        [
            Administration.operation(
                "\(path)/createService", "Creates a service.", .publisher, .reported("docs/reference/admin.md#b6")
            ) { deployment, context, index throws(AdminRefusal) in
                let new = try asked(deployment, context, index)
                add(new, &deployment, context, index)
                return .json(Administration.success)
            },
            Administration.resource(
                "\(path)/canCreateService", "Whether a service can be created.", since: .v10_5,
                .documented("docs/reference/admin.md#b15")
            ) { deployment, context, index throws(AdminRefusal) in
                _ = try asked(deployment, context, index)
                return .json(Administration.success)
            },
        ]
    }

    /// What a service has, below its path.
    static func ofService(_ path: String) -> [Route] {
        [
            Administration.operation(
                "\(path)/edit", "Changes a service; with runAsync, as a job.", .publisher,
                .reported("docs/reference/admin.md#b7"), edit),
            Administration.operation(
                "\(path)/delete", "Deletes a service.", .publisher, .reported("docs/reference/admin.md#b8")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServiceRuns.free(deployment, context, index)
                deployment.servers[index].services[number].running = .missing
                return .json(Administration.success)
            },
            Administration.operation(
                "\(path)/rename", "Renames a service.", .publisher, .reported("docs/reference/admin.md#b14")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServiceRuns.free(deployment, context, index)
                return try rename(&deployment, context, index, number)
            },
        ]
    }

    /// `renameService` of the root, and of a folder as clients ask it.
    static func renaming(_ path: String) -> Route {
        Administration.operation(
            "\(path)/renameService", "Renames a service.", .publisher, .reported("docs/reference/admin.md#b14")
        ) { deployment, context, index throws(AdminRefusal) in
            let (name, type) = (try context.required("serviceName"), try context.required("serviceType"))
            let full = (context.names["plainFolder"].map { "\($0)/" } ?? "") + name
            let number = try AdminServices.number(named: full, type, deployment, index)
            return try rename(&deployment, context, index, number)
        }
    }

    private static func rename(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ number: Int
    ) throws(AdminRefusal) -> Outcome {
        let new = try context.required("serviceNewName")
        let service = deployment.servers[index].services[number]
        let full = service.folder.isEmpty ? new : "\(service.folder)/\(new)"
        guard !isTaken(full, service.mainType, deployment, index) else { throw AdminRefusal.taken("Service", new) }
        deployment.servers[index].services[number].name = full
        deployment.servers[index].services[number].map.name = full
        return .json(Administration.success)
    }

    /// A service that is to be.
    private struct New {
        var name: String
        var type: String
        var folder: String
        var json: JSON
    }

    private static func isTaken(_ name: String, _ type: String, _ deployment: Deployment, _ index: Int) -> Bool {
        deployment.servers[index].services.contains {
            $0.running != .missing && ASCII.equal($0.name, name) && $0.types.contains(type)
        }
    }

    private static func asked(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> New {
        let json = try context.object("service", "{\"serviceName\":\"…\",\"type\":\"MapServer\",…}")
        guard let name = json["serviceName"]?.text, !name.isEmpty else { throw AdminRefusal.notGiven("serviceName") }
        guard let type = json["type"]?.text.flatMap(Surface.serviceType) else {
            throw AdminRefusal.badValue("type", json["type"]?.text ?? "", ["MapServer", "GPServer", "ImageServer"])
        }
        var folder = ""
        if context.names["plainFolder"] != nil {
            folder = try ServiceFolders.known(deployment, context, index)
        } else if let asked = context.parameters.given("foldername"), asked != "/" {
            let names = ServiceFolders.names(deployment, index)
            guard names.contains(asked) else { throw AdminRefusal.unknown("Folder", asked, among: names) }
            folder = asked
        }
        let full = folder.isEmpty ? name : "\(folder)/\(name)"
        guard !isTaken(full, type, deployment, index) else {
            throw AdminRefusal.taken("Service", "\(name).\(type)")
        }
        return New(name: full, type: type, folder: folder, json: json)
    }

    /// Adds a service without layers: whoever it is for, the folder says, or, of a federated server, its owner.
    private static func add(
        _ new: New, _ deployment: inout Deployment, _ context: RequestContext, _ index: Int
    ) {
        deployment.servers[index].services.removeAll {
            $0.running == .missing && $0.name == new.name && $0.types.contains(new.type)
        }
        let isFederated = deployment.servers[index].federation != nil
        var map = ServiceModel(name: new.name, layers: [])
        if isFederated { map.itemID = Item.id(deployment.servers[index].name, new.name, new.type) }
        var service = ServiceState(
            name: new.name, types: [new.type], access: .owner, itemAccess: .owner, owner: context.caller,
            running: new.json["configuredState"]?.text == "STOPPED" ? .stopped : .started, map: map)
        if !isFederated {
            service.permissions = ServicePermissionResources.permissions(new.folder, deployment, index)
            service.itemAccess = service.access
        }
        apply(new.json, to: &service)
        deployment.servers[index].services.append(service)
        ServiceLifecycle.note(.created, deployment.servers[index].services.count - 1, &deployment, context, index)
        deployment.recentRoutes.removeAll()
    }

    @Sendable private static func edit(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let number = try AdminServiceRuns.free(deployment, context, index)
        let json = try context.object("service", "the JSON that the service shows")
        let isAsynchronous = context.flag("runAsync") ?? false
        var service = deployment.servers[index].services[number]
        apply(json, to: &service)
        if service.operationTime > 0, !isAsynchronous {
            service.change = ServiceState.Change(ends: context.now.advanced(milliseconds: service.operationTime))
        }
        deployment.servers[index].services[number] = service
        ServiceLifecycle.note(.edited, number, &deployment, context, index)
        guard isAsynchronous else { return .json(Administration.success) }
        let id = AdminIdentifier.uuid(&deployment)
        deployment.sites[index].jobs.append(
            ServerJob(
                id: id, operation: "services/\(service.name).\(service.mainType)/edit", started: context.now,
                ends: context.now.advanced(milliseconds: service.operationTime)))
        return .json(Administration.success.merging([.init("jobid", .string(id))]))
    }

    /// Lets a description act: what it says is shown, and what the double has of it changes.
    private static func apply(_ json: JSON, to service: inout ServiceState) {
        let own = ["serviceName", "type", "configuredState", "portalProperties"]
        let given = (json.members ?? []).filter { !own.contains($0.name) }
        service.edited = JSON.object(service.edited).merging(given).members ?? []
        if let description = json["description"]?.text { service.map.description = description }
        if let capabilities = json["capabilities"]?.text, capabilities != "null" {
            service.map.capabilities = capabilities
        }
        if let most = json["properties"]?["maxRecordCount"]?.text.flatMap({ Int($0) }) {
            service.map.maxRecordCount = most
        }
        let access = json["extensions"]?.elements?.first { $0["typeName"]?.text == "FeatureServer" }
        guard service.types.contains("MapServer"), let access, let text = access["enabled"]?.text else { return }
        let isEnabled = text == "true"
        service.map.hasFeatureServer = isEnabled
        service.types.removeAll { $0 == "FeatureServer" }
        if isEnabled { service.types.insert("FeatureServer", at: 0) }
        if let capabilities = access["capabilities"]?.text, capabilities != "null" {
            service.map.feature.capabilities = capabilities
        }
    }
}
