// Starts a program on a pseudo terminal of its own.
#pragma once
#include <stdbool.h>
#include <sys/types.h>

typedef struct {
  int master;
  pid_t pid;
  /// Readable when the program has ended.
  int pidfd;
} pty_child;

typedef struct {
  int columns, rows;
  /// Descriptors the program gets in place of the terminal, or -1.
  int input, output, error;
  /// Whether the program finds the terminal at /dev/tty.
  bool controlling;
  const char *_Nullable folder;
} pty_options;

/// 0, or an errno value. `arguments` and `environment` end with NULL.
int pty_start(const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
              char *_Nullable const *_Nonnull environment, pty_options options, pty_child *_Nonnull child);
int pty_resize(int master, int columns, int rows);
/// A pipe that other programs do not inherit.
int pty_pipe(int *_Nonnull ends);
/// Where `wanted` first stands in `bytes`, or -1.
long pty_find(const void *_Nullable bytes, size_t count, const void *_Nullable wanted, size_t wanted_count);

/// Bytes to look for, each XOR `mask`, so that the search does not find what it was told.
typedef struct {
  const unsigned char *_Nonnull masked;
  size_t count;
  unsigned char mask;
} pty_pattern;

/// How often they stand in memory that can be read, and in memory that is closed to the process itself.
typedef struct {
  long open, guarded;
} pty_findings;

/// Looks through all memory of a process, also of the calling one. -1 where the system does not allow it.
pty_findings pty_find_in_memory(pid_t pid, pty_pattern wanted);
