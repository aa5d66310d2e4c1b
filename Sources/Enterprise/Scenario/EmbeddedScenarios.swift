// SPDX-License-Identifier: Apache-2.0

import CAssets

/// The scenarios embedded in the library, with their data.
package struct EmbeddedScenarios: ScenarioFiles {
    /// The prefix of built-in files, which keeps them apart from files on disk.
    package static let prefix = "builtin:"

    private static let files: [String: Int] = {
        var files: [String: Int] = [:]
        for number in 0..<Int(mp_asset_count) {
            let asset = unsafe mp_asset_at(Int32(number))
            files[unsafe String(cString: asset.name)] = number
        }
        return files
    }()

    package init() {}

    package var builtInNames: [String] {
        Self.files.keys.filter { $0.hasSuffix(".json5") }.map { String($0.dropLast(6)) }.sorted()
    }

    package func builtIn(_ name: String) -> String? {
        let names = builtInNames
        if names.contains(name) { return "\(Self.prefix)\(name).json5" }
        let last = names.filter { $0.hasSuffix("/\(name)") }
        return last.count == 1 ? "\(Self.prefix)\(last[0]).json5" : nil
    }

    package func read(_ path: String) -> [UInt8]? {
        guard path.hasPrefix(Self.prefix), let number = Self.files[String(path.dropFirst(Self.prefix.count))] else {
            return nil
        }
        let asset = unsafe mp_asset_at(Int32(number))
        return unsafe Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.size)))
    }

    package func names(beside path: String) -> [String] {
        guard path.hasPrefix(Self.prefix), let slash = path.lastIndex(of: "/") else { return [] }
        let folder = path[...slash].dropFirst(Self.prefix.count)
        return Self.files.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
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
