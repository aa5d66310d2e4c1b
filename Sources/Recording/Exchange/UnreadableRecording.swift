// SPDX-License-Identifier: Apache-2.0

package import Facts

/// Why a file cannot be read, with the place in it. Messages quote nothing of the file: it may have secrets.
package struct UnreadableRecording: Error, Sendable {
    package var finding: Finding

    init(_ file: String, _ position: Position = Position(line: 1, column: 1), _ message: String) {
        finding = Finding(file: file, position: position, message: message)
    }

    /// Creates the reason that a file cannot be opened.
    package init(unopened file: String) {
        self.init(file, Position(line: 1, column: 1), "this file cannot be read")
    }
}
