// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder with scenario files, which `check` runs as one.
package enum ScenarioFolder {
    /// The deepest folder that is looked into: a link to a folder above would never end.
    private static let deepest = 16

    /// Returns the paths of the `.json5` files in a folder and below it, in order, or `nil` if there is no such folder.
    package static func files(in path: String) -> [String]? {
        guard isFolder(path) else { return nil }
        var found: [String] = []
        collect(path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path, depth: 0, &found)
        return found.sorted()
    }

    private static func collect(_ folder: String, depth: Int, _ found: inout [String]) {
        for name in DiskFiles().names(beside: "\(folder)/.") {
            let path = "\(folder)/\(name)"
            if name.hasSuffix(".json5") {
                found.append(path)
            } else if depth < deepest, name != "node_modules", isFolder(path) {
                collect(path, depth: depth + 1, &found)
            }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var about = stat()
        return unsafe stat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFDIR
    }
}
