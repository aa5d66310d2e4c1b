// SPDX-License-Identifier: Apache-2.0

import Trust

/// Tells those who wait on event loops that something has changed; what it was, they look for themselves.
package final class ChangeNotifier: Sendable {
    private let observers = Lock<[ObjectIdentifier: @Sendable () -> Void]>([:])

    package init() {}

    /// Wakes all who wait. On any thread, and while locks are held: observers only post work to their loops.
    package func notify() {
        for body in observers.withLock({ Array($0.values) }) { body() }
    }

    func observe(_ owner: AnyObject, _ body: @escaping @Sendable () -> Void) {
        observers.withLock { $0[ObjectIdentifier(owner)] = body }
    }

    func forget(_ owner: AnyObject) {
        observers.withLock { $0[ObjectIdentifier(owner)] = nil }
    }
}
