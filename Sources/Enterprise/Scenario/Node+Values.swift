// SPDX-License-Identifier: Apache-2.0

import Formats

/// Shortcuts to values of a tree that was checked against the tables before.
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
    /// The strings of an array.
    var texts: [String] { nodes.compactMap(\.text) }
    /// A string, or the spelling of a number or Boolean, as forms and queries take them.
    var scalar: String {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let truth): "\(truth)"
        default: ""
        }
    }
}
