// SPDX-License-Identifier: Apache-2.0

/// A single file that was sent. Beside it are the built-in scenarios and their data, and nothing of this machine.
package struct SentFiles: ScenarioFiles {
    private let name: String?
    private let bytes: [UInt8]
    private let builtIns = EmbeddedScenarios()

    /// Creates the files; `name` is the name in findings.
    package init(_ bytes: [UInt8] = [], named name: String? = nil) {
        self.bytes = bytes
        self.name = name
    }

    package var builtInNames: [String] { builtIns.builtInNames }
    package func builtIn(_ name: String) -> String? { builtIns.builtIn(name) }
    package func read(_ path: String) -> [UInt8]? { path == name ? bytes : builtIns.read(path) }
    package func names(beside path: String) -> [String] { builtIns.names(beside: path) }
    package func resolve(_ name: String, from file: String) -> String { builtIns.resolve(name, from: file) }
}
