// SPDX-License-Identifier: Apache-2.0

/// What a response waits for before its first byte goes.
package struct Hold: Sendable {
    /// Milliseconds of wall time that still have to pass, as things are. 0: the response goes. `nil`: only a change lets it
    /// go.
    let remaining: @Sendable () -> Int64?
    /// Tells when `remaining` is to be asked again.
    let changes: ChangeNotifier

    package init(changes: ChangeNotifier, remaining: @escaping @Sendable () -> Int64?) {
        self.changes = changes
        self.remaining = remaining
    }
}
