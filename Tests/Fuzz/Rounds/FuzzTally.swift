// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What came of the inputs: the statuses, the slowest one, and the memory.
struct FuzzTally {
    /// The turn that goes on.
    var turn: UInt64 = 0
    /// The scenario of the turn.
    var site = ""
    private(set) var slowest = Duration.zero
    private var slow = ""
    private var statuses: [Int: Int] = [:]
    private var early = 0
    private var count = 0
    /// The file of the last input, which is there when the process is not any more.
    private let last: Int32
    private let clock = ContinuousClock()

    init(file: String) {
        last = unsafe open(file, O_RDWR | O_CREAT | O_TRUNC, 0o644)
        precondition(last >= 0, "\(file) cannot be written")
    }

    /// Gives an input to something that returns the status of its answer, if it has one.
    mutating func take(_ name: String, _ input: [UInt8], _ body: () -> Int?) {
        let text = Array("turn \(turn), \(site), \(name), \(input.count) bytes:\n".utf8) + input
        unsafe _ = pwrite(last, text, text.count, 0)
        var status: Int?
        let taken = clock.measure { status = body() }
        if let status { statuses[status, default: 0] += 1 }
        count += 1
        if count == 20_000 { early = FuzzTally.memory }
        guard taken > slowest else { return }
        (slowest, slow) = (taken, String(decoding: text.prefix(400), as: UTF8.self))
    }

    func tell() {
        let told = statuses.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        print("\(count) inputs; statuses of the surface: \(told)")
        print(
            "resident \(early) KiB after 20,000 inputs, \(FuzzTally.memory) at the end; slowest \(slowest): \(slow.debugDescription)"
        )
    }

    /// The resident memory in KiB.
    private static var memory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
