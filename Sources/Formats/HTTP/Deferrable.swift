// SPDX-License-Identifier: Apache-2.0

/// A value, or the work that creates it.
package enum Deferrable<Value: Sendable>: Sendable {
    case ready(Value)
    /// Slow work: all decisions and effects are made; this creates the value from immutable ones, once, on any thread.
    case deferred(@Sendable () -> Value)
    /// Slow work that waits for servers, which may be of this process and need the threads of other slow work.
    case waiting(@Sendable () -> Value)

    /// Returns the transformed value, as soon as there is one.
    @inlinable package func map<Other: Sendable>(
        _ transform: @escaping @Sendable (Value) -> Other
    ) -> Deferrable<Other> {
        switch self {
        case .ready(let value): .ready(transform(value))
        case .deferred(let work): .deferred { transform(work()) }
        case .waiting(let work): .waiting { transform(work()) }
        }
    }

    /// Returns the value, doing the work now if necessary.
    @inlinable package func get() -> Value {
        switch self {
        case .ready(let value): value
        case .deferred(let work), .waiting(let work): work()
        }
    }
}
