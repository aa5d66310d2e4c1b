// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The value of the Date field, made once a second.
struct DateField: Sendable {
    private var second = Int64.min
    private(set) var text = ""

    mutating func set(_ now: Instant) {
        guard now.milliseconds / 1000 != second else { return }
        (second, text) = (now.milliseconds / 1000, HTTPDate.format(now))
    }
}
