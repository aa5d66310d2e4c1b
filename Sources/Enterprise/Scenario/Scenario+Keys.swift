// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Scenario: ScenarioPart {
    static let table = KeyTable<Scenario>("a scenario", component: "Scenario", head + sites + behavior)

    private static let head: [KeyRow<Scenario>] = [
        KeyRow("title", .string, "What the file shows, in one sentence.", loaded: \.title),
        KeyRow("report", .part, "Where the behavior was reported.", \.report),
        KeyRow("extends", .string, "A built-in name or a path; what is written here goes on top of it.", \.base),
        KeyRow(
            "clock", .instant("clock"), "Where the deployment's clock starts, ISO 8601; absent: the machine's.",
            \.clock),
        KeyRow("seed", .integer(0...Int.max), "Same seed, same tokens; absent: random.", \.seed),
    ]

    private static let sites: [KeyRow<Scenario>] = [
        KeyRow(
            Keys.Key("portal", .either([.object(Portal.table.keys), .null]), "Short for one portal; null: none."),
            read: { node, scenario, loader in
                scenario.portals = node.isNull ? [] : [Portal.read(node, &loader)]
            }),
        KeyRow("portals", listOf: .part, "The portals.", \.portals),
        KeyRow("servers", listOf: .part, "The ArcGIS Servers.", \.servers),
    ]

    private static let behavior: [KeyRow<Scenario>] = [
        KeyRow(
            Keys.Key("quirks", .map(.string), "Behaviors set otherwise than the release has them."),
            read: { node, scenario, loader in
                for entry in node.entries { loader.quirk(entry, &scenario.quirks) }
            },
            write: { scenario, writer in
                let quirks = scenario.quirks.sorted { $0.key.rawValue < $1.key.rawValue }
                return quirks.isEmpty
                    ? nil : writer.map(quirks.map { ($0.key.rawValue, .string($0.value.rawValue)) })
            }),
        KeyRow("faults", listOf: .part, "Failures on purpose; the first that strikes counts.", \.faults),
        KeyRow("explain", .boolean, "Whether answers carry X-Mock-Portal-Because.", \.explains),
        KeyRow(
            "allowedOrigins", .strings, "Origins that browsers may call from; [\"*\"] is everybody.",
            loaded: \.allowedOrigins),
        KeyRow(
            Keys.Key("steps", .list(.object(.step)), "What `check` does, and what must come of it."),
            read: { node, scenario, loader in
                for step in node.nodes {
                    if let step = loader.step(step) { scenario.steps.append(step) }
                }
            }),
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
