// SPDX-License-Identifier: Apache-2.0

import Enterprise

/// One scenario file that is not on the disk yet, and the built-ins.
struct TextFiles: ScenarioFiles {
    static let name = "imported.json5"
    let text: String
    private let builtIns = EmbeddedScenarios()

    init(_ text: String) { self.text = text }

    var builtInNames: [String] { builtIns.builtInNames }
    func builtIn(_ name: String) -> String? { builtIns.builtIn(name) }
    func read(_ path: String) -> [UInt8]? { path == Self.name ? Array(text.utf8) : builtIns.read(path) }
    func names(beside path: String) -> [String] { [] }
    func resolve(_ name: String, from file: String) -> String { builtIns.resolve(name, from: file) }
}
