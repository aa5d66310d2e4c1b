// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/system`, its handlers, licenses and jobs.
enum AdminSystemResources {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static func named(_ page: String) -> Evidence { .documented("\(manual)\(page); the order is inferred") }

    static let routes: [Route] = [
        Administration.resource(
            "system", "The resources below it.", .documented("\(manual)system; the order is inferred")
        ) { _, context, _ throws(AdminRefusal) in
            .json(AdminSystem.system(context.profile.version))
        },
        Administration.resource(
            "system/handlers", "The handlers.",
            .reported("pypi.org/project/arcgis gis/server/admin/_system.py asks it, and names the two")
        ) { _, _, _ throws(AdminRefusal) in
            .json(AdminSystem.resources(["rest", "soap"]))
        },
        Administration.resource("system/handlers/rest", "The REST handler.", named("resthandlers")) {
            _, _, _ throws(AdminRefusal) in
            .json(AdminSystem.resources(["servicesdirectory"]))
        },
        Administration.resource("system/handlers/soap", "The SOAP handler.", named("soaphandler")) {
            _, _, _ throws(AdminRefusal) in
            .json(AdminSystem.resources(["soaphandlerconfig"]))
        },
        Administration.operation(
            "system/handlers/rest/cache/clear", "Clears the cache of descriptions; the double has none.",
            Administration.Terms(isReadOnly: true), .documented("\(manual)clearrestcache")
        ) { _, _, _ throws(AdminRefusal) in .json(Administration.success) },
        Administration.resource(
            "system/licenses", "What the site is licensed for.", .reported("docs/reference/admin.md#a39")
        ) {
            deployment, context, index throws(AdminRefusal) in
            .json(licenses(deployment.servers[index], context.profile.version))
        },
        Administration.resource(
            "system/jobs", "The operations that run by themselves.",
            .reported("Esri/ArcREST src/arcrest/manageags/_system.py reads jobs; the keys of one are inferred")
        ) { deployment, context, index throws(AdminRefusal) in
            .json(jobs(deployment.sites[index].jobs, context.now))
        },
        Administration.resource(
            "system/jobs/{job}", "One of them.", .reported("docs/reference/admin.md#a40; the other keys are inferred")
        ) { deployment, context, index throws(AdminRefusal) in
            let asked = context.names["job"] ?? ""
            let jobs = deployment.sites[index].jobs
            guard let found = jobs.first(where: { $0.id == asked }) else {
                throw AdminRefusal.missing(asked, among: jobs.map(\.id))
            }
            return .json(job(found, context.now))
        },
        Administration.resource("security", "The resources below it.", named("security")) {
            _, _, _ throws(AdminRefusal) in
            .json(AdminSystem.resources(["users", "roles", "tokens", "config", "psa"]))
        },
    ]

    static func jobs(_ jobs: [ServerJob], _ now: Instant) -> JSON {
        .object([.init("jobs", .array(jobs.map { job($0, now) }))])
    }

    private static func job(_ job: ServerJob, _ now: Instant) -> JSON {
        .object([
            .init("jobid", .string(job.id)), .init("status", .string(now < job.ends ? "EXECUTING" : "COMPLETED")),
            .init("operation", .string(job.operation)),
            .init("submitted", .number("\(job.started.milliseconds)")), .init("messages", .array([])),
        ])
    }

    private static func licenses(_ server: ServerState, _ version: Version) -> JSON {
        func term(_ name: String, _ feature: String) -> JSON {
            .object([
                .init("name", .string(name)), .init("version", .string(version.text)), .init("canExpire", .bool(false)),
                .init("expiration", .null), .init("featureName", .string(feature)),
            ])
        }
        let name = server.license.rawValue.prefix(1).uppercased() + server.license.rawValue.dropFirst()
        let feature = JSON.object([
            .init("name", .string("arcgisserver")), .init("displayName", .string("ArcGIS GIS Server \(name)")),
            .init("coreCount", .int(4)), .init("version", .string(version.text)), .init("canExpire", .bool(false)),
            .init("expiration", .null), .init("isValid", .bool(true)),
        ])
        return .object([
            .init("edition", term(name, "svr\(server.license.rawValue)")),
            .init("level", term("Enterprise", "svrenterprise")), .init("datafeature", term("Data", "svrdata")),
            .init("extensions", .array([])), .init("features", .array([feature])),
        ])
    }
}
