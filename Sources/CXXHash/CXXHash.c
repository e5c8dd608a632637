// All of xxHash is in its header: nothing has to be linked, and a binary carries its own copy.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <string.h>

#include "CXXHash.h"

void cxxhash_digest(const void *bytes, size_t length, const void *secret, size_t secret_length, uint8_t digest[16]) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_withSecret(bytes, length, secret, secret_length));
  memcpy(digest, canonical.digest, sizeof canonical.digest);
}
