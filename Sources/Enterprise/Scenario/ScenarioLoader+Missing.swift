// SPDX-License-Identifier: Apache-2.0

import Formats

/// Findings about named files that do not exist.
extension ScenarioLoader {
    /// Reports a missing file, with the name of a similar one in the folder.
    mutating func missing(_ node: Node, _ name: String) {
        fail(node, "there is no file \"\(name)\" beside this scenario", suggestion: near(name, from: node.file))
    }

    /// Returns the similar name of a file in the same folder, as it would be written.
    func near(_ name: String, from file: String) -> String? {
        let start = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
        let names = files.names(beside: files.resolve(name, from: file)).sorted()
        return Suggestion.nearest(to: String(name[start...]), among: names).map { name[..<start] + $0 }
    }
}
