// SPDX-License-Identifier: Apache-2.0

/// The source of scenario files and the files beside them: the disk, or the library's built-in files.
package protocol ScenarioFiles: Sendable {
    /// Returns the bytes of a file, or `nil` if there is none. `path` comes from `resolve`.
    func read(_ path: String) -> [UInt8]?
    /// Returns the path of a file that another file names.
    func resolve(_ name: String, from file: String) -> String
    /// Returns the path of a scenario by its built-in name (`start/federated`, or `federated` where unique).
    func builtIn(_ name: String) -> String?
    /// All built-in names.
    var builtInNames: [String] { get }
    /// Returns the names in the folder of a file, for suggestions. `path` comes from `resolve`.
    func names(beside path: String) -> [String]
}
