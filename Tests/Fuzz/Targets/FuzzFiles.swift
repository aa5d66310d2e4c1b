// SPDX-License-Identifier: Apache-2.0

import Enterprise

/// One scenario in memory, with the built-ins beside it.
struct FuzzFiles: ScenarioFiles {
    static let name = "fuzz.json5"
    private let bytes: [UInt8]
    private let builtIns = EmbeddedScenarios()

    init(_ bytes: [UInt8]) { self.bytes = bytes }
    init(_ text: String) { self.init(Array(text.utf8)) }

    func read(_ path: String) -> [UInt8]? { path == FuzzFiles.name ? bytes : builtIns.read(path) }
    func resolve(_ name: String, from file: String) -> String { builtIns.resolve(name, from: file) }
    func builtIn(_ name: String) -> String? { builtIns.builtIn(name) }
    func names(beside path: String) -> [String] {
        path.hasPrefix(EmbeddedScenarios.prefix) ? builtIns.names(beside: path) : []
    }
    var builtInNames: [String] { builtIns.builtInNames }
}
