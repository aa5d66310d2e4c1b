// SPDX-License-Identifier: Apache-2.0

import Facts

/// How often the services of a server were asked, by the minute.
struct ServerUsage: Sendable, Codable {
    struct Count: Sendable, Hashable, Codable {
        var requests = 0
        var failed = 0
    }

    /// The count of a minute since 1970.
    private struct Minute: Sendable, Codable {
        var number: Int64
        var count = Count()
    }

    /// The minutes of each service, named as `Folder/Name.Type`, the earliest first.
    private var minutes: [String: [Minute]] = [:]

    /// The most minutes that are kept of a service.
    private static let most = 2880

    mutating func count(_ service: String, hasFailed: Bool, at now: Instant) {
        Self.count(now.milliseconds / 60_000, hasFailed, &minutes[service, default: []])
    }

    private static func count(_ number: Int64, _ hasFailed: Bool, _ minutes: inout [Minute]) {
        // Nearly always the last one; a clock can be set back.
        var index = minutes.count - 1
        while index >= 0, minutes[index].number > number { index -= 1 }
        if index < 0 || minutes[index].number < number {
            index += 1
            minutes.insert(Minute(number: number), at: index)
        }
        minutes[index].count.requests += 1
        if hasFailed { minutes[index].count.failed += 1 }
        if minutes.count > most { minutes.removeFirst() }
    }

    /// Returns the counts of a service between two times; the service of a whole folder ends in a slash.
    func total(_ service: String, from: Int64, until: Int64) -> Count? {
        var total: Count?
        for (name, counts) in minutes
        where name == service || service.isEmpty || service.hasSuffix("/") && name.hasPrefix(service) {
            for minute in counts where from <= minute.number * 60_000 && minute.number * 60_000 < until {
                total = total ?? Count()
                total?.requests += minute.count.requests
                total?.failed += minute.count.failed
            }
        }
        return total
    }

    /// Returns how often a service was asked, with its feature access.
    func transactions(_ service: ServiceState) -> Int {
        service.types.reduce(0) { sum, type in
            sum + (minutes["\(service.name).\(type)"]?.reduce(0) { $0 + $1.count.requests } ?? 0)
        }
    }
}
