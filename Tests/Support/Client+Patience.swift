// SPDX-License-Identifier: Apache-2.0

package import Engine

extension Client {
    /// What comes until it is enough or the connection ends; `nil` for the ending where it goes on.
    ///
    /// A time-out is no end: however slow the machine is, it is waited for, half a minute at most. So that a client may
    /// have a short one, with which a test sees that nothing more comes.
    package func bytes(until isEnough: ([UInt8]) -> Bool) -> (bytes: [UInt8], ending: Ending?) {
        let last = MonotonicClock.milliseconds + 30_000
        var bytes: [UInt8] = []
        while !isEnough(bytes), MonotonicClock.milliseconds < last {
            switch receive() {
            case .bytes(let more): bytes += more
            case .ended(.timeout): continue
            case .ended(let ending): return (bytes, ending)
            }
        }
        return (bytes, nil)
    }
}
