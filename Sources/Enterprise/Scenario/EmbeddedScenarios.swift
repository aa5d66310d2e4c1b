// SPDX-License-Identifier: Apache-2.0

import CAssets

/// The scenarios embedded in the library, with their data.
package struct EmbeddedScenarios: ScenarioFiles {
    /// The prefix of built-in files, which keeps them apart from files on disk.
    package static let prefix = "builtin:"

    /// The names without their ending. Finding one file by its name does not need them.
    private static let names = files { $0.hasSuffix(".json5") ? String($0.dropLast(6)) : nil }.sorted()

    /// The paths that a function keeps, in its words.
    private static func files(_ keep: (String) -> String?) -> [String] {
        (0..<mp_asset_count).compactMap { unsafe keep(String(cString: mp_asset_at($0).name)) }
    }

    package init() {}

    package var builtInNames: [String] { Self.names }

    package func builtIn(_ name: String) -> String? {
        if unsafe mp_asset_named("\(name).json5") != nil { return "\(Self.prefix)\(name).json5" }
        let last = Self.names.filter { $0.hasSuffix("/\(name)") }
        return last.count == 1 ? "\(Self.prefix)\(last[0]).json5" : nil
    }

    package func read(_ path: String) -> [UInt8]? {
        guard path.hasPrefix(Self.prefix) else { return nil }
        let name = String(path.dropFirst(Self.prefix.count))
        guard let asset = unsafe mp_asset_named(name)?.pointee else { return nil }
        return unsafe Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.size)))
    }

    package func names(beside path: String) -> [String] {
        guard path.hasPrefix(Self.prefix), let slash = path.lastIndex(of: "/") else { return [] }
        let folder = path[...slash].dropFirst(Self.prefix.count)
        return Self.files { $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : nil }
    }

    package func resolve(_ name: String, from file: String) -> String {
        guard file.hasPrefix(Self.prefix), !name.hasPrefix(Self.prefix) else { return name }
        return Self.prefix + Self.join(name, from: String(file.dropFirst(Self.prefix.count)))
    }

    /// Returns a relative path resolved from a file, without `..` and `.`.
    package static func join(_ name: String, from file: String) -> String {
        if name.hasPrefix("/") { return name }
        var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in name.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != "..", !last.isEmpty {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
