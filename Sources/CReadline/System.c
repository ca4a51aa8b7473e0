#define _GNU_SOURCE
#include "CReadline.h"
#include <errno.h>
#include <iconv.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static sigset_t original_mask;
static bool blocked = false;

static sigset_t set_of(const int *signals, size_t count) {
  sigset_t set;
  sigemptyset(&set);
  for (size_t index = 0; index < count; index++) sigaddset(&set, signals[index]);
  return set;
}

int hr_signals_open(void) {
  const int listened[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
  sigset_t set = set_of(listened, 6), before;
  if (pthread_sigmask(SIG_BLOCK, &set, &before) != 0) return -1;
  if (!blocked) original_mask = before;
  blocked = true;
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int hr_signals_next(int descriptor) {
  struct signalfd_siginfo info;
  ssize_t count;
  do count = read(descriptor, &info, sizeof info); while (count < 0 && errno == EINTR);
  return count == sizeof info ? (int)info.ssi_signo : 0;
}

bool hr_signal_waits(int signal) {
  sigset_t waiting;
  return sigpending(&waiting) == 0 && sigismember(&waiting, signal) == 1;
}

void hr_signals_stop(void) {
  const int stop[] = {SIGTSTP}, resume[] = {SIGCONT};
  sigset_t stops = set_of(stop, 1), resumes = set_of(resume, 1), before;
  pthread_sigmask(SIG_UNBLOCK, &stops, &before);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  // The SIGCONT that woke us is not news.
  const struct timespec now = {0, 0};
  sigtimedwait(&resumes, NULL, &now);
}

int hr_signals_restore_in_child(posix_spawnattr_t *attributes) {
  const int ignored[] = {SIGPIPE, SIGXFSZ};
  sigset_t mask = original_mask, defaults = set_of(ignored, 2);
  if (!blocked) pthread_sigmask(SIG_BLOCK, NULL, &mask);
  int failure = posix_spawnattr_setsigmask(attributes, &mask);
  if (failure == 0) failure = posix_spawnattr_setsigdefault(attributes, &defaults);
  if (failure == 0) failure = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  return failure;
}

void hr_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }

int hr_timer_open(void) { return timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK); }

void hr_timer_set(int descriptor, double moment) {
  struct itimerspec when = {{0, 0}, {0, 0}};
  if (moment > 0) {
    when.it_value.tv_sec = (time_t)moment;
    when.it_value.tv_nsec = (long)((moment - (double)when.it_value.tv_sec) * 1e9);
    if (when.it_value.tv_sec == 0 && when.it_value.tv_nsec == 0) when.it_value.tv_nsec = 1;
  }
  timerfd_settime(descriptor, TFD_TIMER_ABSTIME, &when, NULL);
}

double hr_boot_seconds(void) {
  struct timespec now = {0, 0};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void hr_mode_make_quiet(struct termios *mode) {
  mode->c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL);
  mode->c_cc[VMIN] = 0;  // a read never waits: what poll saw may have been dropped by Ctrl-C
  mode->c_cc[VTIME] = 0;
  mode->c_cc[VQUIT] = _POSIX_VDISABLE;  // Ctrl-\ would end the program with the line
}

void hr_mode_read_without_waiting(int descriptor) {
  struct termios mode;
  if (tcgetattr(descriptor, &mode) != 0) return;
  mode.c_cc[VMIN] = mode.c_cc[VTIME] = 0;
  hr_mode_set(descriptor, TCSANOW, &mode);
}

void hr_mode_make_echoing(struct termios *mode) {
  hr_mode_make_quiet(mode);
  mode->c_lflag |= ECHO;
}

int hr_mode_set(int descriptor, int action, const struct termios *mode) {
  int result;
  do result = tcsetattr(descriptor, action, mode); while (result < 0 && errno == EINTR);
  return result;
}

void hr_mode_restore(int descriptor, const struct termios *mode) {
  if (tcgetpgrp(descriptor) == getpgrp()) hr_mode_set(descriptor, TCSADRAIN, mode);
}

static int restored_descriptor = -1;
static struct termios restored_mode;

static void restore(void) { hr_mode_restore(restored_descriptor, &restored_mode); }

void hr_mode_restore_at_exit(int descriptor, const struct termios *mode) {
  if (restored_descriptor >= 0) return;
  restored_descriptor = descriptor;
  restored_mode = *mode;
  atexit(restore);
}

void hr_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size = {0};
  *columns = *rows = 0;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return;
  *columns = size.ws_col;
  *rows = size.ws_row;
}

static pthread_once_t opened = PTHREAD_ONCE_INIT;
static locale_t utf8 = (locale_t)0;

static void open_locale(void) { utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int hr_cells(uint32_t scalar) {
  pthread_once(&opened, open_locale);
  if (!utf8) return 1;
  locale_t before = uselocale(utf8);
  int cells = wcwidth((wchar_t)scalar);
  uselocale(before);
  return cells;
}

char *hr_ascii(const char *text) {
  pthread_once(&opened, open_locale);
  locale_t before = uselocale(utf8 ? utf8 : LC_GLOBAL_LOCALE);
  char *folded = NULL;
  iconv_t conversion = iconv_open("ASCII//TRANSLIT", "UTF-8");
  if (conversion != (iconv_t)-1) {
    size_t left = strlen(text), room = left * 4 + 1, space = room;
    char *input = (char *)text, *output = folded = calloc(1, room);
    if (folded && iconv(conversion, &input, &left, &output, &space) == (size_t)-1) {
      free(folded);
      folded = NULL;
    }
    iconv_close(conversion);
  }
  uselocale(before);
  return folded;
}

void hr_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }
