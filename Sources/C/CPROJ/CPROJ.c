// SPDX-License-Identifier: Apache-2.0

#include "CPROJ.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static mp_proj functions;
static const mp_proj *loaded;
static char failure[256] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The major number that the headers promise first; then what a package manager without numbers installs.
static const char *const names[] = {"libproj.so.25", "libproj.so", "libproj.25.dylib", "libproj.dylib"};

static void load(void) {
    void *library = NULL;
    for (size_t index = 0; library == NULL && index < sizeof names / sizeof *names; index++) {
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (library == NULL && failure[0] == 0) {
            const char *reason = dlerror();
            snprintf(failure, sizeof failure, "%s", reason == NULL ? "libproj is missing" : reason);
        }
    }
    if (library == NULL) return;
#define F(name)                                                                                                        \
    *(void **)&functions.name = dlsym(library, #name);                                                                 \
    if (functions.name == NULL) {                                                                                      \
        snprintf(failure, sizeof failure, "libproj has no %s", #name);                                                 \
        return;                                                                                                        \
    }
    MP_PROJ_FUNCTIONS(F)
#undef F
    loaded = &functions;
}

const mp_proj *mp_proj_library(void) {
    pthread_once(&once, load);
    return loaded;
}

const char *mp_proj_failure(void) { return failure; }
