// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Testing

/// Messages that tests compare with, a line an entry: `entry => message`. Recorded with RECORD_GOLDEN=1, never in CI.
public enum Golden {
    /// `Tests/Golden`.
    public static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden")

    /// Holds a message against the one that was recorded for this entry of `Tests/Golden/<file>`.
    public static func expect(
        _ file: String, entry: String, _ text: String, location: SourceLocation = #_sourceLocation
    ) throws {
        let url = folder.appendingPathComponent(file)
        var lines = ((try? String(contentsOf: url, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        let line = "\(entry) => \(text)"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            lines.removeAll { $0.hasPrefix("\(entry) => ") }
            lines.append(line)
            try (lines.sorted().joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
            return
        }
        let known = lines.first { $0.hasPrefix("\(entry) => ") }
        #expect(
            known == line, "\(file); record with RECORD_GOLDEN=1 swift test --no-parallel", sourceLocation: location)
    }

    /// The text of `Tests/Golden/<file>`.
    public static func text(_ file: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    }
}
