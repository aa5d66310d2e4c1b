// SPDX-License-Identifier: Apache-2.0

/// A body of many pieces, each of which a worker makes while the client takes the last one. It is never there as a whole.
package struct Pieces: Sendable {
    /// Returns the next piece; `nil`: that was the last. Called by one worker at a time.
    package let next: @Sendable () -> [UInt8]?

    package init(next: @escaping @Sendable () -> [UInt8]?) {
        self.next = next
    }
}
