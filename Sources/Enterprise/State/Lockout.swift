// SPDX-License-Identifier: Apache-2.0

package import Facts

/// Wrong passwords in a row, and until when they lock an account: docs/reference/tokens.md#error-bodies and
/// docs/reference/server-tokens.md#issuing-tokens.
package struct Lockout: Sendable, Hashable, Codable {
    /// How many wrong passwords within how many minutes lock an account for how many minutes.
    package struct Policy: Sendable, Hashable, Codable {
        package private(set) var failures: Int
        package private(set) var window: Int64
        package private(set) var lock: Int64

        /// Creates the policy that an administrator set.
        package init(failures: Int, minutes: Int64) {
            (self.failures, window, lock) = (failures, minutes, minutes)
        }

        /// Creates the policy of a choice, or returns `nil` if no number of wrong passwords locks.
        package init?(_ choice: Choice) {
            switch choice {
            // "More than 5 failures": the sixth locks.
            case .oneMinute: (failures, window, lock) = (6, 1, 1)
            case .fifteenMinutes: (failures, window, lock) = (5, 15, 15)
            default: return nil
            }
        }
    }

    private var failures: [Instant] = []
    /// The end of the lock, which may be past.
    package private(set) var until: Instant?

    package init() {}

    /// Records a wrong password; the count restarts after a lock.
    package mutating func failed(at now: Instant, _ policy: Policy?) {
        guard let policy else { return }
        failures.removeAll { $0.advanced(minutes: policy.window) <= now }
        failures.append(now)
        guard failures.count >= policy.failures else { return }
        failures = []
        until = now.advanced(minutes: policy.lock)
    }

    /// Records the right password, which restarts the count.
    package mutating func succeeded() { failures = [] }

    package var hasFailures: Bool { !failures.isEmpty }
}
