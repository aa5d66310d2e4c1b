// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// An exit with an error: 1 a check failed, 2 bad arguments or scenario, 3 could not start.
struct Exit: Error {
    var code: Int32
    var message: String

    init(_ code: Int32, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Exits with 3 if a file cannot be written.
    static func unlessWritten(_ write: () throws(Files.Failure) -> Void) throws(Exit) {
        do throws(Files.Failure) {
            try write()
        } catch {
            throw Exit(3, "mock-portal: \(error.description)")
        }
    }

    /// Returns an exit for bad arguments, with a suggestion.
    static func usage(_ message: String, suggestion: String? = nil) -> Exit {
        let hint = suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
        return Exit(2, "mock-portal: \(message)\(hint)\nmock-portal --help lists the commands and options")
    }
}
