// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <hiredis/hiredis.h>
#include <stddef.h>

// The protocol of Redis and Valkey by hiredis, which is loaded when a deployment keeps its state in an engine:
// docs/decisions/0048-one-portal-many-replicas.md.
// Only its writer and reader are used; the bytes travel over the double's own sockets and TLS.

// Loads the library with the first call, from any thread. Returns 1, or 0 if there is none.
int mp_redis_load(void);
// Why there is none: the loader's words.
const char *_Nonnull mp_redis_failure(void);

// Returns a command of `count` words, which stand one after the other in bytes, as the protocol has it; NULL without
// memory.
char *_Nullable mp_redis_command(
    const unsigned char *_Nonnull bytes, const size_t *_Nonnull lengths, int count, size_t *_Nonnull length);
void mp_redis_command_free(char *_Nullable command);

redisReader *_Nullable mp_redis_reader_make(void);
void mp_redis_reader_free(redisReader *_Nullable reader);
// Returns 1, or 0 if the bytes before were no replies.
int mp_redis_reader_feed(redisReader *_Nonnull reader, const unsigned char *_Nonnull bytes, size_t count);
// Returns 1 with a reply, 0 if more bytes are needed, -1 if the bytes are no replies.
int mp_redis_reader_next(redisReader *_Nonnull reader, redisReply *_Nullable *_Nonnull reply);
void mp_redis_reply_free(redisReply *_Nullable reply);
// The element of a list of replies.
redisReply *_Nullable mp_redis_element(const redisReply *_Nonnull reply, size_t index);
