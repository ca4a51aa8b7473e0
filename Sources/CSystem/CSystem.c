#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static int set_lock(int descriptor, short type) {
  struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0, .l_pid = 0};
  int result;
  do {
    result = fcntl(descriptor, F_OFD_SETLK, &lock);
  } while (result == -1 && errno == EINTR);
  return result == -1 ? errno : 0;
}

int handrail_lock_whole_file(int descriptor) { return set_lock(descriptor, F_WRLCK); }

int handrail_unlock_whole_file(int descriptor) { return set_lock(descriptor, F_UNLCK); }

int handrail_harden_process(void) {
  // The Swift runtime prints registers and memory when a program crashes; here they could be someone's words.
  const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV, SIGQUIT};
  for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++) signal(crashes[index], SIG_DFL);
  // A limit on file sizes then comes back as an error of the write, like a full disk.
  signal(SIGXFSZ, SIG_IGN);
  struct rlimit none = {0, 0};
  int limited = setrlimit(RLIMIT_CORE, &none);
  int undumpable = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  return limited == 0 && undumpable == 0 ? 0 : -1;
}

int handrail_protect_memory(void *address, size_t length) {
  madvise(address, length, MADV_DONTDUMP);
  return mlock(address, length);
}
