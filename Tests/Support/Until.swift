// SPDX-License-Identifier: Apache-2.0

import Engine
import Foundation
package import Testing

/// Waits until something holds, half a minute at most, and returns whether it does; if not, that is an issue of the test
/// which waits.
///
/// What another thread does is waited for and never expected to be done; however slow the machine is, what goes wrong is
/// said and does not hang.
@discardableResult
package func until(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ holds: () throws -> Bool
) rethrows -> Bool {
    let last = MonotonicClock.milliseconds + 30_000
    while try !holds() {
        guard MonotonicClock.milliseconds < last else {
            Issue.record("not within half a minute: \(what)", sourceLocation: sourceLocation)
            return false
        }
        Thread.sleep(forTimeInterval: 0.001)
    }
    return true
}
