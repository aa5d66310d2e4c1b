// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `permissions` of services and folders: who may use them on a standalone server (docs/reference/admin.md#b17).
enum ServicePermissionResources {
    private static let evidence = Evidence.documented("docs/reference/admin.md#b17")

    /// Those of a service, below its path.
    static func ofService(_ path: String) -> [Route] {
        [
            Administration.resource("\(path)/permissions", "Who may use the service.", evidence) {
                deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                let service = deployment.servers[index].services[number]
                return .json(list(service.permissions ?? ServicePermissions(service.access)))
            },
            Administration.operation(
                "\(path)/permissions/add", "Allows a role to use the service, or no longer.", .publisher, evidence
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                let (principal, isAllowed) = try asked(deployment, context, index)
                set(&deployment.servers[index].services[number], principal, isAllowed)
                return .json(Administration.success)
            },
            Administration.operation(
                "\(path)/permissions/clean", "Forgets a role.", .publisher, evidence
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                try SecurityStore.change(deployment, index)
                let principal = try context.required("principal")
                deployment.servers[index].services[number].permissions?.remove(principal)
                return .json(Administration.success)
            },
        ]
    }

    /// Those of a folder: `services` is the root.
    static func ofFolder(_ path: String) -> [Route] {
        [
            Administration.resource("\(path)/permissions", "Who may use the services of the folder.", evidence) {
                deployment, context, index throws(AdminRefusal) in
                let folder = try folder(deployment, context, index)
                return .json(list(permissions(folder, deployment, index)))
            },
            Administration.operation(
                "\(path)/permissions/add", "Allows a role to use the services of the folder, or no longer.",
                .publisher, evidence
            ) { deployment, context, index throws(AdminRefusal) in
                let folder = try folder(deployment, context, index)
                let (principal, isAllowed) = try asked(deployment, context, index)
                var changed = permissions(folder, deployment, index)
                changed.set(principal, isAllowed)
                ServiceFolders.change(&deployment, index, folder) { [changed] in $0.permissions = changed }
                for number in deployment.servers[index].services.indices
                where folder.isEmpty || deployment.servers[index].services[number].folder == folder {
                    set(&deployment.servers[index].services[number], principal, isAllowed)
                }
                return .json(Administration.success)
            },
            Administration.operation(
                "\(path)/permissions/clean", "Forgets a role everywhere below the folder.", .publisher, evidence
            ) { deployment, context, index throws(AdminRefusal) in
                let folder = try folder(deployment, context, index)
                try SecurityStore.change(deployment, index)
                let principal = try context.required("principal")
                for number in deployment.sites[index].folders.indices {
                    deployment.sites[index].folders[number].permissions?.remove(principal)
                }
                for number in deployment.servers[index].services.indices
                where folder.isEmpty || deployment.servers[index].services[number].folder == folder {
                    deployment.servers[index].services[number].permissions?.remove(principal)
                }
                return .json(Administration.success)
            },
        ]
    }

    private static func folder(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> String {
        context.names["plainFolder"] == nil ? "" : try ServiceFolders.known(deployment, context, index)
    }

    /// Returns the permissions of a folder: its own, or the root's.
    static func permissions(_ folder: String, _ deployment: Deployment, _ index: Int) -> ServicePermissions {
        let folders = deployment.sites[index].folders
        let own = folders.first { $0.name == folder }?.permissions
        return own ?? folders.first { $0.name.isEmpty }?.permissions ?? ServicePermissions(.everyone)
    }

    private static func asked(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> (String, Bool) {
        try SecurityStore.change(deployment, index)
        let principal = try context.required("principal")
        if ![ServicePermissions.everyone, ServicePermissions.authenticated].contains(principal) {
            _ = try SecurityStore.role(principal, deployment, index)
        }
        return (principal, context.flag("isAllowed") ?? true)
    }

    private static func set(_ service: inout ServiceState, _ principal: String, _ isAllowed: Bool) {
        var permissions = service.permissions ?? ServicePermissions(service.access)
        permissions.set(principal, isAllowed)
        service.permissions = permissions
        service.itemAccess = service.access
    }

    private static func list(_ permissions: ServicePermissions) -> JSON {
        let list = permissions.list.map { permission in
            JSON.object([
                .init("principal", .string(permission.principal)),
                .init(
                    "permission",
                    .object([.init("isAllowed", .bool(permission.isAllowed)), .init("constraint", .string(""))])),
                .init("childURL", .null), .init("operation", .null),
            ])
        }
        return .object([.init("permissions", .array(list))])
    }
}
