// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Scenario: ScenarioPart {
    static let table = KeyTable<Scenario>("a scenario", component: "Scenario", head + sites + behavior)

    private static let head: [KeyRow<Scenario>] = [
        KeyRow("$schema", .string, "Where the schema is, for editors; it changes nothing."),
        KeyRow("title", .string, "What the scenario shows, in one sentence.", loaded: \.title),
        KeyRow("report", .part, "Where the behavior was reported.", \.report),
        KeyRow("extends", .string, "A built-in name or a path of a scenario that this one extends.", \.base),
        KeyRow(
            Keys.Key(
                "clock", .either([Notation<Instant>.instant("clock").kind, .object(clockTable.keys)]),
                "The start of the deployment's clock, ISO 8601, or an object; default: the machine's time."),
            read: { node, scenario, loader in
                if node.text == nil { return clockTable.read(node, into: &scenario, &loader) }
                if let start = Notation<Instant>.instant("clock").read(node, &loader) { scenario.clock = start }
            },
            write: { scenario, writer in
                guard scenario.isClockFrozen else {
                    return scenario.clock.map { Notation<Instant>.instant("clock").write($0, &writer) }
                }
                return writer.object(scenario, clockTable)
            }),
        KeyRow("seed", .seed, "The seed for tokens and ids; default: random.", \.seed),
    ]

    /// The words are those of `POST /_mock/clock`.
    private static let clockTable = KeyTable<Scenario>(
        "a clock",
        [
            KeyRow("set", .instant("set"), "Where it starts, ISO 8601; default: the machine's time.", \.clock),
            KeyRow(
                "freeze", .boolean, "Whether it stands until a step or a call moves it.", always: \.isClockFrozen),
        ])

    private static let sites: [KeyRow<Scenario>] = [
        KeyRow(
            Keys.Key("portal", .either([.object(Portal.table.keys), .null]), "A single portal; null: none."),
            read: { node, scenario, loader in
                scenario.portals = node.isNull ? [] : [Portal.read(node, &loader)]
            }),
        KeyRow("portals", listOf: .part, "The portals.", \.portals),
        KeyRow("servers", listOf: .part, "The ArcGIS Servers.", \.servers),
    ]

    private static let behavior: [KeyRow<Scenario>] = [
        KeyRow(
            Keys.Key("quirks", .map(.string), "Behaviors that override the release's."),
            read: { node, scenario, loader in
                for entry in node.entries { loader.quirk(entry, &scenario.quirks) }
            },
            write: { scenario, writer in
                let quirks = scenario.quirks.sorted { $0.key.rawValue < $1.key.rawValue }
                return quirks.isEmpty
                    ? nil : writer.map(quirks.map { ($0.key.rawValue, .string($0.value.rawValue)) })
            }),
        KeyRow("faults", listOf: .part, "Simulated failures; the first that strikes applies.", \.faults),
        KeyRow("explain", .boolean, "Whether answers carry X-Mock-Portal-Because.", \.explains),
        KeyRow(
            "allowedOrigins", .strings, "The origins that browsers may call from; [\"*\"] allows all.",
            loaded: \.allowedOrigins),
        KeyRow(
            "steps", .list(.part), "What `check` does and expects.", loaded: \.steps),
    ]

    static func blank(at location: CodeLocation) -> Scenario { Scenario(at: location) }
    var location: CodeLocation? { place }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        for index in servers.indices where servers[index].name.isEmpty {
            servers[index].name = index == 0 ? "gis" : "gis\(index + 1)"
        }
        loader.federations(node["servers"]?.nodes ?? [], portals)
    }
}
