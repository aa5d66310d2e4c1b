// SPDX-License-Identifier: Apache-2.0

#pragma once

// No system header is included here: glibc's types differ by feature macros, and modules that disagree clash in Swift.

// A mutex with a condition. It has an address of its own: pthread's must not move, and a Swift value may.
typedef struct mp_lock mp_lock;

mp_lock *_Nonnull mp_lock_make(void);
void mp_lock_free(mp_lock *_Nonnull lock);
void mp_lock_lock(mp_lock *_Nonnull lock);
// Locks if nobody has it; 0 if somebody does.
int mp_lock_try(mp_lock *_Nonnull lock);
void mp_lock_unlock(mp_lock *_Nonnull lock);
// Wakes all who wait.
void mp_lock_wake(mp_lock *_Nonnull lock);
// Waits, unlocked meanwhile, until woken; may return without.
void mp_lock_wait(mp_lock *_Nonnull lock);

typedef void (*mp_thread_body)(void *_Nullable context);

// Starts a detached thread with a 512 KiB stack that runs body(context). Returns 0, or an errno.
int mp_thread_start(mp_thread_body _Nonnull body, void *_Nullable context, const char *_Nonnull name);
