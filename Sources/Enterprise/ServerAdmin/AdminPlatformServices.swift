// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/system/platformservices`: what runs beside a server. A client starts and stops them by GET.
enum AdminPlatformServices {
    private static let path = "system/platformservices"
    private static let evidence = Evidence.documented(
        "developers.arcgis.com/rest/enterprise-administration/server/platformservices; pypi.org/project/arcgis reads id and type"
    )
    private static let byGet = Administration.Terms(isReadOnly: true, takesGet: true)
    private static let kinds = ["COMPUTE_PLATFORM", "SYNCHRONIZATION_SERVICE", "MESSAGE_BUS"]

    static let routes: [Route] =
        [
            Administration.resource(path, "What runs beside the server.", since: .v10_5, evidence) {
                _, _, _ throws(AdminRefusal) in
                .json(.object([.init("platformservices", .array(kinds.indices.map(entry)))]))
            },
            Administration.resource("\(path)/{service}", "One of them.", since: .v10_5, evidence) {
                _, context, _ throws(AdminRefusal) in .json(entry(try number(context)))
            },
            Administration.resource("\(path)/{service}/status", "Whether it runs.", since: .v10_5, evidence) {
                deployment, context, index throws(AdminRefusal) in
                let key = "\(path)/\(id(try number(context)))"
                let state = deployment.sites[index].settings[key] ?? .string("STARTED")
                return .json(.object([.init("configuredState", state), .init("realTimeState", state)]))
            },
        ]
        + [("start", "STARTED"), ("stop", "STOPPED")].map { operation, state in
            Administration.operation(
                "\(path)/{service}/\(operation)", "Makes it \(state).", byGet, since: .v10_5, evidence
            ) { deployment, context, index throws(AdminRefusal) in
                deployment.sites[index].settings["\(path)/\(id(try number(context)))"] = .string(state)
                return .json(Administration.success)
            }
        }

    private static func id(_ number: Int) -> String { "platformservice\(number + 1)" }

    @Sendable private static func entry(_ number: Int) -> JSON {
        .object([
            .init("id", .string(id(number))), .init("name", .string(kinds[number])),
            .init("type", .string(kinds[number])), .init("configuration", .object([])),
        ])
    }

    private static func number(_ context: RequestContext) throws(AdminRefusal) -> Int {
        let asked = context.names["service"] ?? ""
        guard let number = kinds.indices.first(where: { id($0) == asked }) else {
            throw AdminRefusal.missing(asked, among: kinds.indices.map(id))
        }
        return number
    }
}
