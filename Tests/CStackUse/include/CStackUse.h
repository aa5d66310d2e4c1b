// SPDX-License-Identifier: Apache-2.0

#pragma once

// Runs body(context) on a thread whose stack of `size` bytes was painted, and returns how many bytes it touched; 0 if
// there was no thread.
long mp_stack_use(long size, void (*_Nonnull body)(void *_Nullable context), void *_Nullable context);
