// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <stddef.h>

// XML signatures by xmlsec1. The interface hides libxml2 and xmlsec: input and output are text.
//
// Elements come out as JSON: {"u":namespace,"n":name,"a":[[namespace,name,value]…],"c":[element or text…]}. Every
// result is freed by mp_xml_free. Where NULL is returned, *error is a static string that says why.

/// Returns the document's root. Refuses document types, entities, more than 256 KiB, and what is not UTF-8.
char *_Nullable mp_xml_read(
    const char *_Nonnull bytes, size_t size, const char *_Nullable *_Nonnull error);

/// Returns the one signed SAML assertion of a response, copied from the element that the signature covers.
///
/// Only the key in `certificate` (PEM) counts, whatever KeyInfo says. Refuses more than one assertion, duplicate ids,
/// references to anything but the signed element, and transforms and digests that SAML does not allow. Signatures by SHA-1
/// count if `allowsSHA1` is not 0. An encrypted assertion is decrypted with `key` (PEM); where that fails, *error is
/// mp_xml_undecipherable.
char *_Nullable mp_xml_verified(
    const char *_Nonnull bytes, size_t size, const char *_Nonnull certificate, const char *_Nullable key,
    int allowsSHA1, const char *_Nullable *_Nonnull error);

extern const char *_Nonnull const mp_xml_undecipherable;

/// Returns a message whose root is signed, such as a LogoutRequest, copied from what the signature covers.
char *_Nullable mp_xml_message_verified(
    const char *_Nonnull bytes, size_t size, const char *_Nonnull certificate, int allowsSHA1,
    const char *_Nullable *_Nonnull error);

/// Returns the response with its assertion encrypted for the certificate's key: AES-256-CBC, its key by RSA-OAEP.
char *_Nullable mp_xml_encrypted(
    const char *_Nonnull bytes, size_t size, const char *_Nonnull certificate, const char *_Nullable *_Nonnull error);

/// Returns the document with an enveloped RSA signature, by SHA-256 or SHA-1, after the Issuer of the element with that ID.
char *_Nullable mp_xml_signed(
    const char *_Nonnull bytes, size_t size, const char *_Nonnull identifier, const char *_Nonnull key,
    const char *_Nonnull certificate, int usesSHA1, const char *_Nullable *_Nonnull error);

void mp_xml_free(char *_Nullable text);

/// Returns the size of a struct whose layout depends on the defines. A test compares it with a build that uses
/// pkg-config's.
size_t mp_xml_context_size(void);
