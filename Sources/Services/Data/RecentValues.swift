// SPDX-License-Identifier: Apache-2.0

import Trust

/// A cache of recently computed values by their inputs: clients repeat the same requests.
final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values = Lock<[Key: Value]>([:])
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    subscript(key: Key) -> Value? { values.withLock { $0[key] } }

    /// Keeps a value. When the cache is full, it is emptied; frequent keys are soon back.
    func keep(_ value: Value, for key: Key) {
        values.withLock { values in
            if values.count >= capacity { values.removeAll(keepingCapacity: true) }
            values[key] = value
        }
    }
}
