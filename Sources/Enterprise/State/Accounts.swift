// SPDX-License-Identifier: Apache-2.0

/// The people of one site, found by name: exactly, as `generateToken` compares, or whatever the case, as the sign-in
/// page does (Esri/collector-tools#91).
package struct Accounts: Sendable {
    package private(set) var list: [Account]
    private var exact: [String: Int]
    private var folded: [String: Int]

    package init(_ list: [Account]) {
        self.list = list
        exact = Dictionary(list.enumerated().map { ($0.element.username, $0.offset) }) { first, _ in first }
        folded = Dictionary(list.enumerated().map { ($0.element.username.lowercased(), $0.offset) }) { first, _ in
            first
        }
    }

    /// The number of the account spelt exactly so.
    package func number(named name: String) -> Int? { exact[name] }
    /// The number of the account of that name in any case.
    package func number(namedLike name: String) -> Int? { folded[name.lowercased()] }

    /// Somebody new: an identity provider vouched for them.
    mutating func append(_ account: Account) {
        exact[account.username] = list.count
        folded[account.username.lowercased()] = folded[account.username.lowercased()] ?? list.count
        list.append(account)
    }

    package subscript(number: Int) -> Account {
        get { list[number] }
        set { list[number] = newValue }
    }

    package var indices: Range<Int> { list.indices }
}
