// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <stddef.h>

// XML signatures by xmlsec1, with nothing of libxml2 or xmlsec in sight: what goes in and out is text.
//
// Elements come out as JSON: {"u":namespace,"n":name,"a":[[namespace,name,value]…],"c":[element or text…]}.
// Every result is freed by mp_xml_free. Where NULL is given back, *error says why; it is static.

/// The document's root; refuses document types, entities, more than 256 KiB, and what is not UTF-8.
char *_Nullable mp_xml_read(
    const char *_Nonnull bytes, size_t size, const char *_Nullable *_Nonnull error);

/// The one signed SAML assertion of a response, copied from the element that the signature covers.
///
/// `certificate` in PEM is the only key that counts, whatever KeyInfo says. Refused are more than one assertion, ids that
/// stand twice, references to anything but the signed element, and other transforms and digests than SAML has.
char *_Nullable mp_xml_verified(
    const char *_Nonnull bytes, size_t size, const char *_Nonnull certificate,
    const char *_Nullable *_Nonnull error);

/// The document with an enveloped RSA-SHA256 signature after the Issuer of the element with that ID.
char *_Nullable mp_xml_signed(
    const char *_Nonnull bytes, size_t size, const char *_Nonnull identifier, const char *_Nonnull key,
    const char *_Nonnull certificate, const char *_Nullable *_Nonnull error);

void mp_xml_free(char *_Nullable text);

/// The size of a struct whose layout depends on the defines: a test holds it against a build with pkg-config's.
size_t mp_xml_context_size(void);
