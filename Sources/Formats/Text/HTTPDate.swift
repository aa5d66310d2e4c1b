// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The date format of RFC 9110 section 5.6.7: `Tue, 26 Jan 2016 17:29:00 GMT`.
package enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    package static func format(_ instant: Instant) -> String {
        let date = CivilDate(instant)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = "\(two(date.hour)):\(two(date.minute)):\(two(date.second))"
        return "\(weekdays[date.weekday]), \(two(date.day)) \(months[date.month - 1]) \(date.year) \(time) GMT"
    }
}
