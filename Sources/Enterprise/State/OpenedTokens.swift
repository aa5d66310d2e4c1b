// SPDX-License-Identifier: Apache-2.0

import Trust

/// The tokens that a key opened last. Clients send the same one with each request, and it says the same each time.
final class OpenedTokens: Sendable {
    private struct Opened: Sendable {
        var string: String
        var token: Token
    }

    /// So few that looking at all of them is cheaper than hashing one.
    private static let most = 8

    private let list = Lock<[Opened]>([])

    subscript(string: String) -> Token? {
        list.withLock { list in
            // Of the same length, too: to Swift the Kelvin sign is a K, and a token with one is another token.
            for index in list.indices
            where list[index].string == string && list[index].string.utf8.count == string.utf8.count {
                return list[index].token
            }
            return nil
        }
    }

    /// Keeps the content of a token, in place of the one that came first.
    func keep(_ token: Token, for string: String) {
        list.withLock { list in
            if list.count >= Self.most { list.removeFirst() }
            list.append(Opened(string: string, token: token))
        }
    }
}
