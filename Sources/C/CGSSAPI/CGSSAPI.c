// SPDX-License-Identifier: Apache-2.0

#include "CGSSAPI.h"
#include "CLoading.h"
#include <pthread.h>

static mp_gssapi functions;
static const mp_gssapi *loaded;
static char failure[256] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

static gss_OID_desc spnego = {6, "\x2b\x06\x01\x05\x05\x02"};
static gss_OID_desc krb5 = {9, "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02"};

gss_OID mp_gss_spnego(void) { return &spnego; }
gss_OID mp_gss_krb5(void) { return &krb5; }

static const char *const names[] = {"libgssapi_krb5.so.2", "libgssapi_krb5.so", "libgssapi_krb5.dylib", NULL};

#define F(name) #name,
static const char *const symbols[] = {MP_GSSAPI_FUNCTIONS(F) NULL};
#undef F

static void load(void) {
    if (mp_load(names, symbols, (void **)&functions, failure, sizeof failure)) loaded = &functions;
}

const mp_gssapi *mp_gssapi_library(void) {
    pthread_once(&once, load);
    return loaded;
}

const char *mp_gssapi_failure(void) { return failure; }
