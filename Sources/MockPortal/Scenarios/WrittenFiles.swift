// SPDX-License-Identifier: Apache-2.0

import Enterprise

/// Files of the disk and of the library, and data that stands in code.
struct WrittenFiles: ScenarioFiles {
    let data: [String: [UInt8]]
    private let disk = DiskFiles()

    init(data: [String: [UInt8]]) { self.data = data }

    var builtInNames: [String] { disk.builtInNames }
    func builtIn(_ name: String) -> String? { disk.builtIn(name) }
    func read(_ path: String) -> [UInt8]? { data[path] ?? disk.read(path) }
    func names(beside path: String) -> [String] {
        path.hasPrefix(TreeWriter.prefix) ? Array(data.keys) : disk.names(beside: path)
    }
    func resolve(_ name: String, from file: String) -> String {
        name.hasPrefix(TreeWriter.prefix) ? name : disk.resolve(name, from: file)
    }
}
