// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <stddef.h>

// YAML by libyaml, which is loaded when the first cassette is read: docs/decisions/0040. The interface hides the library:
// input is YAML, output is JSON.

// Returns the first document as JSON, with its length; freed by mp_yaml_free. Anchors are followed; a value tagged
// !!binary is an object {"$binary": "base64"}. Returns NULL with the reason in *error, a static string, and the line and
// the column, both counted from 1: of what is no YAML, has deeper levels than `deepest`, or is written to more than
// `room` bytes.
char *_Nullable mp_yaml_json(
    const unsigned char *_Nonnull bytes, size_t size, int deepest, size_t room, size_t *_Nonnull length,
    const char *_Nullable *_Nonnull error, size_t *_Nonnull line, size_t *_Nonnull column);

void mp_yaml_free(char *_Nullable text);
