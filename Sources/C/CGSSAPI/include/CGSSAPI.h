// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

// GSSAPI is loaded when a scenario names a keytab, not at the start of every process.
#define MP_GSSAPI_FUNCTIONS(F)                                                                                         \
    F(gss_acquire_cred_from) F(gss_set_neg_mechs) F(gss_accept_sec_context) F(gss_inquire_context)                     \
    F(gss_display_name) F(gss_display_status) F(gss_delete_sec_context) F(gss_release_buffer) F(gss_release_cred)      \
    F(gss_release_name)

// The functions that are used, under their own names.
typedef struct mp_gssapi {
#define F(name) __typeof__(name) *_Nonnull name;
    MP_GSSAPI_FUNCTIONS(F)
#undef F
} mp_gssapi;

// The loaded library; NULL if there is none, or one without these functions. The first call loads it; from any thread.
const mp_gssapi *_Nullable mp_gssapi_library(void);

// Why there is none: the loader's words, or the name of what is missing.
const char *_Nonnull mp_gssapi_failure(void);

// The mechanisms, by the numbers of RFC 4178 and RFC 4121.
extern gss_OID _Nonnull mp_gss_spnego(void);
extern gss_OID _Nonnull mp_gss_krb5(void);
