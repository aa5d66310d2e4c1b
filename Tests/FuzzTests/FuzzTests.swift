// SPDX-License-Identifier: Apache-2.0

import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Inputs of each reader, and random changes of them: read or refused, every time, and no promise broken.
@Suite("Bytes of others")
struct FuzzTests {
    /// Folders of inputs, by the target's name.
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz/corpus")

    private static func inputs(_ target: FuzzTarget) throws -> [[UInt8]] {
        let folder = corpus.appending(path: target.name)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.map { Array(try Data(contentsOf: folder.appending(path: $0))) }
    }

    @Test("each input is taken again", arguments: FuzzTarget.all.map(\.name))
    func again(_ name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let inputs = try Self.inputs(target)
        #expect(!inputs.isEmpty, "\(name) has no corpus")
        for input in inputs { target.run(input) }
    }

    @Test("so are a few random changes of each", arguments: FuzzTarget.all.map(\.name))
    func changed(_ name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let texts = try Self.inputs(target).map { String(decoding: $0, as: UTF8.self) } + target.words
        var dice = SeededGenerator(seed: 22)
        for _ in 0..<50 { target.run(dice.changed(texts)) }
    }
}
