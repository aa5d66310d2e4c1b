// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The small resources of `portaladmin` that are changed as a whole.
extension Administration {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/portal/"
    /// Where a change restarts something, clients are told to wait (docs/reference/sharing.md; documented of tokens).
    private static let recheck = JSON.Member("recheckAfterSeconds", .int(10))

    static let portalDocuments: [Route] = documents.flatMap(\.routes)

    private static let documents: [SiteDocument<PortalRefusal>] = [
        SiteDocument(
            path: "system/properties", summary: "The portal's properties.",
            evidence: .reported("docs/reference/admin.md#e32"), operation: "update", form: .whole("properties"),
            first: { deployment, _, index in
                .object(deployment.portals[index].publicURL.map { [.init("WebContextURL", .string($0))] } ?? [])
            },
            act: { deployment, new, index throws(PortalRefusal) in
                let url = new["WebContextURL"]?.text
                if let url, PlainURL(url) == nil {
                    throw .badValue("WebContextURL", url, "WebContextURL as https://host/context")
                }
                deployment.portals[index].publicURL = url
            }),
        SiteDocument(
            path: "system/webadaptors/config", summary: "What all web adaptors share.",
            evidence: .documented("\(manual)web-adaptors-configuration"), operation: "update",
            form: .members("webAdaptorsConfig"),
            first: { _, _, _ in .object([.init("sharedKey", .string("shared-with-adaptors"))]) }),
        SiteDocument(
            path: "system/languages", summary: "The languages of the portal's pages.",
            evidence: .documented("\(manual)languages; the body is inferred"), operation: "update",
            form: .parameters([:]), answer: [recheck],
            first: { _, _, _ in .object([.init("languages", .string("en"))]) }),
        SiteDocument(
            path: "system/database", summary: "The portal's own database.",
            evidence: .documented("\(manual)database; the body is inferred"), operation: "update",
            form: .parameters([:]),
            first: { _, _, _ in
                .object([
                    .init("name", .string("PostgreSQL")), .init("version", .string("14.4")),
                    .init("username", .string("pgadmin")),
                ])
            }),
        SiteDocument(
            path: "system/database/settings", summary: "Whether backups are incremental.",
            evidence: .reported("pypi.org/project/arcgis/2.4.4 sets it"), operation: "edit", form: .parameters([:]),
            first: { _, _, _ in .object([.init("incrementalBackupEnabled", .bool(false))]) }),
        SiteDocument(
            path: "system/content/configuration", summary: "Whether content from elsewhere is shown.", since: .v10_6_1,
            evidence: .reported("pypi.org/project/arcgis/2.4.4 sets it"), operation: "update",
            form: .parameters(["isExternalContentEnabled": "externalContentEnabled"]),
            first: { _, _, _ in .object([.init("isExternalContentEnabled", .bool(true))]) }),
        SiteDocument(
            path: "system/limits", summary: "The limits of scheduled tasks.", since: .v10_9_1,
            evidence: .documented("\(manual)limits-system-"), operation: "update", form: .members("limits"),
            first: { _, _, _ in
                let limits = [
                    ("UpdateInsightsUserLimit", 20), ("UpdateInsightsOrgLimit", 50), ("TaskRunHistoryCount", 30),
                ]
                return .object([
                    .init(
                        "ScheduleTask",
                        .array(
                            limits.map {
                                .object([.init("limitName", .string($0.0)), .init("numLimit", .int($0.1))])
                            }))
                ])
            }),
        SiteDocument(
            path: "security/tokens", summary: "The key of the portal's tokens.",
            evidence: .documented("\(manual)token-configuration"), operation: "update",
            form: .members("tokenConfig"), answer: [recheck],
            first: { _, _, _ in .object([.init("sharedKey", .string("********"))]) },
            act: { deployment, _, index throws(PortalRefusal) in deployment.portals[index].issuer.rotate() }),
        SiteDocument(
            path: "logs/settings", summary: "The settings of the log.", evidence: .documented("\(manual)log-settings"),
            operation: "edit", form: .parameters([:]), member: "settings",
            first: { _, _, _ in
                .object([
                    .init("logDir", .string("/opt/arcgis/portal/usr/arcgisportal/logs/")),
                    .init("logLevel", .string("INFO")), .init("maxLogFileAge", .int(90)),
                ])
            },
            act: { deployment, new, index throws(PortalRefusal) in
                let level = new["logLevel"]?.text ?? ""
                guard SiteLog.Level.settings.contains(level) else {
                    throw .badValue("logLevel", level, "one of \(SiteLog.Level.settings.joined(separator: ", "))")
                }
                deployment.portals[index].log.level = SiteLog.Level(rawValue: level)
            }),
    ]
}
