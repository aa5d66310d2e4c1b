// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/services/….GPServer/jobs`: the jobs that clients submitted to a geoprocessing service.
enum AdminJobs {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    static func ofService(_ path: String) -> [Route] {
        [
            Administration.resource(
                "\(path)/jobs", "The jobs of a geoprocessing service.", since: .v10_6_1,
                .documented("\(manual)jobs; that JSON lists them is inferred")
            ) { deployment, context, index throws(AdminRefusal) in
                let all = try reports(deployment, context, index)
                return .json(.object([.init("jobs", .array(all.map { json($0, deployment, context, index) }))]))
            },
            Administration.resource(
                "\(path)/jobs/query", "The jobs of a time, a status, a user.", since: .v10_6_1,
                .documented("\(manual)query-jobs"), query),
            Administration.resource(
                "\(path)/jobs/statistics", "How many jobs there are, and how they ended.", since: .v10_6_1,
                .documented("\(manual)job-statistics.htm"), statistics),
            Administration.resource(
                "\(path)/jobs/{job}", "A job.", since: .v10_6_1, .documented("\(manual)job-get-.htm")
            ) { deployment, context, index throws(AdminRefusal) in
                .json(json(try found(deployment, context, index), deployment, context, index))
            },
            Administration.operation(
                "\(path)/jobs/{job}/cancel", "Cancels a job that has not ended.",
                Administration.Terms(privilege: .publish, isReadOnly: true), since: .v10_6_1,
                .documented("\(manual)cancel-job")
            ) { deployment, context, index throws(AdminRefusal) in
                let job = try found(deployment, context, index)
                let number = try AdminServices.number(deployment, context, index)
                guard deployment.servers[index].services[number].map.cancel(job: job.id, at: context.now) else {
                    throw AdminRefusal(
                        Administration.ErrorBodies.jobOver.about(job.id), Administration.Rules.jobOver,
                        facts: [.init("job", job.id), .init("status", job.status.rawValue)],
                        wouldPass: "a job that is esriJobSubmitted or esriJobExecuting")
                }
                return .json(Administration.success)
            },
            Administration.operation(
                "\(path)/jobs/{job}/delete", "Removes every trace of a job.",
                Administration.Terms(privilege: .publish, isReadOnly: true), since: .v10_6_1,
                .documented("\(manual)delete-job")
            ) { deployment, context, index throws(AdminRefusal) in
                let job = try found(deployment, context, index)
                let number = try AdminServices.number(deployment, context, index)
                deployment.servers[index].services[number].map.gpJobs.removeAll { $0.id == job.id }
                return .json(Administration.success)
            },
        ]
    }

    private static func reports(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> [ServiceModel.JobReport] {
        let number = try AdminServices.number(deployment, context, index)
        guard deployment.servers[index].services[number].types.contains("GPServer") else {
            throw AdminRefusal.missing("jobs", among: [])
        }
        return deployment.servers[index].services[number].map.reports(at: context.now)
    }

    private static func found(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> ServiceModel.JobReport {
        let (asked, all) = (context.names["job"] ?? "", try reports(deployment, context, index))
        guard let job = all.first(where: { $0.id == asked }) else {
            throw AdminRefusal.missing(asked, among: all.map(\.id))
        }
        return job
    }

    private static func json(
        _ job: ServiceModel.JobReport, _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> JSON {
        let service = [context.names["plainFolder"], context.names["name.type"]].compactMap(\.self)
            .joined(separator: "/").replacing(".GPServer", with: "/GPServer")
        let page = "\(deployment.url(ofServer: index, context))/rest/services/\(service)/\(job.task)/jobs/\(job.id)"
        return .object([
            .init("jobID", .string(job.id)), .init("submittedTime", .time(job.submitted)),
            .init("endTime", job.ended.map(JSON.time) ?? .null), .init("status", .string(job.status.rawValue)),
            .init("username", .orNull(job.user)), .init("machinename", .string(deployment.servers[index].machine)),
            .init("url", .string(page)),
        ])
    }

    @Sendable private static func query(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        func time(_ name: String) throws(AdminRefusal) -> Int64? {
            guard let text = context.parameters.given(name.lowercased()) else { return nil }
            guard let value = Int64(text) else {
                throw AdminRefusal.badValue(name, text, ["milliseconds since 1970"])
            }
            return value
        }
        let (from, to) = (try time("startTime") ?? 0, try time("endTime") ?? context.now.milliseconds)
        let given = context.parameters
        let machine = deployment.servers[index].machine
        let found = try reports(deployment, context, index).filter { job in
            (from...max(from, to)).contains(job.submitted.milliseconds)
                && given.given("status").map { $0 == job.status.rawValue } ?? true
                && given.given("username").map { $0 == job.user ?? "anonymous" } ?? true
                && given.given("machinename").map { ASCII.equal($0, machine) } ?? true
        }
        let number = max(given.given("number").flatMap { Int($0) } ?? 10, 0)
        let start = max(given.given("start").flatMap { Int($0) } ?? 1, 1)
        let page = found.dropFirst(start - 1).prefix(number)
        let next = start - 1 + page.count
        return .json(
            .object([
                .init("total", .int(found.count)), .init("start", .int(start)), .init("num", .int(page.count)),
                .init("nextStart", .int(next < found.count ? next + 1 : -1)),
                .init("results", .array(page.map { json($0, deployment, context, index) })),
            ]))
    }

    @Sendable private static func statistics(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let all = try reports(deployment, context, index)
        func count(_ status: GPJob.Status) -> JSON { .int(all.count { $0.status == status }) }
        return .json(
            .object([
                .init("total", .int(all.count)), .init("cancelled", count(.cancelled)),
                .init("failed", count(.failed)), .init("succeeded", count(.succeeded)),
            ]))
    }
}
