#define _GNU_SOURCE
#include "CPty.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

int pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

// Between fork and exec, in a process with threads: system calls only.
static void become(const char *path, char *const *arguments, char *const *environment, const char *name,
                   pty_options options) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int signal_number = 1; signal_number < 32; signal_number++) signal(signal_number, SIG_DFL);
  setsid();
  int terminal = open(name, O_RDWR | (options.controlling ? 0 : O_NOCTTY));
  int wanted[] = {options.input, options.output, options.error};
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    int from = wanted[descriptor] >= 0 ? wanted[descriptor] : terminal;
    if (from == descriptor) fcntl(from, F_SETFD, 0); else dup2(from, descriptor);
  }
  if (terminal > 2) close(terminal);
  // Only its own three: what the test process happens to hold open is no business of the program's.
  syscall(SYS_close_range, 3, ~0U, 0);
  if (options.folder && chdir(options.folder) != 0) _exit(126);
  execve(path, arguments, environment);
  _exit(127);
}

int pty_start(const char *path, char *const *arguments, char *const *environment, pty_options options,
              pty_child *child) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  char name[128];
  if (master < 0) return errno;
  if (grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, sizeof name) != 0) {
    close(master);
    return EIO;
  }
  pty_resize(master, options.columns, options.rows);
  fcntl(master, F_SETFL, O_NONBLOCK);
  pid_t pid = fork();
  if (pid == 0) become(path, arguments, environment, name, options);
  if (pid < 0) {
    close(master);
    return errno;
  }
  *child = (pty_child){.master = master, .pid = pid, .pidfd = (int)syscall(SYS_pidfd_open, pid, 0)};
  return 0;
}

int pty_pipe(int *ends) { return pipe2(ends, O_CLOEXEC); }

long pty_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count) {
  const char *found = memmem(bytes, count, wanted, wanted_count);
  return found ? found - (const char *)bytes : -1;
}
