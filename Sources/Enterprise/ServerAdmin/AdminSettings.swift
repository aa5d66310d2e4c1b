// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The settings of a server that administrators change, a row each.
enum AdminSettings {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    static let table: [SiteDocument<AdminRefusal>] = [
        properties, logSettings, servicesDirectory, soap, adaptors, configStore, usage, dataStores, mode, deployment,
        services,
    ]

    static let properties = SiteDocument<AdminRefusal>(
        path: SettingsPath.properties, summary: "The server's properties.",
        evidence: .reported("docs/reference/admin.md#a34"), operation: "update", form: .whole("properties"),
        first: { deployment, _, index in AdminSystem.properties(deployment.servers[index]) },
        act: { deployment, new, index throws(AdminRefusal) in
            deployment.servers[index].publicURL = new["WebContextURL"]?.text.flatMap { $0.isEmpty ? nil : $0 }
        })

    static let logSettings = SiteDocument<AdminRefusal>(
        path: SettingsPath.log, summary: "The settings of the log.",
        evidence: .captured("docs/reference/admin.md#a28"), operation: "edit", form: .either("settings"),
        member: "settings", isAlwaysOpen: true,
        first: { _, _, _ in AdminSystem.logSettings },
        act: { deployment, new, index throws(AdminRefusal) in
            let level = new["logLevel"]?.text ?? ""
            let levels = SiteLog.Level.settings
            guard levels.contains(level) else { throw AdminRefusal.badValue("logLevel", level, levels) }
            deployment.sites[index].log.level = SiteLog.Level(rawValue: level)
        })

    private static let servicesDirectory = SiteDocument<AdminRefusal>(
        path: SettingsPath.servicesDirectory, summary: "The settings of the services directory.",
        evidence: .documented("docs/reference/admin.md#g10"), operation: "edit",
        form: .parameters(["enabled": "servicesDirEnabled"]), absent: ["enabled": .string("false")],
        first: { deployment, context, _ in AdminSystem.servicesDirectory(deployment, context.profile.version) },
        act: { deployment, new, _ throws(AdminRefusal) in
            let origins = new["allowedOrigins"]?.text ?? "*"
            deployment.allowedOrigins = origins.split(separator: ",").map { $0.filter { $0 != " " } }
        })

    private static let soap = SiteDocument<AdminRefusal>(
        path: "system/handlers/soap/soaphandlerconfig", summary: "The settings of the SOAP handler.",
        evidence: .reported("docs/reference/admin.md#a43"), operation: "edit", form: .parameters([:]),
        first: { deployment, _, _ in
            .object([.init("allowedOrigins", .string(deployment.allowedOrigins.joined(separator: ",")))])
        })

    private static let adaptors = SiteDocument<AdminRefusal>(
        path: "system/webadaptors/config", summary: "The key that web adaptors share with the site.",
        evidence: .reported("docs/reference/admin.md#a36"), operation: "update", form: .either("webAdaptorConfig"),
        first: { _, _, _ in .object([.init("sharedKey", .string(""))]) })

    private static let configStore = SiteDocument<AdminRefusal>(
        path: "system/configstore", summary: "Where the site keeps its configuration.",
        evidence: .captured("docs/reference/admin.md#a33"), operation: "edit", form: .parameters([:]),
        first: { _, _, _ in AdminSystem.configStore },
        act: { _, new, _ throws(AdminRefusal) in
            let kinds = ["FILESYSTEM", "AMAZON", "AZURE"]
            let type = new["type"]?.text ?? ""
            guard kinds.contains(type) else { throw AdminRefusal.badValue("type", type, kinds) }
        })

    private static let usage = SiteDocument<AdminRefusal>(
        path: SettingsPath.usage, summary: "The settings of usage reports.", since: .v10_3,
        evidence: .documented("\(manual)editusagereportssettings"), operation: "edit", form: .parameters([:]),
        first: { _, _, _ in AdminSystem.statistics })

    private static let dataStores = SiteDocument<AdminRefusal>(
        path: "data/config", summary: "The settings of data stores.",
        evidence: .reported("docs/reference/admin.md#c12"), operation: "update", form: .either("datastoreConfig"),
        first: { _, _, _ in .object([.init("blockDataCopy", .bool(false))]) })

    private static let mode = SiteDocument<AdminRefusal>(
        path: "mode", summary: "Whether the site may be edited.", since: .v10_4,
        evidence: .documented("\(manual)mode"), operation: "update",
        form: .parameters([:]), isAlwaysOpen: true,
        first: { _, context, _ in ReadOnlyMode.server(context.profile.version, isReadOnly: false) },
        act: { _, new, _ throws(AdminRefusal) in
            let modes = ["EDITABLE", "READ_ONLY"]
            let mode = new["siteMode"]?.text ?? ""
            guard modes.contains(mode) else { throw AdminRefusal.badValue("siteMode", mode, modes) }
        })

    private static let deployment = SiteDocument<AdminRefusal>(
        path: "system/deployment", summary: "How services are spread over machines.", since: .v10_7,
        evidence: .documented("\(manual)deployment; its keys"), operation: "update", form: .either("deploymentConfig"),
        first: { _, _, _ in
            .object([.init("singleClusterMode", .bool(true)), .init("processingMode", .string("MULTI_MACHINE"))])
        })

    private static let services = SiteDocument<AdminRefusal>(
        path: "services/properties", summary: "The properties of all services.", since: .v10_6_1,
        evidence: .documented("\(manual)servicesproperties"), operation: "update", form: .whole("properties"),
        first: { _, _, _ in .object([]) })
}
