// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Foundation
import FuzzTargets
import SeededRandom

/// Asks a deployment, without sockets, absurd requests for as long as it is told:
/// `FuzzRounds SECONDS SEED FOLDER ROUTES [TURN]`, where FOLDER is `Tests/Fuzz` and ROUTES what `mock-portal routes --json`
/// printed.
///
/// A turn begins with the deployment of a built-in scenario and dice of its own, so that TURN repeats it alone. `fuzz-SEED.bin` has the last
/// input, should the process end at it.
@main
enum FuzzRounds {
    /// The requests of a turn to one deployment, and the inputs of each target besides.
    private static let (requests, inputs) = (1000, 25)

    static func main() throws {
        let words = CommandLine.arguments
        guard words.count >= 5, let seconds = Double(words[1]), let seed = UInt64(words[2]) else {
            print("usage: FuzzRounds SECONDS SEED FOLDER ROUTES [TURN]")
            exit(2)
        }
        let only = words.count > 5 ? UInt64(words[5]) : nil
        var surface = try SurfaceRequests(words: "\(words[3])/words.json", routes: words[4])
        let targets = try FuzzTarget.asked.map { target in
            (target, try texts(in: "\(words[3])/corpus/\(target.name)") + target.words)
        }
        let sites = FuzzSite.all()
        print("\(sites.count) sites")
        var tally = FuzzTally(file: "fuzz-\(seed).bin")
        let (clock, began) = (ContinuousClock(), ContinuousClock().now)
        var turn = only ?? 0
        repeat {
            var dice = SeededGenerator(seed: seed &* 1_000_003 &+ turn)
            tally.turn = turn
            let site = dice.pick(sites)
            var deployment = site.deployment
            surface.begin(at: site)
            tally.site = site.name
            var now = FuzzTarget.now
            for _ in 0..<requests {
                var bytes = surface.next(&dice)
                if Int.random(in: 0..<10, using: &dice) == 0 {
                    bytes = dice.changed([String(decoding: bytes, as: UTF8.self)], upTo: 8000)
                }
                now = now.advanced(milliseconds: Int64.random(in: 0...4000, using: &dice))
                tally.take("surface", bytes) {
                    var reader = RequestReader()
                    reader.receive(bytes[...])
                    guard case .request(let request) = reader.next() else { return nil }
                    let response = FuzzTarget.answer(request, of: &deployment, at: now)
                    surface.learn(from: response.body)
                    return response.status
                }
            }
            for (target, texts) in targets {
                for _ in 0..<inputs {
                    let input = dice.changed(texts)
                    tally.take(target.name, input) {
                        target.run(input)
                        return nil
                    }
                }
            }
            turn += 1
        } while only == nil && clock.now - began < .seconds(seconds)
        print("\(FuzzTarget.requests) requests in \(turn - (only ?? 0)) turns and \(clock.now - began)")
        tally.tell()
        if tally.slowest > .seconds(5) { exit(1) }
    }

    private static func texts(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
        }
    }
}
