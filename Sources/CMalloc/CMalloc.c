#include "CMalloc.h"

#ifdef __linux__
#include <features.h>
#endif

#ifdef __GLIBC__
#include <malloc.h>

void cmalloc_take_in_pieces(size_t piece, size_t kept) {
  mallopt(M_TOP_PAD, (int)piece);
  // To set one of them keeps glibc from adapting the other two, so all are set.
  mallopt(M_MMAP_THRESHOLD, (int)piece);
  mallopt(M_TRIM_THRESHOLD, (int)kept);
}
#else
void cmalloc_take_in_pieces(size_t piece, size_t kept) {
  (void)piece;
  (void)kept;
}
#endif
