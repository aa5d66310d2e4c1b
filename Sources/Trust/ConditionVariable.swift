// SPDX-License-Identifier: Apache-2.0

internal import CThreads

/// A value that threads can wait for: `wait` sleeps until the state satisfies it.
@safe package final class ConditionVariable<State>: @unchecked Sendable {
    // Sendable: the state is accessed only while the mutex is held.
    private let lock: OpaquePointer
    private var state: State

    package init(_ state: State) {
        unsafe lock = mp_lock_make()
        self.state = state
    }

    deinit {
        unsafe mp_lock_free(lock)
    }

    /// Changes the state and wakes all waiting threads.
    package func change<Result>(_ body: (inout State) -> Result) -> Result {
        unsafe mp_lock_lock(lock)
        defer {
            unsafe mp_lock_wake(lock)
            unsafe mp_lock_unlock(lock)
        }
        return body(&state)
    }

    /// Waits until `body` returns a value, and returns it.
    package func wait<Result>(_ body: (inout State) -> Result?) -> Result {
        unsafe mp_lock_lock(lock)
        defer { unsafe mp_lock_unlock(lock) }
        while true {
            if let result = body(&state) { return result }
            unsafe mp_lock_wait(lock)
        }
    }
}
