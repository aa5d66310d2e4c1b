// SPDX-License-Identifier: Apache-2.0

import Facts

/// How often the services of a server were asked, by the minute.
struct ServerUsage: Sendable {
    struct Count: Sendable, Hashable {
        var requests = 0
        var failed = 0
    }

    /// The counts by service, as `Folder/Name.Type`, and minute since 1970.
    private(set) var minutes: [String: [Int64: Count]] = [:]

    /// The most minutes that are kept of a service.
    private static let most = 2880

    mutating func count(_ service: String, hasFailed: Bool, at now: Instant) {
        let minute = now.milliseconds / 60_000
        Self.count(minute, hasFailed, &minutes[service, default: [:]])
    }

    private static func count(_ minute: Int64, _ hasFailed: Bool, _ minutes: inout [Int64: Count]) {
        minutes[minute, default: Count()].requests += 1
        if hasFailed { minutes[minute]?.failed += 1 }
        if minutes.count > most, let oldest = minutes.keys.min() { minutes[oldest] = nil }
    }

    /// Returns the counts of a service between two times; the service of a whole folder ends in a slash.
    func total(_ service: String, from: Int64, until: Int64) -> Count? {
        var total: Count?
        for (name, counts) in minutes
        where name == service || service.isEmpty || service.hasSuffix("/") && name.hasPrefix(service) {
            for (minute, count) in counts where from <= minute * 60_000 && minute * 60_000 < until {
                total = total ?? Count()
                total?.requests += count.requests
                total?.failed += count.failed
            }
        }
        return total
    }

    /// Returns how often a service was asked, with its feature access.
    func transactions(_ service: ServiceState) -> Int {
        service.types.reduce(0) { sum, type in
            sum + (minutes["\(service.name).\(type)"]?.values.reduce(0) { $0 + $1.requests } ?? 0)
        }
    }
}
