// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The small resources of `portaladmin` that are changed as a whole.
extension Administration {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/portal/"
    /// Where a change restarts something, clients are told to wait (docs/reference/sharing.md; documented of tokens).
    private static let recheck = JSON.Member("recheckAfterSeconds", .int(10))

    static let portalDocuments: [Route] = documents.flatMap(\.routes)

    private static let documents: [PortalDocument] = [
        PortalDocument(
            path: "system/properties", summary: "The portal's properties.",
            evidence: .reported("docs/reference/admin.md#e32"), operation: "update", form: .whole("properties"),
            first: { deployment, _, index in
                deployment.portals[index].publicURL.map { [.init("WebContextURL", .string($0))] } ?? []
            },
            act: { deployment, members, index throws(PortalRefusal) in
                let url = members.first { $0.name == "WebContextURL" }?.value.text
                if let url, PlainURL(url) == nil {
                    throw .badValue("WebContextURL", url, "WebContextURL as https://host/context")
                }
                deployment.portals[index].publicURL = url
            }),
        PortalDocument(
            path: "system/webadaptors/config", summary: "What all web adaptors share.",
            evidence: .documented("\(manual)web-adaptors-configuration"), operation: "update",
            form: .members("webAdaptorsConfig"),
            first: { _, _, _ in [.init("sharedKey", .string("shared-with-adaptors"))] }),
        PortalDocument(
            path: "system/languages", summary: "The languages of the portal's pages.",
            evidence: .documented("\(manual)languages; the body is inferred"), operation: "update",
            form: .parameters([:]), answer: [recheck],
            first: { _, _, _ in [.init("languages", .string("en"))] }),
        PortalDocument(
            path: "system/database", summary: "The portal's own database.",
            evidence: .documented("\(manual)database; the body is inferred"), operation: "update",
            form: .parameters([:]),
            first: { _, _, _ in
                [
                    .init("name", .string("PostgreSQL")), .init("version", .string("14.4")),
                    .init("username", .string("pgadmin")),
                ]
            }),
        PortalDocument(
            path: "system/database/settings", summary: "Whether backups are incremental.",
            evidence: .reported("pypi.org/project/arcgis/2.4.4 sets it"), operation: "edit", form: .parameters([:]),
            first: { _, _, _ in [.init("incrementalBackupEnabled", .bool(false))] }),
        PortalDocument(
            path: "system/content/configuration", summary: "Whether content from elsewhere is shown.", since: .v10_6_1,
            evidence: .reported("pypi.org/project/arcgis/2.4.4 sets it"), operation: "update",
            form: .parameters(["isExternalContentEnabled": "externalContentEnabled"]),
            first: { _, _, _ in [.init("isExternalContentEnabled", .bool(true))] }),
        PortalDocument(
            path: "system/limits", summary: "The limits of scheduled tasks.", since: .v10_9_1,
            evidence: .documented("\(manual)limits-system-"), operation: "update", form: .members("limits"),
            first: { _, _, _ in
                let limits = [
                    ("UpdateInsightsUserLimit", 20), ("UpdateInsightsOrgLimit", 50), ("TaskRunHistoryCount", 30),
                ]
                return [
                    .init(
                        "ScheduleTask",
                        .array(
                            limits.map {
                                .object([.init("limitName", .string($0.0)), .init("numLimit", .int($0.1))])
                            }))
                ]
            }),
        PortalDocument(
            path: "security/tokens", summary: "The key of the portal's tokens.",
            evidence: .documented("\(manual)token-configuration"), operation: "update",
            form: .members("tokenConfig"), answer: [recheck],
            first: { _, _, _ in [.init("sharedKey", .string("********"))] },
            act: { deployment, _, index throws(PortalRefusal) in deployment.portals[index].issuer.rotate() }),
        PortalDocument(
            path: "logs/settings", summary: "The settings of the log.", evidence: .documented("\(manual)log-settings"),
            operation: "edit", form: .parameters([:]), member: "settings",
            first: { _, _, _ in
                [
                    .init("logDir", .string("/opt/arcgis/portal/usr/arcgisportal/logs/")),
                    .init("logLevel", .string("INFO")), .init("maxLogFileAge", .int(90)),
                ]
            },
            act: { _, members, _ throws(PortalRefusal) in
                let level = members.first { $0.name == "logLevel" }?.value.text ?? ""
                guard PortalLogs.levels.contains(level) else {
                    throw .badValue("logLevel", level, "one of \(PortalLogs.levels.joined(separator: ", "))")
                }
            }),
    ]
}
