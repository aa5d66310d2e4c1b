// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// The built-in scenarios that `list`, `show` and `check` choose from.
package enum BuiltInScenarios {
    private static let builtIns = EmbeddedScenarios()

    package static var names: [String] { builtIns.builtInNames }

    /// The themes: the part of the names before the slash.
    package static var themes: [String] {
        Set(names.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted()
    }

    /// Returns all scenarios of a theme; empty if there is no such theme.
    package static func names(theme: String) -> [String] {
        let theme = theme.hasSuffix("/") ? String(theme.dropLast()) : theme
        return names.filter { $0.hasPrefix(theme + "/") }
    }

    /// Returns one line per scenario with its name and title.
    package static func list(_ names: [String]) -> String {
        let width = names.map(\.count).max() ?? 0
        return names.map { name in
            let title = scenario(name)?.title ?? ""
            return "\(name)\(String(repeating: " ", count: width - name.count))  \(title)\n"
        }.joined()
    }

    /// Returns the scenario's file as it is, or `nil` if there is none with that name.
    package static func text(_ name: String) -> String? {
        let files = DiskFiles()
        let path = MockEnterprise.isPath(name) ? name : files.builtIn(name)
        return path.flatMap { files.read($0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Returns the name most similar to an unknown one.
    package static func nearest(to name: String) -> String? {
        if let near = Suggestion.nearest(to: name, among: names + themes) { return near }
        let short = Dictionary(names.map { (String($0.split(separator: "/").last ?? ""), $0) }) { first, _ in first }
        return Suggestion.nearest(to: name, among: short.keys.sorted()).flatMap { short[$0] }
    }

    static func scenario(_ name: String) -> Scenario? {
        builtIns.builtIn(name).flatMap { ScenarioLoader.load($0, files: builtIns).0 }
    }
}
