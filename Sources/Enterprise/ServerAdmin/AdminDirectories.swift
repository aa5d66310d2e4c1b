// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/system/directories`: the server directories, with what is registered beside the first ones.
enum AdminDirectories {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    private static let list = AdminList(
        path: "system/directories", placeholder: "directory", member: "directories", name: "name", kind: "Directory",
        summary: "The server directories.", evidence: .reported("docs/reference/admin.md#a35"),
        missing: Administration.Rules.directoryMissing,
        first: { _, _, _ in AdminSystem.directories })

    static let routes: [Route] =
        list.resources + [
            list.adds("register", "Registers a directory.") { _, context, _ throws(AdminRefusal) in
                let name = try context.required("name")
                let type = try context.required("directoryType", "OUTPUT")
                let types = ["CACHE", "INDEX", "INPUT", "JOBREGISTRY", "JOBS", "OUTPUT", "SYSTEM", "UPLOADS", "KML"]
                guard types.contains(type) else { throw AdminRefusal.badValue("directoryType", type, types) }
                let entry = AdminSystem.directory(
                    name: name, path: try context.required("physicalPath"), type: type, cleanup: "NONE", age: 0)
                return AdminList.filled(entry, context)
            },
            list.edits("edit", "Changes where it is and when it is cleaned.") { entry, context in
                AdminList.filled(entry, context)
            },
            list.edits("clean", "Deletes old files; the double keeps none.", .documented("\(manual)cleandirectory")) {
                entry, _ in entry
            },
            list.removes("unregister", "Unregisters it.", .documented("\(manual)unregisterdirectory")),
            Administration.operation(
                "system/directories/recover", "Makes the shared directories usable again: they are.",
                Administration.Terms(takesGet: true),
                .reported("pypi.org/project/arcgis and Esri/ArcREST ask it by GET")
            ) { _, _, _ throws(AdminRefusal) in .json(Administration.success) },
            Administration.operation(
                "system/configstore/recover", "Makes the configuration store usable again: it is.",
                Administration.Terms(takesGet: true),
                .reported("pypi.org/project/arcgis asks it by GET")
            ) { _, _, _ throws(AdminRefusal) in .json(Administration.success) },
        ]
}
