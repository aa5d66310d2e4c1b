internal import CThreads

/// A value that one thread at a time may touch.
///
/// A `pthread_mutex_t` and not `Synchronization.Mutex`, on which the thread sanitizer reports false races on Linux
/// (measured, debug and release).
@safe package final class Lock<State>: @unchecked Sendable {
    // Sendable: the state is only reached while the mutex is held.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var state: State

    package init(_ state: State) {
        unsafe mutex = mp_mutex_make()
        self.state = state
    }

    deinit {
        unsafe mp_mutex_free(mutex)
    }

    package func withLock<Result, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return try body(&state)
    }
}
