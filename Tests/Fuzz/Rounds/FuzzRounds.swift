// SPDX-License-Identifier: Apache-2.0

import Foundation
import FuzzTargets
import TestSupport

/// Gives the targets that ask a deployment, without sockets, random changes of inputs for as long as it is told:
/// `FuzzRounds SECONDS SEED CORPUS [FOLDER of further requests]`.
@main
enum FuzzRounds {
    private static let names = ["request", "where", "query", "geometry", "edits", "search", "tokens", "saml"]
    /// How often whole requests have their turn for one of each other target.
    private static let share = 20

    static func main() throws {
        let words = CommandLine.arguments
        guard words.count >= 4, let seconds = Double(words[1]), let seed = UInt64(words[2]) else {
            fatalError("usage: FuzzRounds SECONDS SEED CORPUS [FOLDER]")
        }
        var dice = SeededGenerator(seed: seed)
        let targets = try names.map { name -> (FuzzTarget, [String]) in
            guard let target = FuzzTarget.all.first(where: { $0.name == name }) else { fatalError("no target \(name)") }
            var inputs = try texts(in: "\(words[3])/\(name)") + target.words
            if name == "request", words.count > 4 { inputs += try texts(in: words[4]) }
            return (target, inputs)
        }
        let (clock, began) = (ContinuousClock(), ContinuousClock().now)
        var (inputs, slowest, slow) = (0, Duration.zero, "")
        let early = memory
        while clock.now - began < .seconds(seconds) {
            for (number, (target, texts)) in targets.enumerated() {
                for _ in 0..<(number == 0 ? 50 * share : 50) {
                    let input = dice.changed(texts)
                    let taken = clock.measure { target.run(input) }
                    inputs += 1
                    guard taken > slowest else { continue }
                    (slowest, slow) = (taken, "\(target.name): \(String(decoding: input.prefix(300), as: UTF8.self))")
                }
            }
        }
        print("\(FuzzTarget.requests) requests of \(inputs) inputs in \(clock.now - began), slowest \(slowest)")
        print(
            "resident \(early) KiB after the inputs were read, \(memory) at the end; the slowest was \(slow.debugDescription)"
        )
        if slowest > .seconds(5) { exit(1) }
    }

    private static func texts(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
        }
    }

    /// The resident memory in KiB.
    private static var memory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
