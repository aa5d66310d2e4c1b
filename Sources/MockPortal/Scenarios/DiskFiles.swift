// SPDX-License-Identifier: Apache-2.0

import Enterprise
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Scenario files on the disk, and the built-ins beside them.
package struct DiskFiles: ScenarioFiles {
    private let builtIns = EmbeddedScenarios()

    package init() {}

    package var builtInNames: [String] { builtIns.builtInNames }
    package func builtIn(_ name: String) -> String? { builtIns.builtIn(name) }

    package func resolve(_ name: String, from file: String) -> String {
        // So that a copy of a built-in scenario finds its data wherever it lies.
        if name.hasPrefix(EmbeddedScenarios.prefix) { return name }
        return file.hasPrefix(EmbeddedScenarios.prefix)
            ? builtIns.resolve(name, from: file) : EmbeddedScenarios.join(name, from: file)
    }

    package func names(beside path: String) -> [String] {
        if path.hasPrefix(EmbeddedScenarios.prefix) { return builtIns.names(beside: path) }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard let directory = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    package func read(_ path: String) -> [UInt8]? {
        if path.hasPrefix(EmbeddedScenarios.prefix) { return builtIns.read(path) }
        let descriptor = unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var about = stat()
        if unsafe fstat(descriptor, &about) == 0 { bytes.reserveCapacity(min(Int(about.st_size), 64 << 20)) }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe Platform.read(descriptor, &chunk, chunk.count)
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += chunk[..<count]
        }
    }
}
