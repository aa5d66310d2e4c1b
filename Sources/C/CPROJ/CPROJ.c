// SPDX-License-Identifier: Apache-2.0

#include "CPROJ.h"
#include "CLoading.h"
#include <pthread.h>

static mp_proj functions;
static const mp_proj *loaded;
static char failure[256] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The major number that the headers promise first; then what a package manager without numbers installs.
static const char *const names[] = {"libproj.so.25", "libproj.so", "libproj.25.dylib", "libproj.dylib", NULL};

#define F(name) #name,
static const char *const symbols[] = {MP_PROJ_FUNCTIONS(F) NULL};
#undef F

static void load(void) {
    if (mp_load(names, symbols, (void **)&functions, failure, sizeof failure)) loaded = &functions;
}

const mp_proj *mp_proj_library(void) {
    pthread_once(&once, load);
    return loaded;
}

const char *mp_proj_failure(void) { return failure; }
