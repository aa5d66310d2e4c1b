// SPDX-License-Identifier: Apache-2.0

// The defines that `pkg-config --cflags xmlsec1-openssl` prints and SwiftPM drops. They change the layout of structs.
#define __XMLSEC_FUNCTION__ __func__
#define XMLSEC_NO_SIZE_T
#define XMLSEC_OPENSSL3_ENGINES 1
#define XMLSEC_NO_GOST 1
#define XMLSEC_NO_GOST2012 1
#define XMLSEC_NO_CRYPTO_DYNAMIC_LOADING 1
#define XMLSEC_CRYPTO_OPENSSL 1

#include "CXMLSec.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <openssl/err.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/templates.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlenc.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

static const char *const assertionNamespace = "urn:oasis:names:tc:SAML:2.0:assertion";
static const char *const signatureNamespace = "http://www.w3.org/2000/09/xmldsig#";
static const char *const encryptionNamespace = "http://www.w3.org/2001/04/xmlenc#";

static void silent(
    const char *file, int line, const char *function, const char *object, const char *subject, int reason,
    const char *message) {
    (void)file, (void)line, (void)function, (void)object, (void)subject, (void)reason, (void)message;
}

static void prepare(void) {
    xmlInitParser();
    if (xmlSecInit() < 0 || xmlSecCryptoAppInit(NULL) < 0 || xmlSecCryptoInit() < 0) abort();
    // This must come after xmlSecInit, which sets a callback that prints.
    xmlSecErrorsSetCallback(silent);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

// A string buffer that grows.
struct text {
    char *bytes;
    size_t count, room;
};

static void add(struct text *text, const char *bytes, size_t count) {
    if (text->count + count + 1 > text->room) {
        text->room = (text->count + count + 1) * 2;
        text->bytes = realloc(text->bytes, text->room);
        if (!text->bytes) abort();
    }
    memcpy(text->bytes + text->count, bytes, count);
    text->count += count;
    text->bytes[text->count] = 0;
}

static void put(struct text *text, const char *string) { add(text, string, strlen(string)); }

static void quote(struct text *text, const xmlChar *string) {
    static const char hex[] = "0123456789abcdef";
    put(text, "\"");
    for (const unsigned char *at = string ? string : (const unsigned char *)""; *at; at++) {
        if (*at == '"' || *at == '\\') {
            char escaped[2] = {'\\', (char)*at};
            add(text, escaped, 2);
        } else if (*at < 32) {
            char escaped[6] = {'\\', 'u', '0', '0', hex[*at >> 4], hex[*at & 15]};
            add(text, escaped, 6);
        } else {
            add(text, (const char *)at, 1);
        }
    }
    put(text, "\"");
}

static void element(struct text *text, xmlNodePtr node) {
    put(text, "{\"u\":");
    quote(text, node->ns ? node->ns->href : NULL);
    put(text, ",\"n\":");
    quote(text, node->name);
    put(text, ",\"a\":[");
    for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
        if (attribute != node->properties) put(text, ",");
        put(text, "[");
        quote(text, attribute->ns ? attribute->ns->href : NULL);
        put(text, ",");
        quote(text, attribute->name);
        put(text, ",");
        quote(text, value);
        put(text, "]");
        xmlFree(value);
    }
    put(text, "],\"c\":[");
    const char *comma = "";
    // Comments and processing instructions are not signed, so they are left out: the text around them reads as one
    // text.
    for (xmlNodePtr child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            put(text, comma);
            element(text, child);
            comma = ",";
        } else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            put(text, comma);
            quote(text, child->content);
            comma = ",";
        }
    }
    put(text, "]}");
}

