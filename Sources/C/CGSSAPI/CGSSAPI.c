// SPDX-License-Identifier: Apache-2.0

#include "CGSSAPI.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static mp_gssapi functions;
static const mp_gssapi *loaded;
static char failure[256] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

static gss_OID_desc spnego = {6, "\x2b\x06\x01\x05\x05\x02"};
static gss_OID_desc krb5 = {9, "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02"};

gss_OID mp_gss_spnego(void) { return &spnego; }
gss_OID mp_gss_krb5(void) { return &krb5; }

static const char *const names[] = {"libgssapi_krb5.so.2", "libgssapi_krb5.so", "libgssapi_krb5.dylib"};

static void load(void) {
    void *library = NULL;
    for (size_t index = 0; library == NULL && index < sizeof names / sizeof *names; index++) {
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (library == NULL && failure[0] == 0) {
            const char *reason = dlerror();
            snprintf(failure, sizeof failure, "%s", reason == NULL ? "libgssapi_krb5 is missing" : reason);
        }
    }
    if (library == NULL) return;
#define F(name)                                                                                                        \
    *(void **)&functions.name = dlsym(library, #name);                                                                 \
    if (functions.name == NULL) {                                                                                      \
        snprintf(failure, sizeof failure, "libgssapi_krb5 has no %s", #name);                                          \
        return;                                                                                                        \
    }
    MP_GSSAPI_FUNCTIONS(F)
#undef F
    loaded = &functions;
}

const mp_gssapi *mp_gssapi_library(void) {
    pthread_once(&once, load);
    return loaded;
}

const char *mp_gssapi_failure(void) { return failure; }
