#pragma once
#include <pthread.h>
#include <stdlib.h>

// A mutex with an address of its own: pthread's must not move, and a Swift value may.
static inline pthread_mutex_t *_Nonnull mp_mutex_make(void) {
    pthread_mutex_t *mutex = malloc(sizeof(pthread_mutex_t));
    if (mutex == NULL) abort();
    pthread_mutex_init(mutex, NULL);
    return mutex;
}

static inline void mp_mutex_free(pthread_mutex_t *_Nonnull mutex) {
    pthread_mutex_destroy(mutex);
    free(mutex);
}

static inline pthread_cond_t *_Nonnull mp_condition_make(void) {
    pthread_cond_t *condition = malloc(sizeof(pthread_cond_t));
    if (condition == NULL) abort();
    pthread_cond_init(condition, NULL);
    return condition;
}

static inline void mp_condition_free(pthread_cond_t *_Nonnull condition) {
    pthread_cond_destroy(condition);
    free(condition);
}

typedef void (*mp_thread_body)(void *_Nullable context);

// Starts a detached thread with a 512 KiB stack that runs body(context). Returns 0, or an errno.
int mp_thread_start(mp_thread_body _Nonnull body, void *_Nullable context, const char *_Nonnull name);
