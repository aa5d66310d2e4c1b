// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

extension GPTask: ScenarioPart {
    static let table = KeyTable<Self>("a task", identity + jobs)

    private static let identity: [KeyRow<Self>] = [
        KeyRow("name", .string, "Its name in the path.", isRequired: true, always: \.name),
        KeyRow("displayName", .string, "The display name.", loaded: \.displayName),
        KeyRow("description", .string, "Its description.", loaded: \.description),
        KeyRow("category", .string, "Its category.", loaded: \.category),
        KeyRow("helpUrl", .string, "The URL of its help.", loaded: \.helpURL),
        KeyRow(
            Keys.Key(
                "executionType", .word(["esriExecutionTypeAsynchronous", "esriExecutionTypeSynchronous"]),
                "Whether submitJob or execute runs it."),
            read: { node, task, _ in task.isSynchronous = node.text == "esriExecutionTypeSynchronous" }),
        KeyRow("parameters", .list(.any), "Its parameters, as its description lists them.", loaded: \.parameters),
        KeyRow(
            Keys.Key("results", .map(.any), "The values of its output parameters: JSON, or { file } of JSON."),
            read: { node, task, loader in
                for entry in node.entries {
                    if case .json(let value)? = loader.canned(entry.node) {
                        task.results.append(.init(entry.name, value))
                    }
                }
            }),
    ]

    private static let jobs: [KeyRow<Self>] = [
        KeyRow(
            Keys.Key(
                "messages", .list(.either([.string, .object(messageKeys)])), "The messages of a finished job."),
            read: { node, task, _ in task.messages = node.nodes.map(message) }),
        KeyRow(
            "waits", .milliseconds(example: "PT2S"), "How long a job waits, ISO 8601; default: PT0S.", loaded: \.waits),
        KeyRow(
            "executes", .milliseconds(example: "PT2S"), "How long a job runs, ISO 8601; default: PT2S.",
            loaded: \.executes),
        KeyRow("outcome", .word, "How jobs end.", loaded: \.outcome),
    ]

    private static let messageKeys = Keys(
        what: "a message",
        list: [
            Keys.Key(
                "type", .word(["Informative", "Warning", "Error", "Abort", "Empty"].map { "esriJobMessageType\($0)" }),
                "Its kind."), Keys.Key("description", .string, "Its text.", isRequired: true),
        ])

    private static func message(_ node: Node) -> JSON {
        .object([
            .init("type", .string(node["type"]?.text ?? "esriJobMessageTypeInformative")),
            .init("description", .string(node.text ?? node["description"]?.text ?? "")),
        ])
    }

    static func blank(at location: CodeLocation) -> Self { Self(name: "") }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        if node["displayName"] == nil { displayName = name }
    }
}
