// SPDX-License-Identifier: Apache-2.0

extension FixedWidthInteger {
    /// Creates the integer of a number without its fraction, the nearest one there is of a number that is too large, and 0
    /// of what is none. What clients send can be any of these, and the plain initializer would end the process.
    package init(within number: Double) {
        if number.isNaN {
            self = 0
        } else if number >= Double(Self.max) {
            self = .max
        } else if number <= Double(Self.min) {
            self = .min
        } else {
            self.init(number)
        }
    }
}
