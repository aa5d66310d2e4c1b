// SPDX-License-Identifier: Apache-2.0

extension Duration {
    /// Rounded down to whole milliseconds; clamped.
    package var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, isTooMuch) = seconds.multipliedReportingOverflow(by: 1000)
        guard !isTooMuch else { return seconds < 0 ? .min : .max }
        return product + attoseconds / 1_000_000_000_000_000
    }
}
