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
