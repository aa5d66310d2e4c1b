// SPDX-License-Identifier: Apache-2.0

internal import CThreads

/// A value that one thread at a time may access.
///
/// It is a `pthread_mutex_t` and not a `Synchronization.Mutex`, on which the thread sanitizer reports false races on
/// Linux (measured, debug and release).
@safe package final class Lock<State>: @unchecked Sendable {
    // Sendable: the state is accessed only while the mutex is held.
    private let mutex: OpaquePointer
    private var state: State

    package init(_ state: State) {
        unsafe mutex = mp_lock_make()
        self.state = state
    }

    deinit {
        unsafe mp_lock_free(mutex)
    }

    package func withLock<Result, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        unsafe mp_lock_lock(mutex)
        defer { unsafe mp_lock_unlock(mutex) }
        return try body(&state)
    }

    /// Calls `body` if nobody holds the lock; otherwise returns `nil` at once. For threads that must not wait.
    package func withLockIfFree<Result>(_ body: (inout State) -> Result?) -> Result? {
        guard unsafe mp_lock_try(mutex) != 0 else { return nil }
        defer { unsafe mp_lock_unlock(mutex) }
        return body(&state)
    }
}
