#include "CSystem.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

// This `free` and this `realloc` stand in for libc's in the whole program: for Swift's strings, for SQLite's pages and for
// Readline's lines. What the program lets go of is wiped first, so that no freed memory keeps what someone wrote.

// The address sanitizer brings its own two, with its own blocks: under it nothing may be put in their place.
#ifndef HANDRAIL_FUZZ

extern void __libc_free(void *block);

void free(void *block) {
  if (!block) return;
  explicit_bzero(block, malloc_usable_size(block));
  __libc_free(block);
}

void *realloc(void *block, size_t count) {
  if (!block) return malloc(count);
  if (count == 0) {
    free(block);
    return NULL;
  }
  size_t held = malloc_usable_size(block);
  if (count <= held && count > held / 2) return block;
  // Never libc's own: where it moves a block, it leaves the old one as it was.
  void *fresh = malloc(count);
  if (!fresh) return NULL;
  memcpy(fresh, block, count < held ? count : held);
  free(block);
  return fresh;
}

#endif

__attribute__((noinline)) void handrail_wipe_stack(void) {
  char below[1 << 17];
  explicit_bzero(below, sizeof below);
}
