// SPDX-License-Identifier: Apache-2.0

#include "CYAML.h"
#include "CLoading.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define MP_YAML_FUNCTIONS(F)                                                                                           \
    F(yaml_parser_initialize) F(yaml_parser_delete) F(yaml_parser_set_input_string) F(yaml_parser_load)                \
    F(yaml_document_delete) F(yaml_document_get_root_node) F(yaml_document_get_node)

typedef struct mp_yaml {
#define F(name) __typeof__(name) *name;
    MP_YAML_FUNCTIONS(F)
#undef F
} mp_yaml;

static mp_yaml functions;
static const mp_yaml *loaded;
static char failure[256] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

static const char *const names[] = {"libyaml-0.so.2", "libyaml.so", "libyaml-0.2.dylib", "libyaml.dylib", NULL};

#define F(name) #name,
static const char *const symbols[] = {MP_YAML_FUNCTIONS(F) NULL};
#undef F

static void load(void) {
    if (mp_load(names, symbols, (void **)&functions, failure, sizeof failure)) loaded = &functions;
}

typedef struct {
    char *text;
    size_t count, capacity, room;
    int deepest;
    const char *error;
    yaml_mark_t place;
} writer;

static int put(writer *out, const char *bytes, size_t count) {
    if (out->count + count > out->room) {
        out->error = "it is too long once its anchors are followed";
        return 0;
    }
    if (out->count + count + 1 > out->capacity) {
        size_t capacity = (out->capacity + count) * 2 + 256;
        char *text = realloc(out->text, capacity);
        if (text == NULL) {
            out->error = "no memory";
            return 0;
        }
        out->text = text;
        out->capacity = capacity;
    }
    memcpy(out->text + out->count, bytes, count);
    out->count += count;
    out->text[out->count] = 0;
    return 1;
}

static int quoted(writer *out, const unsigned char *bytes, size_t count) {
    static const char digits[] = "0123456789abcdef";
    if (!put(out, "\"", 1)) return 0;
    size_t from = 0;
    for (size_t at = 0; at < count; at++) {
        if (bytes[at] >= 32 && bytes[at] != '"' && bytes[at] != '\\') continue;
        char escape[6] = {'\\', 'u', '0', '0', digits[bytes[at] >> 4], digits[bytes[at] & 15]};
        if (!put(out, (const char *)bytes + from, at - from) || !put(out, escape, 6)) return 0;
        from = at + 1;
    }
    return put(out, (const char *)bytes + from, count - from) && put(out, "\"", 1);
}

// Whether an unquoted scalar is a number as JSON writes one, null, true or false: what YAML 1.2 calls the core schema,
// as far as archives of HTTP need it.
static int is_bare(const unsigned char *bytes, size_t count) {
    if ((count == 4 && (memcmp(bytes, "null", 4) == 0 || memcmp(bytes, "true", 4) == 0))
        || (count == 5 && memcmp(bytes, "false", 5) == 0))
        return 1;
    size_t at = count > 0 && bytes[0] == '-';
    if (at == count || count > 15 || (bytes[at] == '0' && count > at + 1)) return 0;
    for (; at < count; at++)
        if (bytes[at] < '0' || bytes[at] > '9') return 0;
    return 1;
}

static int tagged(const yaml_node_t *node, const char *tag) {
    return node->tag != NULL && strcmp((const char *)node->tag, tag) == 0;
}

static int scalar(writer *out, const yaml_node_t *node) {
    const unsigned char *value = node->data.scalar.value;
    size_t count = node->data.scalar.length;
    if (tagged(node, "tag:yaml.org,2002:binary"))
        return put(out, "{\"$binary\":", 11) && quoted(out, value, count) && put(out, "}", 1);
    int plain = node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (plain && (count == 0 || (count == 1 && value[0] == '~'))) return put(out, "null", 4);
    if (plain && is_bare(value, count)) return put(out, (const char *)value, count);
    return quoted(out, value, count);
}

static int write_node(writer *out, yaml_document_t *document, int index, int depth) {
    yaml_node_t *node = functions.yaml_document_get_node(document, index);
    if (node == NULL) return put(out, "null", 4);
    out->place = node->start_mark;
    if (depth > out->deepest) {
        out->error = "it is nested too deep";
        return 0;
    }
    switch (node->type) {
    case YAML_SCALAR_NODE: return scalar(out, node);
    case YAML_SEQUENCE_NODE:
        if (!put(out, "[", 1)) return 0;
        for (yaml_node_item_t *item = node->data.sequence.items.start; item < node->data.sequence.items.top; item++) {
            if (item > node->data.sequence.items.start && !put(out, ",", 1)) return 0;
            if (!write_node(out, document, *item, depth + 1)) return 0;
        }
        return put(out, "]", 1);
    case YAML_MAPPING_NODE:
        if (!put(out, "{", 1)) return 0;
        for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
            yaml_node_t *key = functions.yaml_document_get_node(document, pair->key);
            if (pair > node->data.mapping.pairs.start && !put(out, ",", 1)) return 0;
            if (key != NULL && key->type == YAML_SCALAR_NODE) {
                if (!quoted(out, key->data.scalar.value, key->data.scalar.length)) return 0;
            } else if (!put(out, "\"\"", 2)) {
                return 0;
            }
            if (!put(out, ":", 1) || !write_node(out, document, pair->value, depth + 1)) return 0;
        }
        return put(out, "}", 1);
    default: return put(out, "null", 4);
    }
}

char *mp_yaml_json(
    const unsigned char *bytes, size_t size, int deepest, size_t room, size_t *length, const char **error,
    size_t *line, size_t *column) {
    static _Thread_local char words[300];
    *line = *column = 1;
    pthread_once(&once, load);
    if (loaded == NULL) {
        snprintf(words, sizeof words, "YAML needs libyaml: %s", failure);
        *error = words;
        return NULL;
    }
    yaml_parser_t parser;
    yaml_document_t document;
    if (!functions.yaml_parser_initialize(&parser)) {
        *error = "no memory";
        return NULL;
    }
    functions.yaml_parser_set_input_string(&parser, bytes, size);
    if (!functions.yaml_parser_load(&parser, &document)) {
        snprintf(words, sizeof words, "it is no YAML: %s", parser.problem == NULL ? "it cannot be read" : parser.problem);
        *error = words;
        *line = parser.problem_mark.line + 1;
        *column = parser.problem_mark.column + 1;
        functions.yaml_parser_delete(&parser);
        return NULL;
    }
    writer out = {.room = room, .deepest = deepest};
    yaml_node_t *root = functions.yaml_document_get_root_node(&document);
    int ok = root == NULL ? put(&out, "null", 4)
                          : write_node(&out, &document, (int)(root - document.nodes.start) + 1, 1);
    functions.yaml_document_delete(&document);
    functions.yaml_parser_delete(&parser);
    if (!ok) {
        *error = out.error;
        *line = out.place.line + 1;
        *column = out.place.column + 1;
        free(out.text);
        return NULL;
    }
    *length = out.count;
    return out.text;
}

void mp_yaml_free(char *text) { free(text); }
