// SPDX-License-Identifier: Apache-2.0

import Trust

/// The last few values that were made, by what they were made from: clients ask the same again and again.
final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values = Lock<[Key: Value]>([:])
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    subscript(key: Key) -> Value? { values.withLock { $0[key] } }

    /// When there is no more room, all of them go: whoever is asked for again is soon back.
    func keep(_ value: Value, for key: Key) {
        values.withLock { values in
            if values.count >= capacity { values.removeAll(keepingCapacity: true) }
            values[key] = value
        }
    }
}
