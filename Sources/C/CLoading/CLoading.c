// SPDX-License-Identifier: Apache-2.0

#include "CLoading.h"
#include <dlfcn.h>
#include <stdio.h>

int mp_load(
    const char *const *names, const char *const *symbols, void **table, char *failure, size_t room) {
    void *library = NULL;
    failure[0] = 0;
    for (const char *const *name = names; library == NULL && *name != NULL; name++) {
        library = dlopen(*name, RTLD_NOW | RTLD_LOCAL);
        if (library == NULL && failure[0] == 0) {
            const char *reason = dlerror();
            snprintf(failure, room, "%s", reason == NULL ? *name : reason);
        }
    }
    if (library == NULL) return 0;
    for (size_t index = 0; symbols[index] != NULL; index++) {
        table[index] = dlsym(library, symbols[index]);
        if (table[index] == NULL) {
            snprintf(failure, room, "the library has no %s", symbols[index]);
            return 0;
        }
    }
    return 1;
}

static _Thread_local char missing[32], reason[256], pretended[32];

void mp_miss_library(const char *name, const char *failure) {
    snprintf(missing, sizeof missing, "%s", name);
    snprintf(reason, sizeof reason, "%s", failure);
}

const char *mp_missing_library(void) { return missing[0] == 0 ? NULL : missing; }
const char *mp_missing_reason(void) { return reason; }

void mp_forget_missing(void) {
    missing[0] = 0;
    if (pretended[0] != 0) mp_miss_library(pretended, "a test pretends so");
}

void mp_pretend_missing(const char *name) { snprintf(pretended, sizeof pretended, "%s", name == NULL ? "" : name); }
