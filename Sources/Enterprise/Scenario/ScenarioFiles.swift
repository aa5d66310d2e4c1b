// SPDX-License-Identifier: Apache-2.0

/// Where scenario files and what lies beside them are read from: the disk, or the built-ins of the library.
package protocol ScenarioFiles: Sendable {
    /// The bytes of a file; `nil` if there is none. `path` is as `resolve` gave it.
    func read(_ path: String) -> [UInt8]?
    /// The path of a file named inside another one.
    func resolve(_ name: String, from file: String) -> String
    /// The path of a scenario by its built-in name (`start/federated`, or `federated` where unique).
    func builtIn(_ name: String) -> String?
    /// All built-in names.
    var builtInNames: [String] { get }
    /// The names of what lies in a folder, for suggestions; `path` is of a file in it, as `resolve` gave it.
    func names(beside path: String) -> [String]
}
