// SPDX-License-Identifier: Apache-2.0

/// A value that is there, or the work that makes it.
///
/// Every level between a handler and the socket uses it, and passes it on with ``map(_:)``: what is slow stays work until a
/// worker runs it, and nobody but the engine has to ask which of the two it is.
package enum Deferrable<Value: Sendable>: Sendable {
    case ready(Value)
    /// Slow: all decisions and effects are made; this makes the value from immutable ones, once, on any thread.
    case deferred(@Sendable () -> Value)

    /// The same with what `transform` makes of the value, as soon as there is one.
    @inlinable package func map<Other: Sendable>(
        _ transform: @escaping @Sendable (Value) -> Other
    ) -> Deferrable<Other> {
        switch self {
        case .ready(let value): .ready(transform(value))
        case .deferred(let work): .deferred { transform(work()) }
        }
    }

    /// The value; the work is done here and now where it is still to be done.
    @inlinable package func get() -> Value {
        switch self {
        case .ready(let value): value
        case .deferred(let work): work()
        }
    }
}
