// SPDX-License-Identifier: Apache-2.0

import Formats

/// A type of the public API that stands for one of the words that a key takes, and can get more of them.
package protocol ScenarioWord: Sendable, Hashable {
    associatedtype Kind: RawRepresentable & CaseIterable & Sendable & Hashable where Kind.RawValue == String

    init(_ kind: Kind)
    var kind: Kind { get }
}

extension ScenarioWord {
    /// The word as files write it.
    package var rawValue: String { kind.rawValue }
}

extension Notation where Value: ScenarioWord {
    /// One of the words.
    static var word: Self {
        Self(
            kind: .word(Value.Kind.allCases.map(\.rawValue)),
            read: { node, _ in node.text.flatMap(Value.Kind.init).map { Value($0) } },
            write: { $1.node(.string($0.rawValue)) })
    }
}
