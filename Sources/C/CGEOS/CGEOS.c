// SPDX-License-Identifier: Apache-2.0

#include "CGEOS.h"
#include "CLoading.h"
#include <pthread.h>

static mp_geos functions;
static char failure[256] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The number that the headers promise first; then what a package manager without numbers installs.
static const char *const names[] = {"libgeos_c.so.1", "libgeos_c.so", "libgeos_c.1.dylib", "libgeos_c.dylib", NULL};

#define F(name) #name,
static const char *const symbols[] = {MP_GEOS_FUNCTIONS(F) NULL};
#undef F

static GEOSContextHandle_t no_context(void) {
    mp_miss_library("GEOS", failure);
    return NULL;
}

static void load(void) {
    if (mp_load(names, symbols, (void **)&functions, failure, sizeof failure)) return;
    functions.GEOS_init_r = no_context;
}

const mp_geos *mp_geos_library(void) {
    pthread_once(&once, load);
    return &functions;
}
