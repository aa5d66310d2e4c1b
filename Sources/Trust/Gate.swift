internal import CThreads

/// A value that threads wait for: `wait` sleeps until the state says that it may go on.
@safe package final class Gate<State>: @unchecked Sendable {
    // Sendable: the state is only reached while the mutex is held.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var state: State

    package init(_ state: State) {
        unsafe mutex = mp_mutex_make()
        unsafe condition = mp_condition_make()
        self.state = state
    }

    deinit {
        unsafe mp_condition_free(condition)
        unsafe mp_mutex_free(mutex)
    }

    /// Changes the state and wakes all who wait.
    package func change<Result>(_ body: (inout State) -> Result) -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer {
            unsafe pthread_cond_broadcast(condition)
            unsafe pthread_mutex_unlock(mutex)
        }
        return body(&state)
    }

    /// Waits until `body` gives a value.
    package func wait<Result>(_ body: (inout State) -> Result?) -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while true {
            if let result = body(&state) { return result }
            unsafe pthread_cond_wait(condition, mutex)
        }
    }
}
