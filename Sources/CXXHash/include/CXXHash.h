#ifndef GUIDELINT_CXXHASH_H
#define GUIDELINT_CXXHASH_H

#include <stddef.h>
#include <stdint.h>

/// Hashes `length` bytes with XXH3 under a secret of at least 136 bytes; writes 16 bytes in canonical order.
void cxxhash_digest(const void *bytes, size_t length, const void *secret, size_t secret_length, uint8_t digest[16]);

#endif
