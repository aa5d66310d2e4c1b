// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// The endpoints for faults.
extension Control {
    static let faults = [
        Endpoint(
            .post, "faults", "Sets a fault or a list of them",
            body: .either([.object(.fault), .list(.object(.fault))]), success: .json(201, .object(ids)), handler: set),
        Endpoint(
            .get, "faults", "The faults, in the order they are tried", success: .json(200, .object(book)),
            handler: list),
        Endpoint(.delete, "faults", "Removes all faults, including the scenario's", handler: removeAll),
        Endpoint(
            .delete, "faults/{id}", "Removes a fault", refusals: [(404, "No fault has that id.")],
            handler: remove),
    ]

    private static let ids = Keys(
        what: "the ids", component: "FaultIds",
        list: [Keys.Key("ids", .list(.string), "The ids, in the order given.", isRequired: true)])

    private static let book = Keys(
        what: "the faults", component: "Faults",
        list: [Keys.Key("faults", .list(.object(entry)), "The faults.", isRequired: true)])

    private static let entry = Keys(
        what: "a fault that is set", component: "SetFault",
        list: [
            Keys.Key("id", .string, "The id for DELETE.", isRequired: true),
            Keys.Key("when", .map(.any), "When it strikes, as given.", isRequired: true),
            Keys.Key("then", .map(.any), "What it does, as given.", isRequired: true),
            Keys.Key("matches", .anyNumber, "The number of requests that met all but the counts.", isRequired: true),
            Keys.Key("strikes", .anyNumber, "How often it struck.", isRequired: true),
        ])

    private static func set(_ call: ControlCall) throws(ControlFailure) -> Response {
        let (faults, findings) = ScenarioLoader.faults(call.bytes, file: ControlCall.file)
        guard findings.isEmpty else { throw ControlFailure(body: findings) }
        let ids: [String]
        do throws(Event.Impossible) {
            ids = try call.edit(.faults) { state throws(Event.Impossible) in
                try state.deployment.check(faults)
                let ids = faults.map { state.faults.add($0) }
                return (ids, ids.isEmpty ? nil : ControlEdit.told(ids, faults))
            }
        } catch {
            throw ControlFailure(error, error.key == "when.user" ? "bad-pattern" : "impossible-event")
        }
        return Response(status: 201, json: .object([.init("ids", .array(ids.map(JSON.string)))]))
    }

    private static func list(_ call: ControlCall) -> Response {
        let list = call.state.withLock { $0.faults.list }
        return Response(
            json: .object([
                .init(
                    "faults",
                    .array(
                        list.map { entry in
                            .object(
                                [.init("id", .string(entry.id))] + (entry.fault.json.members ?? []) + [
                                    .init("matches", .int(entry.matches)), .init("strikes", .int(entry.strikes)),
                                ])
                        }))
            ]))
    }

    private static func removeAll(_ call: ControlCall) -> Response {
        call.edit(.faults) { state in
            state.faults.removeAll()
            return ((), ControlEdit.told(removed: nil))
        }
        return Response(status: 204)
    }

    private static func remove(_ call: ControlCall) throws(ControlFailure) -> Response {
        let id = call.names["id"] ?? ""
        let hit = call.edit(.faults) { state in
            let hit = state.faults.remove(id)
            return (hit, hit ? ControlEdit.told(removed: id) : nil)
        }
        guard hit else {
            throw ControlFailure(404, "no-such-fault", "There is no fault \"\(id)\".")
        }
        return Response(status: 204)
    }
}
