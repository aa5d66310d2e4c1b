#define _GNU_SOURCE
#include "CThreads.h"
#include <stdlib.h>
#include <string.h>

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
    start.body(start.context);
    return NULL;
}

int mp_thread_start(mp_thread_body body, void *context, const char *name) {
    struct start *start = calloc(1, sizeof(struct start));
    if (start == NULL) return 12;
    start->body = body;
    start->context = context;
    strncpy(start->name, name, sizeof(start->name) - 1);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, 512 * 1024);
    pthread_t thread;
    int result = pthread_create(&thread, &attributes, run, start);
    pthread_attr_destroy(&attributes);
    if (result != 0) free(start);
    return result;
}
