// SPDX-License-Identifier: Apache-2.0

import Formats

/// Short ways to values of a tree that was held against the tables before.
extension Node {
    var text: String? {
        if case .string(let text) = value { text } else { nil }
    }
    var truth: Bool? {
        if case .bool(let truth) = value { truth } else { nil }
    }
    var integer: Int? {
        if case .number(let spelling) = value { Int(spelling) } else { nil }
    }
    var nodes: [Node] {
        if case .array(let nodes) = value { nodes } else { [] }
    }
    var entries: [Member] {
        if case .object(let members) = value { members } else { [] }
    }
    var isNull: Bool {
        if case .null = value { true } else { false }
    }
    /// The texts of a list.
    var texts: [String] { nodes.compactMap(\.text) }
    /// A text, or the spelling of a number or truth: what forms and queries take.
    var scalar: String {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let truth): "\(truth)"
        default: ""
        }
    }
}