// No document type is ever parsed. The bytes are read as UTF-8 whatever they declare, so that no encoding can hide one.
static xmlDocPtr parse(const char *bytes, size_t size, const char **error) {
    pthread_once(&once, prepare);
    *error = "the XML cannot be read";
    if (size > 1 << 18) return *error = "the XML is larger than 256 KiB", NULL;
    if (memchr(bytes, 0, size)) return *error = "the XML is not UTF-8", NULL;
    for (size_t at = 0; at + 9 <= size; at++) {
        if (bytes[at] == '<' && bytes[at + 1] == '!' && bytes[at + 2] != '-' && bytes[at + 2] != '[')
            return *error = "the XML has a document type", NULL;
    }
    xmlDocPtr document = xmlReadMemory(
        bytes, (int)size, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (document && (document->intSubset || document->extSubset || !xmlDocGetRootElement(document))) {
        xmlFreeDoc(document);
        return NULL;
    }
    return document;
}

char *mp_xml_read(const char *bytes, size_t size, const char **error) {
    xmlDocPtr document = parse(bytes, size, error);
    if (!document) return NULL;
    struct text text = {0};
    element(&text, xmlDocGetRootElement(document));
    xmlFreeDoc(document);
    return text.bytes;
}

static int is(xmlNodePtr node, const char *namespace, const char *name) {
    return node->type == XML_ELEMENT_NODE && node->ns && !strcmp((const char *)node->ns->href, namespace) &&
           !strcmp((const char *)node->name, name);
}

static xmlNodePtr child(xmlNodePtr node, const char *namespace, const char *name) {
    for (xmlNodePtr at = node->children; at; at = at->next)
        if (is(at, namespace, name)) return at;
    return NULL;
}

static int count(xmlNodePtr node, const char *namespace, const char *name) {
    int found = is(node, namespace, name);
    for (xmlNodePtr at = node->children; at; at = at->next)
        if (at->type == XML_ELEMENT_NODE) found += count(at, namespace, name);
    return found;
}

static xmlAttrPtr identifier(xmlNodePtr node) {
    for (xmlAttrPtr at = node->properties; at; at = at->next)
        if (!at->ns && !xmlStrcasecmp(at->name, BAD_CAST "ID")) return at;
    return NULL;
}

// Returns how often an id occurs in the document.
static int named(xmlNodePtr node, const xmlChar *value) {
    int found = 0;
    for (xmlAttrPtr at = node->properties; at; at = at->next) {
        if (xmlStrcasecmp(at->name, BAD_CAST "ID")) continue;
        xmlChar *own = xmlNodeListGetString(node->doc, at->children, 1);
        found += own && xmlStrEqual(own, value);
        xmlFree(own);
    }
    for (xmlNodePtr at = node->children; at; at = at->next)
        if (at->type == XML_ELEMENT_NODE) found += named(at, value);
    return found;
}

static int isOneOf(xmlNodePtr node, const char *const *allowed) {
    xmlChar *algorithm = node ? xmlGetNoNsProp(node, BAD_CAST "Algorithm") : NULL;
    int found = 0;
    for (; algorithm && *allowed; allowed++) found |= !strcmp((const char *)algorithm, *allowed);
    xmlFree(algorithm);
    return found;
}

static const char *const canonical[] = {
    "http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", NULL};
static const char *const methods[] = {
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", NULL};
// What ADFS 2 and pysaml2 sign with unless told otherwise.
static const char *const oldMethods[] = {"http://www.w3.org/2000/09/xmldsig#rsa-sha1", NULL};
static const char *const oldDigests[] = {"http://www.w3.org/2000/09/xmldsig#sha1", NULL};
static const char *const digests[] = {
    "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512", NULL};
static const char *const transforms[] = {
    "http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#", NULL};

// Returns the reason that a signature is not acceptable. It must cover its parent and nothing else, by algorithms that
// SAML allows (SAML core 5.4).
static const char *unfit(xmlNodePtr signature, xmlNodePtr covered, int allowsSHA1) {
    xmlNodePtr info = child(signature, signatureNamespace, "SignedInfo");
    if (!info || count(signature, signatureNamespace, "SignedInfo") != 1) return "the signature has no SignedInfo";
    if (!isOneOf(child(info, signatureNamespace, "CanonicalizationMethod"), canonical))
        return "the canonicalization is none of SAML's";
    xmlNodePtr method = child(info, signatureNamespace, "SignatureMethod");
    if (!isOneOf(method, methods) && !(allowsSHA1 && isOneOf(method, oldMethods)))
        return "the signature method is weak or unknown";
    xmlNodePtr reference = child(info, signatureNamespace, "Reference");
    if (!reference || count(signature, signatureNamespace, "Reference") != 1)
        return "the signature has not one reference";
    xmlNodePtr digest = child(reference, signatureNamespace, "DigestMethod");
    if (!isOneOf(digest, digests) && !(allowsSHA1 && isOneOf(digest, oldDigests)))
        return "the digest is weak or unknown";
    xmlNodePtr list = child(reference, signatureNamespace, "Transforms");
    for (xmlNodePtr at = list ? list->children : NULL; at; at = at->next)
        if (at->type == XML_ELEMENT_NODE && !isOneOf(at, transforms)) return "a transform is none of SAML's";
    xmlAttrPtr own = identifier(covered);
    xmlChar *value = own ? xmlNodeListGetString(covered->doc, own->children, 1) : NULL;
    xmlChar *uri = xmlGetNoNsProp(reference, BAD_CAST "URI");
    const char *wrong = NULL;
    if (!value || !uri || uri[0] != '#' || !xmlStrEqual(uri + 1, value))
        wrong = "the signature does not cover the element it stands in";
    else if (named(xmlDocGetRootElement(covered->doc), value) != 1)
        wrong = "an id stands twice";
    else
        xmlAddID(NULL, covered->doc, value, own);
    xmlFree(value);
    xmlFree(uri);
    return wrong;
}

// Returns whether the signature covers the element and is made with the certificate's key.
static int isGenuine(
    xmlNodePtr signature, xmlNodePtr covered, const char *certificate, int allowsSHA1, const char **error) {
    if ((*error = unfit(signature, covered, allowsSHA1))) return 0;
    *error = "the signature is wrong";
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
    if (!context) return 0;
    context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
    context->signKey = xmlSecCryptoAppKeyLoadMemory(
        (const xmlSecByte *)certificate, (xmlSecSize)strlen(certificate), xmlSecKeyDataFormatCertPem, NULL, NULL, NULL);
    int isGood = context->signKey && xmlSecDSigCtxVerify(context, signature) >= 0 &&
                 context->status == xmlSecDSigStatusSucceeded;
    xmlSecDSigCtxDestroy(context);
    return isGood;
}

// Returns a context that finds one key, in PEM, and nothing else.
static xmlSecEncCtxPtr encryption(xmlSecKeysMngrPtr *manager, const char *pem, xmlSecKeyDataFormat format) {
    *manager = xmlSecKeysMngrCreate();
    if (!*manager || xmlSecCryptoAppDefaultKeysMngrInit(*manager) < 0) return NULL;
    xmlSecKeyPtr key = xmlSecCryptoAppKeyLoadMemory(
        (const xmlSecByte *)pem, (xmlSecSize)strlen(pem), format, NULL, NULL, NULL);
    if (!key) return NULL;
    if (xmlSecCryptoAppDefaultKeysMngrAdoptKey(*manager, key) < 0) {
        xmlSecKeyDestroy(key);
        return NULL;
    }
    return xmlSecEncCtxCreate(*manager);
}

// Replaces the encrypted data in an EncryptedAssertion by what it holds. Nothing is fetched: the data and its key must
// stand in the element itself.
static int decrypt(xmlNodePtr encrypted, const char *key) {
    xmlNodePtr data = child(encrypted, encryptionNamespace, "EncryptedData");
    if (!data || count(encrypted, encryptionNamespace, "EncryptedData") != 1 ||
        count(encrypted, encryptionNamespace, "CipherReference"))
        return 0;
    // A provider may put the key beside the data and refer to it (SAML core 2.3.4).
    xmlNodePtr info = child(data, signatureNamespace, "KeyInfo");
    xmlNodePtr beside = child(encrypted, encryptionNamespace, "EncryptedKey");
    for (xmlNodePtr method; info && (method = child(info, signatureNamespace, "RetrievalMethod"));) {
        xmlUnlinkNode(method);
        xmlFreeNode(method);
    }
    if (info && beside) {
        xmlUnlinkNode(beside);
        xmlAddChild(info, beside);
    }
    if (count(encrypted, signatureNamespace, "RetrievalMethod")) return 0;
    xmlSecKeysMngrPtr manager = NULL;
    xmlSecEncCtxPtr context = encryption(&manager, key, xmlSecKeyDataFormatPem);
    int isDone = 0;
    if (context) {
        xmlSecPtrListAdd(&context->keyInfoReadCtx.enabledKeyData, (xmlSecPtr)xmlSecKeyDataEncryptedKeyId);
        isDone = xmlSecEncCtxDecrypt(context, data) >= 0 && context->resultReplaced;
        xmlSecEncCtxDestroy(context);
    }
    if (manager) xmlSecKeysMngrDestroy(manager);
    return isDone;
}

const char *const mp_xml_undecipherable = "the assertion cannot be decrypted";

char *mp_xml_verified(
    const char *bytes, size_t size, const char *certificate, const char *key, int allowsSHA1, const char **error) {
    xmlDocPtr document = parse(bytes, size, error);
    if (!document) return NULL;
    xmlNodePtr root = xmlDocGetRootElement(document);
    xmlNodePtr encrypted = child(root, assertionNamespace, "EncryptedAssertion");
    xmlNodePtr assertion = child(root, assertionNamespace, "Assertion");
    xmlNodePtr outer = child(root, signatureNamespace, "Signature"), inner = NULL;
    struct text text = {0};
    int isCovered = 0;
    if (count(root, assertionNamespace, "Assertion") + count(root, assertionNamespace, "EncryptedAssertion") != 1 ||
        !(assertion || encrypted)) {
        *error = "there is not exactly one assertion, right below the response";
        goto done;
    }
    if (encrypted) {
        // The response's signature covers what was encrypted, so it is checked first.
        if (outer && !isGenuine(outer, root, certificate, allowsSHA1, error)) goto done;
        isCovered = outer != NULL;
        *error = mp_xml_undecipherable;
        if (!key || !decrypt(encrypted, key)) goto done;
        assertion = child(encrypted, assertionNamespace, "Assertion");
        if (!assertion || count(root, assertionNamespace, "Assertion") != 1 ||
            count(root, assertionNamespace, "EncryptedAssertion") != 1) {
            *error = "what was encrypted is not one assertion";
            goto done;
        }
    }
    if ((inner = child(assertion, signatureNamespace, "Signature"))) {
        if (!isGenuine(inner, assertion, certificate, allowsSHA1, error)) goto done;
    } else if (outer) {
        if (!isCovered && !isGenuine(outer, root, certificate, allowsSHA1, error)) goto done;
    } else {
        *error = "neither the response nor its assertion is signed";
        goto done;
    }
    element(&text, assertion);
done:
    xmlFreeDoc(document);
    // Errors left in this thread's queue would be taken for a failure of its next TLS call.
    ERR_clear_error();
    return text.bytes;
}

char *mp_xml_message_verified(
    const char *bytes, size_t size, const char *certificate, int allowsSHA1, const char **error) {
    xmlDocPtr document = parse(bytes, size, error);
    if (!document) return NULL;
    xmlNodePtr root = xmlDocGetRootElement(document);
    xmlNodePtr signature = child(root, signatureNamespace, "Signature");
    struct text text = {0};
    *error = "the message is not signed";
    if (signature && isGenuine(signature, root, certificate, allowsSHA1, error)) element(&text, root);
    xmlFreeDoc(document);
    ERR_clear_error();
    return text.bytes;
}

char *mp_xml_encrypted(const char *bytes, size_t size, const char *certificate, const char **error) {
    xmlDocPtr document = parse(bytes, size, error);
    if (!document) return NULL;
    *error = "the assertion cannot be encrypted";
    struct text text = {0};
    xmlSecKeysMngrPtr manager = NULL;
    xmlSecEncCtxPtr context = NULL;
    xmlNodePtr assertion = child(xmlDocGetRootElement(document), assertionNamespace, "Assertion");
    if (!assertion) goto done;
    // The assertion's own declaration goes with it.
    xmlNsPtr outer = xmlSearchNsByHref(document, assertion->parent, BAD_CAST assertionNamespace);
    if (!outer) goto done;
    xmlNodePtr wrapper = xmlNewDocNode(document, outer, BAD_CAST "EncryptedAssertion", NULL);
    if (!wrapper) goto done;
    xmlReplaceNode(assertion, wrapper);
    xmlAddChild(wrapper, assertion);
    // With Entra's algorithms.
    xmlNodePtr data = xmlSecTmplEncDataCreate(
        document, xmlSecTransformAes256CbcId, NULL, xmlSecTypeEncElement, NULL, NULL);
    if (!data) goto done;
    xmlNodePtr info = xmlSecTmplEncDataEnsureCipherValue(data) ? xmlSecTmplEncDataEnsureKeyInfo(data, NULL) : NULL;
    xmlNodePtr key =
        info ? xmlSecTmplKeyInfoAddEncryptedKey(info, xmlSecTransformRsaOaepId, NULL, NULL, NULL) : NULL;
    if (!key || !xmlSecTmplEncDataEnsureCipherValue(key)) {
        xmlFreeNode(data);
        goto done;
    }
    context = encryption(&manager, certificate, xmlSecKeyDataFormatCertPem);
    if (context) context->encKey = xmlSecKeyGenerate(xmlSecKeyDataAesId, 256, xmlSecKeyDataTypeSession);
    if (!context || !context->encKey || xmlSecEncCtxXmlEncrypt(context, data, assertion) < 0) {
        xmlFreeNode(data);
        goto done;
    }
    xmlChar *written = NULL;
    int length = 0;
    xmlDocDumpMemoryEnc(document, &written, &length, "UTF-8");
    if (written) add(&text, (const char *)written, (size_t)length);
    xmlFree(written);
done:
    if (context) xmlSecEncCtxDestroy(context);
    if (manager) xmlSecKeysMngrDestroy(manager);
    xmlFreeDoc(document);
    ERR_clear_error();
    return text.bytes;
}

static xmlNodePtr find(xmlNodePtr node, const char *value) {
    xmlAttrPtr own = identifier(node);
    if (own && own->children && !strcmp((const char *)own->children->content, value)) return node;
    for (xmlNodePtr at = node->children; at; at = at->next) {
        xmlNodePtr found = at->type == XML_ELEMENT_NODE ? find(at, value) : NULL;
        if (found) return found;
    }
    return NULL;
}

char *mp_xml_signed(
    const char *bytes, size_t size, const char *wanted, const char *key, const char *certificate, int usesSHA1,
    const char **error) {
    xmlDocPtr document = parse(bytes, size, error);
    if (!document) return NULL;
    *error = "the XML cannot be signed";
    struct text text = {0};
    xmlSecDSigCtxPtr context = NULL;
    xmlNodePtr covered = find(xmlDocGetRootElement(document), wanted);
    xmlNodePtr issuer = covered ? child(covered, assertionNamespace, "Issuer") : NULL;
    if (!issuer) goto done;
    xmlAttrPtr own = identifier(covered);
    xmlAddID(NULL, document, BAD_CAST wanted, own);
    xmlSecTransformId method = usesSHA1 ? xmlSecTransformRsaSha1Id : xmlSecTransformRsaSha256Id;
    xmlSecTransformId digest = usesSHA1 ? xmlSecTransformSha1Id : xmlSecTransformSha256Id;
    xmlNodePtr signature =
        xmlSecTmplSignatureCreateNsPref(document, xmlSecTransformExclC14NId, method, NULL, BAD_CAST "ds");
    if (!signature) goto done;
    xmlAddNextSibling(issuer, signature);
    char uri[256] = "#";
    strncat(uri, wanted, sizeof uri - 2);
    xmlNodePtr reference =
        xmlSecTmplSignatureAddReference(signature, digest, NULL, BAD_CAST uri, NULL);
    xmlNodePtr info = xmlSecTmplSignatureEnsureKeyInfo(signature, NULL);
    if (!reference || !info || !xmlSecTmplReferenceAddTransform(reference, xmlSecTransformEnvelopedId) ||
        !xmlSecTmplReferenceAddTransform(reference, xmlSecTransformExclC14NId))
        goto done;
    xmlNodePtr data = xmlSecTmplKeyInfoAddX509Data(info);
    if (!data || !xmlSecTmplX509DataAddCertificate(data)) goto done;
    context = xmlSecDSigCtxCreate(NULL);
    if (!context) goto done;
    context->signKey = xmlSecCryptoAppKeyLoadMemory(
        (const xmlSecByte *)key, (xmlSecSize)strlen(key), xmlSecKeyDataFormatPem, NULL, NULL, NULL);
    if (!context->signKey ||
        xmlSecCryptoAppKeyCertLoadMemory(
            context->signKey, (const xmlSecByte *)certificate, (xmlSecSize)strlen(certificate),
            xmlSecKeyDataFormatPem) < 0 ||
        xmlSecDSigCtxSign(context, signature) < 0)
        goto done;
    xmlChar *written = NULL;
    int length = 0;
    xmlDocDumpMemoryEnc(document, &written, &length, "UTF-8");
    if (written) add(&text, (const char *)written, (size_t)length);
    xmlFree(written);
done:
    if (context) xmlSecDSigCtxDestroy(context);
    xmlFreeDoc(document);
    ERR_clear_error();
    return text.bytes;
}

void mp_xml_free(char *text) { free(text); }

size_t mp_xml_context_size(void) { return sizeof(xmlSecDSigCtx); }
