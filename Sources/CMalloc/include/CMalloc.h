#ifndef GUIDELINT_CMALLOC_H
#define GUIDELINT_CMALLOC_H

#include <stddef.h>

/// Has the allocator ask the system for `piece` bytes at a time and give back nothing below `kept` bytes. Only glibc's
/// takes such advice; others do what they do.
void cmalloc_take_in_pieces(size_t piece, size_t kept);

#endif
