// SPDX-License-Identifier: Apache-2.0

/// How often a fault strikes: conditions on the number of the match, to add to those on the request.
extension Fault {
    /// Returns the fault that strikes only one of the matching requests, counted from 1.
    public func nth(_ number: Int) -> Fault { with { $0.nth = number } }
    /// Returns the fault that strikes one of the matching requests, counted from 1, and all later ones.
    public func from(_ number: Int) -> Fault { with { $0.from = number } }
    /// Returns the fault that strikes a number of times at most.
    public func times(_ count: Int) -> Fault { with { $0.times = count } }
    /// Returns the fault whose counts restart after a period, which begins with the first match; by the deployment's clock,
    /// in whole milliseconds.
    public func per(_ period: Duration) -> Fault { with { $0.per = period } }
    /// Returns the fault that strikes a percentage of the remaining requests, from 1 to 100, selected by the seed.
    public func percent(_ percent: Int) -> Fault { with { $0.percent = percent } }

    private func with(_ change: (inout Fault) -> Void) -> Fault {
        var fault = self
        change(&fault)
        return fault
    }
}
