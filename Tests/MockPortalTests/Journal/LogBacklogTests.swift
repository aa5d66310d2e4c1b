// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing
import Trust

@testable import MockPortal

@Suite("A log that nobody reads")
struct LogBacklogTests {
    @Test("is kept up to its room, and whoever writes does not wait; what is missing is counted")
    func unread() throws {
        let pipe = Pipe()
        let backlog = ConditionVariable(LogBacklog(pipe.fileHandleForWriting.fileDescriptor))
        func write(_ line: String) -> Bool { backlog.change { $0.write(Array("\(line)\n".utf8)) } }
        let first = write("first")
        #expect(!first && backlog.change { $0.isEmpty }, "it is written at once")
        // A pipe takes 64 KiB on most systems, and a MiB waits.
        let long = String(repeating: "x", count: 10_000)
        let begins = (0..<200).map { write("\($0) \(long)") }
        #expect(begins.count { $0 } == 1, "one thread is started")
        #expect(!backlog.change { $0.isEmpty })
        _ = OwnThread.start("log") { LogBacklog.write(backlog) { "\($0) are missing" } }
        var text = ""
        while !text.hasSuffix("are missing\n") {
            text += String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        }
        until("all is written") { backlog.change { $0.isEmpty } }
        let lines = text.split(separator: "\n")
        let missing = try #require(Int(lines.last?.split(separator: " ").first ?? ""))
        #expect(lines.first == "first" && missing > 0)
        let numbers = lines.dropFirst().dropLast().map { Int($0.split(separator: " ")[0]) }
        #expect(numbers == Array(0..<(200 - missing)), "whole lines, in order")
        let last = write("last")
        #expect(!last && pipe.fileHandleForReading.availableData == Data("last\n".utf8))
    }
}
