// GNU Readline and the terminal calls of Linux, as the few functions that Terminal needs. One thread only.
#pragma once
#include <spawn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

// --- Readline: one line at a time through its callback interface ---

typedef struct {
  void *_Nullable context;
  /// The next byte of the terminal, or -1 when the line must end.
  int (*_Nonnull read_byte)(void *_Nullable context);
  /// A line was entered; NULL at the end of input. Its bytes are wiped afterwards.
  void (*_Nonnull finished)(void *_Nullable context, const char *_Nullable line);
  /// Calls `hr_candidate` for each completion of `word`; `before` is the line up to the cursor.
  void (*_Nonnull complete)(void *_Nullable context, const char *_Nonnull before, const char *_Nonnull word);
  /// Puts the terminal into its state before Readline took it, and back.
  void (*_Nonnull prepare)(void *_Nullable context);
  void (*_Nonnull release)(void *_Nullable context);
} hr_line_callbacks;

/// Shows the prompt with `prefill` on the line, ready to edit.
void hr_line_begin(const char *_Nonnull prompt, const char *_Nonnull prefill, bool use_history, hr_line_callbacks callbacks);
/// Hands Readline one byte (or what it still holds).
void hr_line_step(void);
/// Readline holds input that `poll` cannot see.
bool hr_line_pending(void);
/// What stands on the line now; valid until the next call.
const char *_Nonnull hr_line_text(void);
/// Drops the line and takes Readline off the terminal.
void hr_line_abandon(void);
/// Takes Readline off the terminal after a line was entered.
void hr_line_end(void);
/// Readline itself ends the line on the screen when the input ends.
bool hr_line_breaks_at_end(void);
/// The terminal is given up for a stop, taken back, and drawn again.
void hr_line_suspend(void);
void hr_line_resume(void);
void hr_line_resized(void);
void hr_candidate(const char *_Nonnull text);
void hr_history_add(const char *_Nonnull line);
/// Clears and wipes history, the undo list, the kill ring, the keyboard macro, the line, and what was drawn of it.
void hr_line_forget(void);

// --- Signals, time ---

/// Blocks the signals that prompts listen to and returns a descriptor that reports them, or -1.
int hr_signals_open(void);
/// The next waiting signal of the descriptor, or 0.
int hr_signals_next(int descriptor);
/// Whether `signal` is blocked and waiting.
bool hr_signal_waits(int signal);
/// Stops this process as Ctrl-Z would, and returns when it is continued.
void hr_signals_stop(void);
/// Gives a program started with `attributes` the signal mask and handlers from before `hr_signals_open`.
int hr_signals_restore_in_child(posix_spawnattr_t *_Nonnull attributes);
void hr_ignore_broken_pipes(void);
/// A timer on CLOCK_BOOTTIME, or -1; it goes off at `moment` seconds of that clock, never when 0.
int hr_timer_open(void);
void hr_timer_set(int descriptor, double moment);
double hr_boot_seconds(void);

// --- The terminal ---

/// No echo and no line assembly; Ctrl-C and Ctrl-Z still send signals.
void hr_mode_make_quiet(struct termios *_Nonnull mode);
/// As quiet, with echo: what Readline takes for the ordinary mode.
void hr_mode_make_echoing(struct termios *_Nonnull mode);
/// Changes the mode that Readline has set.
void hr_mode_read_without_waiting(int descriptor);
/// Sets `mode` on `descriptor` when the process ends by `exit`; the first call wins.
void hr_mode_restore_at_exit(int descriptor, const struct termios *_Nonnull mode);
/// Sets a mode unless another program has the terminal now.
void hr_mode_restore(int descriptor, const struct termios *_Nonnull mode);
int hr_mode_set(int descriptor, int action, const struct termios *_Nonnull mode);
/// Columns and rows of the window, or 0.
void hr_window_size(int descriptor, int *_Nonnull columns, int *_Nonnull rows);

// --- Text ---

/// Display cells of a scalar in UTF-8, by libc `wcwidth`; -1 for what does not print.
int hr_cells(uint32_t scalar);
/// `text` in ASCII, transliterated where libc knows how; malloc'd, or NULL.
char *_Nullable hr_ascii(const char *_Nonnull text);
void hr_wipe(void *_Nonnull bytes, size_t count);
