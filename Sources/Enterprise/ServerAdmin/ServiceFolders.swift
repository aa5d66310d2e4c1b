// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/services/createFolder` and what changes a folder.
enum ServiceFolders {
    private static let evidence = Evidence.reported("docs/reference/admin.md#b12")

    static let routes: [Route] = [
        Administration.operation("services/createFolder", "Creates a folder.", .publisher, evidence) {
            deployment, context, index throws(AdminRefusal) in
            let name = try context.required("folderName")
            guard !names(deployment, index).contains(where: { ASCII.equal($0, name) }) else {
                throw AdminRefusal.taken("Folder", name)
            }
            deployment.sites[index].folders.append(
                ServerFolder(
                    name: name, description: context.parameters["description"] ?? "",
                    isWebEncrypted: context.flag("webEncrypted") ?? false))
            return .json(Administration.success)
        },
        Administration.operation(
            "services/{plainFolder}/deleteFolder", "Deletes a folder with its services.", .publisher, evidence
        ) { deployment, context, index throws(AdminRefusal) in
            let name = try known(deployment, context, index)
            deployment.sites[index].folders.removeAll { $0.name == name }
            deployment.servers[index].services.removeAll { $0.folder == name }
            deployment.recentRoutes.removeAll()
            return .json(Administration.success)
        },
        Administration.operation(
            "services/{plainFolder}/editFolder", "Describes a folder anew.", .publisher, evidence
        ) { deployment, context, index throws(AdminRefusal) in
            let name = try known(deployment, context, index)
            change(&deployment, index, name) { folder in
                if let description = context.parameters["description"] { folder.description = description }
                if let isEncrypted = context.flag("webEncrypted") { folder.isWebEncrypted = isEncrypted }
            }
            return .json(Administration.success)
        },
    ]

    /// Returns the folders that services are in or that were created.
    static func names(_ deployment: Deployment, _ index: Int) -> [String] {
        Set(deployment.servers[index].services.map(\.folder)).union(deployment.sites[index].folders.map(\.name))
            .subtracting([""]).sorted()
    }

    /// Returns the folder of the path.
    static func known(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> String {
        let asked = context.names["plainFolder"] ?? ""
        let names = names(deployment, index)
        guard let name = names.first(where: { $0 == asked }) else {
            throw AdminRefusal.missing(asked, Administration.Rules.serviceMissing, among: names)
        }
        return name
    }

    /// Changes what is known of a folder.
    static func change(
        _ deployment: inout Deployment, _ index: Int, _ name: String, _ body: (inout ServerFolder) -> Void
    ) {
        if !deployment.sites[index].folders.contains(where: { $0.name == name }) {
            deployment.sites[index].folders.append(ServerFolder(name: name, description: ""))
        }
        if let number = deployment.sites[index].folders.firstIndex(where: { $0.name == name }) {
            body(&deployment.sites[index].folders[number])
        }
    }

    /// Returns how `admin/services` describes a folder; an empty name is the root.
    static func about(_ name: String, _ deployment: Deployment, _ index: Int) -> [JSON.Member] {
        let folder = deployment.sites[index].folders.first { $0.name == name }
        return [
            .init("folderName", .string(name.isEmpty ? "/" : name)),
            .init("description", .string(folder?.description ?? (name.isEmpty ? "Root folder" : ""))),
            .init("webEncrypted", .bool(folder?.isWebEncrypted ?? false)), .init("isDefault", .bool(name.isEmpty)),
        ]
    }
}
