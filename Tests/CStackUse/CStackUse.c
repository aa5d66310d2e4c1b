// SPDX-License-Identifier: Apache-2.0

#include "CStackUse.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { paint = 0xA5 };

struct work {
    void (*body)(void *);
    void *context;
};

static void *run(void *argument) {
    struct work *work = argument;
    work->body(work->context);
    return NULL;
}

long mp_stack_use(long size, void (*body)(void *context), void *context) {
    unsigned char *stack = NULL;
    if (posix_memalign((void **)&stack, 65536, (size_t)size) != 0) return 0;
    memset(stack, paint, (size_t)size);
    struct work work = {body, context};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_t thread;
    long used = 0;
    if (pthread_attr_setstack(&attributes, stack, (size_t)size) == 0
        && pthread_create(&thread, &attributes, run, &work) == 0) {
        pthread_join(thread, NULL);
        long untouched = 0;
        while (untouched < size && stack[untouched] == paint) untouched++;
        used = size - untouched;
    }
    pthread_attr_destroy(&attributes);
    free(stack);
    return used;
}
