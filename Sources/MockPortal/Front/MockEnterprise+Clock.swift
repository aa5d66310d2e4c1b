// SPDX-License-Identifier: Apache-2.0

import Enterprise
public import Facts
import Trust

extension MockEnterprise {
    /// The deployment's clock: the lives of tokens, codes and sessions, lockouts, `Date`, jobs and delays follow it. It
    /// starts where the scenario says and runs at the wall's rate unless it is frozen; what it waits for is never slept for.
    ///
    /// ```swift
    /// portal.clock.advance(minutes: 59, seconds: 59)    // a token of 60 minutes still passes
    /// portal.clock.advance(seconds: 1)                  // now it does not
    /// ```
    public struct Clock: Sendable {
        fileprivate let instance: Instance

        /// What it shows.
        public var now: Instant { instance.state.withLock { $0.clock.now } }
        /// Whether it stands still.
        public var isFrozen: Bool { instance.state.withLock { $0.clock.isFrozen } }

        /// Moves it, also while it is frozen.
        ///
        /// - Parameter duration: How far, in whole milliseconds; less than zero moves it back.
        public func advance(by duration: Duration) {
            move { $0.advanced(milliseconds: duration.milliseconds) }
        }

        /// Moves it, also while it is frozen.
        public func advance(hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
            advance(by: .seconds(hours * 3600 + minutes * 60 + seconds))
        }

        /// Sets it to a moment.
        public func set(to instant: Instant) { move { _ in instant } }
        /// Stops it: then nothing but moving it makes time pass.
        public func freeze() { stand(true) }
        /// Lets it run on from where it stands.
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
        /// - Throws: ``Impossible`` if there is no server of that name.
        public func skew(_ server: String, by duration: Duration) throws(Impossible) {
            do throws(Event.Impossible) {
                try instance.edit(.clock) { state throws(Event.Impossible) in
                    try state.deployment.skew(server: server, by: duration.milliseconds)
                    return ((), ControlEdit.told(skewOf: server, by: duration.milliseconds))
                }
            } catch {
                throw Impossible(error)
            }
        }
    }

    /// The deployment's clock.
    public var clock: Clock { Clock(instance: instance) }
}
