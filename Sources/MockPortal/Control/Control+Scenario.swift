// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// The endpoints that replace or reset the scenario.
extension Control {
    static let scenario = [
        Endpoint(
            .put, "scenario", "Serves another scenario on the same ports, unless it has errors",
            body: scenarioBody, takesScenario: true, success: .json(200, .object(.ready)), cost: .much,
            handler: replace),
        Endpoint(
            .post, "reset", "Resets state, journal, faults and clock to the scenario's beginning", cost: .much,
            handler: reset),
    ]

    /// A scenario, or the name of one.
    static let scenarioBody = Keys.Kind.either([.object(named), .object(.scenario)])

    private static let named = Keys(
        what: "a name", component: "ScenarioName",
        list: [
            Keys.Key("name", .string, "A built-in name, or a path on the machine that serves.", isRequired: true)
        ])

    /// Returns the scenario that a body contains or names.
    static func load(_ call: ControlCall) throws(ControlFailure) -> Scenario {
        let (scenario, findings): (Scenario?, [Finding])
        if let members = call.body.members, members.count == 1, members[0].name == "name" {
            (scenario, findings) = MockEnterprise.load(members[0].value.text ?? "")
        } else {
            let files = SentFiles(call.bytes, named: ControlCall.file)
            (scenario, findings) = ScenarioLoader.load(ControlCall.file, files: files)
        }
        guard let scenario else { throw ControlFailure(scenario: findings) }
        return scenario
    }

    private static func replace(_ call: ControlCall) throws(ControlFailure) -> Response {
        let scenario = try load(call)
        do throws(MockEnterpriseError) {
            let isWritten = scenario.file == ControlCall.file
            try call.instance.replace(
                with: scenario, source: isWritten ? String(decoding: call.bytes, as: UTF8.self) : nil)
        } catch {
            throw ControlFailure(scenario: error.findings)
        }
        return Response(json: call.instance.ready)
    }

    private static func reset(_ call: ControlCall) -> Response {
        call.instance.reset()
        return Response(status: 204)
    }
}
