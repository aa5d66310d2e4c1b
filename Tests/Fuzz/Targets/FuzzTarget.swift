// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Something that takes bytes of anybody's: it reads them or refuses them, and keeps its promises about them.
///
/// `FuzzTests` gives it the inputs of its corpus and random changes of them, in every `swift test`.
public struct FuzzTarget: Sendable {
    /// Its name, and its corpus' folder.
    public let name: String
    /// What the format is made of: words that are put in when an input is changed.
    public let words: [String]
    /// The program ends if a promise is broken.
    public let run: @Sendable ([UInt8]) -> Void

    init(_ name: String, words: [String] = [], _ run: @escaping @Sendable ([UInt8]) -> Void) {
        self.name = name
        self.words = words
        self.run = run
    }

    /// How many requests were asked of a deployment.
    public static var requests: Int { count.load(ordering: .relaxed) }
    static let count = Atomic(0)

    /// All of them.
    public static let all: [FuzzTarget] = formats + asked + files
}
