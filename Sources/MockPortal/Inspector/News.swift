// SPDX-License-Identifier: Apache-2.0

/// What those who listen are told of.
enum News: Sendable, Hashable {
    /// An exchange was answered, or came to nothing; its number.
    case exchange(Int)
    case edit(ControlEdit)
    /// The journal was cleared.
    case cleared
}
