// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "CThreads.h"
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

struct mp_lock {
    pthread_mutex_t mutex;
    pthread_cond_t condition;
};

mp_lock *mp_lock_make(void) {
    mp_lock *lock = malloc(sizeof(mp_lock));
    if (lock == NULL) abort();
    pthread_mutex_init(&lock->mutex, NULL);
    pthread_cond_init(&lock->condition, NULL);
    return lock;
}

void mp_lock_free(mp_lock *lock) {
    pthread_cond_destroy(&lock->condition);
    pthread_mutex_destroy(&lock->mutex);
    free(lock);
}

void mp_lock_lock(mp_lock *lock) { pthread_mutex_lock(&lock->mutex); }
int mp_lock_try(mp_lock *lock) { return pthread_mutex_trylock(&lock->mutex) == 0; }
void mp_lock_unlock(mp_lock *lock) { pthread_mutex_unlock(&lock->mutex); }
void mp_lock_wake(mp_lock *lock) { pthread_cond_broadcast(&lock->condition); }
void mp_lock_wait(mp_lock *lock) { pthread_cond_wait(&lock->condition, &lock->mutex); }

struct start {
    mp_thread_body body;
    void *context;
    char name[16];
};

static void *run(void *argument) {
    struct start start = *(struct start *)argument;
    free(argument);
#ifdef __linux__
    pthread_setname_np(pthread_self(), start.name);
#endif
    // Signals belong to the user's threads; a write to a closed connection is an error code here, not SIGPIPE.
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
    start.body(start.context);
    return NULL;
}

// What reads clauses by recursive descent takes up to 2.3 MiB in a debug build, and more under a sanitizer. It is address
// space: a page that nobody touches costs nothing.
static const size_t stack_size = 16 * 1024 * 1024;

// Whether this thread was put under SCHED_BATCH, which is its own: what it starts begins as others do.
static _Thread_local int is_at_length = 0;

int mp_thread_start(mp_thread_body body, void *context, const char *name) {
    struct start *start = calloc(1, sizeof(struct start));
    if (start == NULL) return 12;
    start->body = body;
    start->context = context;
    strncpy(start->name, name, sizeof(start->name) - 1);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, stack_size);
    if (is_at_length) {
        struct sched_param parameters = {0};
        pthread_attr_setinheritsched(&attributes, PTHREAD_EXPLICIT_SCHED);
        pthread_attr_setschedpolicy(&attributes, SCHED_OTHER);
        pthread_attr_setschedparam(&attributes, &parameters);
    }
    pthread_t thread;
    int result = pthread_create(&thread, &attributes, run, start);
    pthread_attr_destroy(&attributes);
    if (result != 0) free(start);
    return result;
}

void mp_thread_works_at_length(void) {
#ifdef SCHED_BATCH
    int policy = 0;
    struct sched_param parameters = {0};
    // Whoever runs the process otherwise had a reason.
    if (pthread_getschedparam(pthread_self(), &policy, &parameters) != 0 || policy != SCHED_OTHER) return;
    is_at_length = pthread_setschedparam(pthread_self(), SCHED_BATCH, &parameters) == 0;
#endif
}

long mp_stack_left(void) {
    // Asking is a system call for the main thread; a stack stays where it is.
    static _Thread_local char *lowest = NULL;
    if (lowest == NULL) {
#ifdef __APPLE__
        pthread_t self = pthread_self();
        lowest = (char *)pthread_get_stackaddr_np(self) - pthread_get_stacksize_np(self);
#else
        pthread_attr_t attributes;
        void *start = NULL;
        size_t size = 0;
        if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
        pthread_attr_getstack(&attributes, &start, &size);
        pthread_attr_destroy(&attributes);
        lowest = start;
#endif
    }
    char here;
    return (char *)&here - lowest;
}

struct work {
    mp_thread_body body;
    void *context;
};

static void *work(void *argument) {
    struct work *work = argument;
    work->body(work->context);
    return NULL;
}

int mp_run_on_deep_stack(mp_thread_body body, void *context) {
    struct work own = {body, context};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack_size);
    pthread_t thread;
    int result = pthread_create(&thread, &attributes, work, &own);
    pthread_attr_destroy(&attributes);
    if (result == 0) pthread_join(thread, NULL);
    return result;
}

void mp_give_back_memory(void) {
#ifdef __GLIBC__
    // A number that is set does not move: otherwise the first large piece that is freed raises it to its own size.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
#endif
}
