// SPDX-License-Identifier: Apache-2.0

#if os(Linux)
    import Glibc
    import Testing
    import Trust

    @testable import Engine

    @Suite("Workers")
    struct WorkersTests {
        @Test("work at length, as the scheduler is told, unless the process has another policy")
        func policy() {
            let own = sched_getscheduler(0)
            let told = ConditionVariable<Int32?>(nil)
            Workers.shared.post { told.change { $0 = sched_getscheduler(0) } }
            // SCHED_BATCH (sched(7)), a macro that Swift does not see.
            let batch: Int32 = 3
            #expect(told.wait { $0 } == (own == SCHED_OTHER ? batch : own))
        }

        @Test("start threads that are as others, for a loop may be started by one of them")
        func started() {
            let own = sched_getscheduler(0)
            let told = ConditionVariable<Int32?>(nil)
            Workers.shared.post {
                _ = OwnThread.start("started") { told.change { $0 = sched_getscheduler(0) } }
            }
            #expect(told.wait { $0 } == own)
        }
    }
#endif
