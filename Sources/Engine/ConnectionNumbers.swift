// SPDX-License-Identifier: Apache-2.0

internal import Trust

/// The numbers of the connections of a service, from 1, whichever of its listeners they come to: what is kept for one
/// connection is not another's.
package final class ConnectionNumbers: Sendable {
    private let last = Lock<UInt64>(0)

    package init() {}

    func next() -> UInt64 {
        last.withLock { last in
            last += 1
            return last
        }
    }
}
