// SPDX-License-Identifier: Apache-2.0

import Formats

/// Files that are named and not there.
extension ScenarioLoader {
    /// Tells it, with the name of what lies there and is written like it.
    mutating func missing(_ node: Node, _ name: String) {
        fail(node, "there is no file \"\(name)\" beside this scenario", suggestion: near(name, from: node.file))
    }

    /// What lies in the same folder and has a name like it, as it would be written.
    func near(_ name: String, from file: String) -> String? {
        let start = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
        let names = files.names(beside: files.resolve(name, from: file)).sorted()
        return Suggestion.nearest(to: String(name[start...]), among: names).map { name[..<start] + $0 }
    }
}
