// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a GPServer.
    static let gpServer = Description(
        rows: [
            Row("currentVersion", since: .v10_0_0) { .number($0.version.number ?? "") },
            Row(
                "cimVersion", since: .v11_0,
                evidence: .captured("Tests/Golden/arcgis/solutionjs/templates__sampleWebToolServiceJson.json: 11.2")
            ) { .string($0.version.cim) },
            Row("serviceDescription") { .string($0.service.description) },
            Row("tasks") { .array($0.service.tasks.map { .string($0.name) }) },
            Row("executionType") { .string(executionType($0.service.tasks.first)) },
            Row("resultMapServerName", .string("")), Row("maximumRecords") { .int($0.service.maxRecordCount ?? 1000) },
            Row("capabilities", since: .v10_1) { .string($0.service.capabilities ?? "") },
        ],
        evidence: .documented(
            "developers.arcgis.com/rest/services-reference/enterprise/gp-service/: examples of 10.9.1 and 11.1"))

    static func executionType(_ task: GPTask?) -> String {
        task?.isSynchronous == true ? "esriExecutionTypeSynchronous" : "esriExecutionTypeAsynchronous"
    }
}

extension GPTask {
    /// Returns the task's description; `description` from 10.1 on (documented: added at 10.1 SP1).
    func json(_ version: Version) -> JSON {
        var members: [JSON.Member] = [.init("name", .string(name)), .init("displayName", .string(displayName))]
        if version.hasTaskDescription { members.append(.init("description", .string(description))) }
        members += [
            .init("category", .string(category)), .init("helpUrl", .string(helpURL)),
            .init("executionType", .string(Description.executionType(self))),
            .init("parameters", .array(parameters.map { described($0, version) })),
        ]
        return .object(members)
    }

    /// Returns a parameter of the scenario, completed, in the documented order.
    private func described(_ parameter: JSON, _ version: Version) -> JSON {
        let name = parameter["name"]?.text ?? ""
        let usual: [(String, JSON?)] = [
            ("name", .string(name)), ("dataType", .string("GPString")),
            ("displayName", .string(name.replacing("_", with: " "))),
            ("description", version.hasTaskDescription ? .string("") : nil),
            ("direction", .string("esriGPParameterDirectionInput")), ("dependency", nil), ("choiceList", nil),
            ("filter", nil), ("defaultValue", .null), ("parameterType", .string("esriGPParameterTypeRequired")),
            ("category", .string("")), ("parameterInfos", nil),
        ]
        let known = usual.compactMap { key, value in (parameter[key] ?? value).map { JSON.Member(key, $0) } }
        let others = (parameter.members ?? []).filter { member in !usual.contains { $0.0 == member.name } }
        return .object(known + others)
    }
}

extension Version {
    var hasTaskDescription: Bool { self >= .v10_1 }
    /// The `progress` of an executing job (documented: from 10.8.1 on).
    var hasJobProgress: Bool { self >= .v10_8_1 }
}
