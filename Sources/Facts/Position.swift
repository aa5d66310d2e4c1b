// SPDX-License-Identifier: Apache-2.0

/// A position in a text file: line and column, both counted from 1, columns in Unicode scalars.
public struct Position: Sendable, Hashable, Codable {
    /// The line, counted from 1.
    public package(set) var line: Int
    /// The column, counted from 1 in Unicode scalars.
    public package(set) var column: Int

    /// Creates a position from a line and a column, both counted from 1.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
