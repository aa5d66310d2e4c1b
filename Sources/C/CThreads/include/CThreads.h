// SPDX-License-Identifier: Apache-2.0

#pragma once

// No system header is included here: glibc's types depend on feature macros, and modules that disagree clash in Swift.

// A mutex with a condition variable. It is allocated separately because pthread's must not move and a Swift value may.
typedef struct mp_lock mp_lock;

mp_lock *_Nonnull mp_lock_make(void);
void mp_lock_free(mp_lock *_Nonnull lock);
void mp_lock_lock(mp_lock *_Nonnull lock);
// Locks if the mutex is free; returns 0 if it is held.
int mp_lock_try(mp_lock *_Nonnull lock);
void mp_lock_unlock(mp_lock *_Nonnull lock);
// Wakes all waiting threads.
void mp_lock_wake(mp_lock *_Nonnull lock);
// Unlocks, waits to be woken and locks again. It may return without having been woken.
void mp_lock_wait(mp_lock *_Nonnull lock);

typedef void (*mp_thread_body)(void *_Nullable context);

// Starts a detached thread with a deep stack that runs body(context). Returns 0 or an errno.
int mp_thread_start(mp_thread_body _Nonnull body, void *_Nullable context, const char *_Nonnull name);

// Tells the scheduler that the calling thread works at length: it keeps its share of the processor, but does not take it
// from whoever runs when it wakes (sched(7), SCHED_BATCH). Nothing happens where there is no such thing.
void mp_thread_works_at_length(void);

// How many bytes of the calling thread's stack are left; 0 if that cannot be found out.
long mp_stack_left(void);

// Runs body(context) on a thread with a deep stack and waits for its end. Returns 0, or an errno if there is no thread.
int mp_run_on_deep_stack(mp_thread_body _Nonnull body, void *_Nullable context);

// Has large pieces of memory given back to the system as soon as they are freed, in a process of our own: glibc would
// keep them, for a later use that may not come.
void mp_give_back_memory(void);
