// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <stddef.h>

// Loads a library that no target links, when it is first needed: docs/decisions/0034.
//
// Takes the first of the names, up to NULL, that the loader finds, and puts its functions, in the order of the symbols
// up to NULL, into the table. Returns 1, or 0 with the reason in failure: the loader's words on the first name, or the
// symbol that is missing.
int mp_load(
    const char *_Nullable const *_Nonnull names, const char *_Nullable const *_Nonnull symbols,
    void *_Nullable *_Nonnull table, char *_Nonnull failure, size_t room);

// Notes that this thread needed a library that could not be loaded: its name, and the loader's words.
void mp_miss_library(const char *_Nonnull name, const char *_Nonnull failure);

// What was noted in this thread since the last call of mp_forget_missing; NULL: nothing.
const char *_Nullable mp_missing_library(void);
const char *_Nonnull mp_missing_reason(void);
void mp_forget_missing(void);

// Has mp_forget_missing note a library as missing in this thread, for tests; NULL: none.
void mp_pretend_missing(const char *_Nullable name);
