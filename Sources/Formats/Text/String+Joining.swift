// SPDX-License-Identifier: Apache-2.0

extension String {
    /// Creates a text of three in memory that is asked for once, where an interpolation may grow several times.
    package init(joining first: String, _ second: String, _ third: String) {
        self = ""
        reserveCapacity(first.utf8.count + second.utf8.count + third.utf8.count)
        self += first
        self += second
        self += third
    }
}
