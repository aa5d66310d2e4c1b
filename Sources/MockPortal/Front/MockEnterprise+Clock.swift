// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Trust

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension MockEnterprise {
    /// The deployment's clock, which rules the lives of tokens, codes and sessions, lockouts, `Date`, jobs and delays.
    ///
    /// It starts where the scenario says and runs at the wall's rate unless it is frozen. What waits for it is never slept
    /// for.
    ///
    /// ```swift
    /// import MockPortal
    ///
    /// func pass(_ mock: MockEnterprise) {
    ///     mock.clock.advance(minutes: 59, seconds: 59)    // a token of 60 minutes still passes
    ///     mock.clock.advance(by: .seconds(1))             // now it does not
    /// }
    /// ```
    public struct Clock: Sendable {
        fileprivate let instance: Instance

        /// A Boolean value that indicates whether the clock stands still.
        public var isFrozen: Bool { instance.state.withLock { $0.clock.isFrozen } }

        /// Moves the clock, also while it is frozen.
        ///
        /// - Parameter duration: How far, in whole milliseconds; less than zero moves it back.
        public func advance(by duration: Duration) {
            move { $0.advanced(milliseconds: duration.milliseconds) }
        }

        /// Moves the clock forward, also while it is frozen.
        public func advance(hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
            advance(by: .seconds(hours * 3600 + minutes * 60 + seconds))
        }

        /// Stops the clock: then only moving it makes time pass.
        public func freeze() { stand(true) }
        /// Lets the clock run on from where it stands.
        public func resume() { stand(false) }

        private func move(_ wanted: (Instant) -> Instant) {
            instance.edit(.clock) { state in
                let now = state.clock.now
                let wanted = wanted(now)
                state.clock.set(wanted)
                return ((), ControlEdit.told(wanted, from: now))
            }
        }

        private func stand(_ stands: Bool) {
            instance.edit(.clock) { state in
                state.clock.isFrozen = stands
                return ((), ControlEdit.told(stands: stands))
            }
        }

        /// Makes a server's clock differ from the deployment's, as machines' clocks do.
        ///
        /// - Parameters:
        ///   - server: The server's name in the scenario.
        ///   - duration: How far it is ahead, in whole milliseconds; less than zero: behind.
        /// - Throws: ``MockEnterpriseError`` if there is no server of that name.
        public func skew(_ server: String, by duration: Duration) throws(MockEnterpriseError) {
            do throws(Event.Impossible) {
                try instance.edit(.clock) { state throws(Event.Impossible) in
                    try state.deployment.skew(server: server, by: duration.milliseconds)
                    return ((), ControlEdit.told(skewOf: server, by: duration.milliseconds))
                }
            } catch {
                throw MockEnterpriseError(error)
            }
        }

        /// Milliseconds since 1970.
        @usableFromInline package var milliseconds: Int64 { instance.state.withLock { $0.clock.now.milliseconds } }
        @usableFromInline package func set(milliseconds: Int64) { move { _ in Instant(milliseconds: milliseconds) } }
    }

    /// The deployment's clock.
    public var clock: Clock { Clock(instance: instance) }
}

extension MockEnterprise.Clock {
    /// What the clock shows.
    @_alwaysEmitIntoClient public var now: Date { Date(milliseconds: milliseconds) }
    /// Sets the clock to a moment, in whole milliseconds.
    @_alwaysEmitIntoClient public func set(to date: Date) { set(milliseconds: date.milliseconds) }
}
