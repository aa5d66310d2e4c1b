// SPDX-License-Identifier: Apache-2.0

#include "CLasting.h"
#include <openssl/crypto.h>

// OpenSSL stays as it is while the process ends. Loops and workers end with the process and not before, and what one of
// them lets go of in the meantime, as the last connection of a recording, is freed by a library that is there: its own
// clean-up at exit (OPENSSL_init_crypto(3)) would have taken that away. It has to be said before anything else of
// OpenSSL is asked for.
__attribute__((constructor)) static void keep(void) { OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, NULL); }
