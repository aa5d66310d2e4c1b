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
