// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `admin/system/webadaptors`: the web adaptors that were registered.
enum AdminAdaptors {
    private static let list = AdminList(
        path: "system/webadaptors", placeholder: "adaptor", member: "webAdaptors", name: "id", kind: "Web adaptor",
        summary: "The web adaptors.", evidence: .reported("docs/reference/admin.md#a36"))

    static let routes: [Route] =
        list.resources + [
            list.adds(
                "register", "Registers a web adaptor, or a reverse proxy as one.",
                .reported("docs/reference/admin.md#a37")
            ) { deployment, context, _ throws(AdminRefusal) in
                let url = try context.required("webAdaptorURL")
                let port = { (name: String, standard: Int) in
                    JSON.int(context.parameters.given(name).flatMap { Int($0) } ?? standard)
                }
                return .object([
                    .init("machineName", .string(context.parameters["machinename"] ?? "")),
                    .init("machineIP", .string(context.parameters["machineip"] ?? context.call.connection.peerAddress)),
                    .init("webAdaptorURL", .string(url)), .init("id", .string(AdminIdentifier.uuid(&deployment))),
                    .init("description", .string(context.parameters["description"] ?? "")),
                    .init("httpPort", port("httpport", 80)), .init("httpsPort", port("httpsport", 443)),
                    .init("refreshServerListInterval", .int(1)), .init("reconnectServerOnFailureInterval", .int(1)),
                    .init("isAdminEnabled", .bool(context.flag("isAdminEnabled") ?? true)),
                ])
            },
            list.edits("update", "Changes its description and ports.") { entry, context in
                AdminList.filled(entry, context)
            },
            list.removes("unregister", "Unregisters it."),
        ]
}

/// Identifiers of what a site makes.
enum AdminIdentifier {
    /// Returns 32 hexadecimal digits in groups.
    static func uuid(_ deployment: inout Deployment) -> String {
        let digits = Array(Hex.encode(deployment.generator.bytes(16)))
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return parts.joined(separator: "-")
    }
}
