// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

// GSSAPI is loaded when a scenario names a keytab, not at the start of every process.
#define MP_GSSAPI_FUNCTIONS(F)                                                                                         \
    F(gss_import_name) F(gss_acquire_cred_from) F(gss_accept_sec_context) F(gss_display_name) F(gss_display_status)    \
    F(gss_inquire_context) F(gss_delete_sec_context) F(gss_release_buffer) F(gss_release_cred) F(gss_release_name)     \
    F(gss_release_oid_set) F(gss_set_neg_mechs) F(gss_oid_to_str)

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

// The mechanisms and kinds of names, as RFC 4178, RFC 4121 and RFC 2744 give their numbers.
extern gss_OID_desc mp_gss_spnego;
extern gss_OID_desc mp_gss_krb5;
extern gss_OID_desc mp_gss_hostbased_service;
