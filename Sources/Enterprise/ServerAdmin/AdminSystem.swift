// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/system`, `admin/data`, `admin/security` and their like: what a site without further settings shows.
enum AdminSystem {
    private static let home = "/opt/arcgis/server/usr"

    static func resources(_ names: [String]) -> JSON { .object([.init("resources", .strings(names))]) }

    static func system(_ version: Version) -> JSON {
        var names = ["directories", "configstore", "properties", "licenses", "webadaptors", "handlers", "jobs"]
        if version >= .v10_5_1 { names.append("platformservices") }
        if version >= .v10_7_1 { names.append("deployment") }
        return resources(names)
    }

    /// As captured at 10.5.1 (docs/reference/admin.md#a32).
    static let configStore = JSON.object([
        .init("type", .string("FILESYSTEM")),
        .init("connectionString", .string("/opt/arcgis/data/server/config-store")),
        .init("localRepositoryPath", .string("\(home)/local")), .init("status", .string("Ready")),
    ])

    /// As captured at 10.5.1 (docs/reference/admin.md#a28).
    static let logSettings = JSON.object([
        .init("logDir", .string("/opt/arcgis/data/server/logs/")), .init("logLevel", .string("INFO")),
        .init("maxErrorReportsCount", .int(10)), .init("maxLogFileAge", .int(90)),
        .init("usageMeteringEnabled", .bool(false)), .init("statisticsConfig", statistics),
    ])

    static let statistics = JSON.object([
        .init("enabled", .bool(true)), .init("samplingInterval", .int(30)), .init("maxHistory", .int(0)),
        .init("statisticsDir", .string("\(home)/directories/arcgissystem")),
    ])

    private static let kinds: [(name: String, type: String, cleanup: String, age: Int)] = [
        ("arcgiscache", "CACHE", "NONE", 0), ("arcgisjobs", "JOBS", "TIME_ELAPSED_SINCE_LAST_MODIFIED", 360),
        ("arcgisoutput", "OUTPUT", "TIME_ELAPSED_SINCE_LAST_MODIFIED", 10), ("arcgissystem", "SYSTEM", "NONE", 0),
    ]

    /// The directories of a site at first.
    static let directories = kinds.map {
        directory(
            name: $0.name, path: "\(home)/directories/\($0.name)", type: $0.type, cleanup: $0.cleanup, age: $0.age)
    }

    static func directory(name: String, path: String, type: String, cleanup: String, age: Int) -> JSON {
        .object([
            .init("name", .string(name)), .init("physicalPath", .string(path)), .init("directoryType", .string(type)),
            .init("cleanupMode", .string(cleanup)), .init("maxFileAge", .int(age)), .init("description", .string("")),
            .init("useLocalDir", .bool(false)), .init("localDirectoryPath", .string("")),
            .init("virtualPath", .string("/rest/directories/\(name)")),
        ])
    }

    /// `WebContextURL` is there if the site has another address than its machine.
    static func properties(_ server: ServerState) -> JSON {
        .object(server.publicURL.map { [.init("WebContextURL", .string($0))] } ?? [])
    }

    /// All values are texts, and the switch has another name than the parameter that changes it
    /// (docs/reference/admin.md#g10).
    static func servicesDirectory(_ deployment: Deployment, _ version: Version) -> JSON {
        let scripts = "https://js.arcgis.com/4.23/"
        var texts = [
            ("jsapi.arcgis.css", "\(scripts)esri/css/main.css"), ("jsapi.arcgis.css2", ""),
            ("arcgis.com.map.text", "ArcGIS Online Map Viewer"), ("logLevel", "SEVERE"),
            ("allowedOrigins", deployment.allowedOrigins.joined(separator: ",")),
            ("arcgis.com.map", "https://www.arcgis.com/home/webmap/viewer.html"), ("jsapi.arcgis", scripts),
        ]
        if version >= .v11_0 { texts.append(("callbackFunctionsEnabled", "true")) }
        texts += [
            ("consoleLogging", "false"), ("jsapi.arcgis.sdk", "https://developers.arcgis.com/javascript/"),
            ("enabled", "true"),
        ]
        return .object(texts.map { .init($0.0, .string($0.1)) })
    }

    static let dataRoots = JSON.object([
        .init(
            "rootItems",
            .strings([
                "/enterpriseDatabases", "/bigDataFileShares", "/fileShares", "/cloudStores", "/rasterStores",
                "/nosqlDatabases",
            ]))
    ])

    /// A hosting server has its portal's data store, others have registered nothing.
    static func dataItems(_ server: ServerState) -> [JSON] {
        guard server.isHosting else { return [] }
        return [
            .object([
                .init("path", .string("/enterpriseDatabases/AGSDataStore_ds_1")), .init("type", .string("egdb")),
                .init("id", .string("ds-1")), .init("clientPath", .null),
                .init(
                    "info",
                    .object([
                        .init("dataStoreConnectionType", .string("serverOnly")), .init("isManaged", .bool(true)),
                    ])),
            ])
        ]
    }

    static func info(_ server: ServerState, _ context: RequestContext) -> JSON {
        let full = server.fullVersion ?? server.version.text
        let privilege = context.adminPrivilege ?? .access
        return .object([
            .init("currentversion", .string(server.version.text)), .init("fullVersion", .string(full)),
            // A build that nobody captured reads "0" (Esri/ArcREST src/arcrest/manageags/_info.py reads it).
            .init("currentbuild", .string(server.version.build ?? "0")), .init("timezone", .string("UTC")),
            .init("loggedInUser", context.caller.map(JSON.string) ?? .null),
            .init("loggedInUserPrivilege", .string(privilege.rawValue)),
        ])
    }
}
