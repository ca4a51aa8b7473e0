#define _GNU_SOURCE
#include "CPty.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WINDOW = 1 << 20 };

// One search at a time: a search must not find what another has in its window.
static pthread_mutex_t one_search = PTHREAD_MUTEX_INITIALIZER;

static long count_in(const unsigned char *bytes, size_t count, pty_pattern wanted) {
  long found = 0;
  int first = wanted.masked[0] ^ wanted.mask;
  for (const unsigned char *at = bytes; count >= wanted.count;) {
    const unsigned char *next = memchr(at, first, count - wanted.count + 1);
    if (!next) break;
    count -= (size_t)(next + 1 - at);
    at = next + 1;
    size_t same = 1;
    while (same < wanted.count && next[same] == (wanted.masked[same] ^ wanted.mask)) same++;
    if (same == wanted.count) found++;
  }
  return found;
}

static long count_between(int memory, uintptr_t start, uintptr_t end, unsigned char *window, pty_pattern wanted) {
  long found = 0;
  while (start < end && end - start >= wanted.count) {
    size_t size = end - start < WINDOW ? end - start : WINDOW;
    ssize_t got = pread(memory, window, size, (off_t)start);
    if (got > 0) found += count_in(window, (size_t)got, wanted);
    // What cannot be read is passed by page; windows overlap, so that nothing hides at their edge.
    if (got <= 0) start = (start | 4095) + 1;
    else if ((size_t)got < wanted.count || start + (uintptr_t)got >= end) start += (uintptr_t)got;
    else start += (uintptr_t)got - (wanted.count - 1);
  }
  return found;
}

pty_findings pty_find_in_memory(pid_t pid, pty_pattern wanted) {
  pty_findings findings = {-1, -1};
  char name[64], line[1024];
  snprintf(name, sizeof name, "/proc/%d/mem", pid);
  int memory = open(name, O_RDONLY | O_CLOEXEC);
  snprintf(name, sizeof name, "/proc/%d/maps", pid);
  FILE *maps = fopen(name, "re");
  unsigned char *window = malloc(WINDOW);
  pthread_mutex_lock(&one_search);
  if (memory >= 0 && maps && window) {
    findings = (pty_findings){0, 0};
    uintptr_t from, to, own = (uintptr_t)window;
    char access[5];
    while (fgets(line, sizeof line, maps)) {
      if (sscanf(line, "%lx-%lx %4s", &from, &to, access) != 3 || strstr(line, "[v")) continue;
      // Large stretches without access are room that was never used.
      if (access[0] != 'r' && to - from > WINDOW) continue;
      long *found = access[0] == 'r' ? &findings.open : &findings.guarded;
      if (pid == getpid() && from < own + WINDOW && own < to) {
        *found += count_between(memory, from, own, window, wanted);
        from = own + WINDOW;
      }
      *found += count_between(memory, from, to, window, wanted);
    }
    explicit_bzero(window, WINDOW);
  }
  pthread_mutex_unlock(&one_search);
  free(window);
  if (maps) fclose(maps);
  if (memory >= 0) close(memory);
  return findings;
}
