// SPDX-License-Identifier: Apache-2.0

#include "CHiredis.h"
#include "CLoading.h"
#include <pthread.h>
#include <stdlib.h>

#define MP_REDIS_FUNCTIONS(F)                                                                                          \
    F(redisReaderCreate) F(redisReaderFree) F(redisReaderFeed) F(redisReaderGetReply) F(freeReplyObject)               \
    F(redisFormatCommandArgv) F(redisFreeCommand)

static struct {
#define F(name) __typeof__(name) *name;
    MP_REDIS_FUNCTIONS(F)
#undef F
} functions;

static int loaded;
static char failure[256] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

static const char *const names[] = {
    "libhiredis.so.0.14", "libhiredis.so.1.1.0", "libhiredis.so.1.2.0", "libhiredis.so", "libhiredis.dylib", NULL};

#define F(name) #name,
static const char *const symbols[] = {MP_REDIS_FUNCTIONS(F) NULL};
#undef F

static void load(void) { loaded = mp_load(names, symbols, (void **)&functions, failure, sizeof failure); }

int mp_redis_load(void) {
    pthread_once(&once, load);
    return loaded;
}

const char *mp_redis_failure(void) { return failure; }

char *mp_redis_command(const unsigned char *bytes, const size_t *lengths, int count, size_t *length) {
    const char **words = malloc((size_t)count * sizeof(char *));
    if (words == NULL) return NULL;
    size_t at = 0;
    for (int index = 0; index < count; index++) {
        words[index] = (const char *)bytes + at;
        at += lengths[index];
    }
    char *command = NULL;
    int result = functions.redisFormatCommandArgv(&command, count, words, lengths);
    free(words);
    if (result < 0) return NULL;
    *length = (size_t)result;
    return command;
}

void mp_redis_command_free(char *command) { functions.redisFreeCommand(command); }

redisReader *mp_redis_reader_make(void) { return functions.redisReaderCreate(); }

void mp_redis_reader_free(redisReader *reader) {
    if (reader != NULL) functions.redisReaderFree(reader);
}

int mp_redis_reader_feed(redisReader *reader, const unsigned char *bytes, size_t count) {
    return functions.redisReaderFeed(reader, (const char *)bytes, count) == REDIS_OK;
}

int mp_redis_reader_next(redisReader *reader, redisReply **reply) {
    void *made = NULL;
    *reply = NULL;
    if (functions.redisReaderGetReply(reader, &made) != REDIS_OK) return -1;
    *reply = made;
    return made != NULL;
}

void mp_redis_reply_free(redisReply *reply) {
    if (reply != NULL) functions.freeReplyObject(reply);
}

redisReply *mp_redis_element(const redisReply *reply, size_t index) { return reply->element[index]; }
