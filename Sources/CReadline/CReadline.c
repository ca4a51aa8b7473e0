#define _GNU_SOURCE
#include "CReadline.h"
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <readline/history.h>
#include <readline/readline.h>

extern FILE *_rl_out_stream;
extern int rl_line_buffer_len;
extern int _rl_last_command_was_kill;
extern int _rl_pushed_input_available(void);
extern void _rl_kill_kbd_macro(void);
extern void _rl_free_saved_history_line(void);

// Readline allocates through these three; ours wipe what they let go, so private words do not stay in freed memory.

static void *checked(void *block) {
  if (!block) abort();
  return block;
}

void *xmalloc(size_t count) { return checked(malloc(count)); }

void xfree(void *block) {
  if (!block) return;
  explicit_bzero(block, malloc_usable_size(block));
  free(block);
}

void *xrealloc(void *block, size_t count) {
  void *fresh = checked(malloc(count));
  if (block) {
    size_t held = malloc_usable_size(block);
    memcpy(fresh, block, held < count ? held : count);
    xfree(block);
  }
  return fresh;
}

static hr_line_callbacks callbacks;
static bool began = false;
static HISTORY_STATE *hidden_history = NULL;
static char **candidates = NULL;
static size_t candidate_count = 0, candidate_next = 0;
/// What goes to the screen on its way there.
static char echoed[BUFSIZ];

static int read_byte(FILE *stream) {
  int byte = callbacks.read_byte(callbacks.context);
  return byte < 0 ? EOF : byte;
}

static void prepare(int meta) {
  callbacks.prepare(callbacks.context);
  rl_prep_terminal(meta);
  hr_mode_read_without_waiting(fileno(rl_instream));
}

static void release(void) {
  rl_deprep_terminal();
  callbacks.release(callbacks.context);
}

static void finished(char *line) {
  rl_callback_handler_remove();
  callbacks.finished(callbacks.context, line);
  xfree(line);
}

// The bytes at `text` that a terminal would obey or that turn text around: C1 controls, line separators, bidirectional
// marks, a byte order mark. 0 for all else. Readline itself shows the other controls as ^X.
static size_t hidden_bytes(const unsigned char *text, size_t left) {
  if (left >= 2 && text[0] == 0xC2 && text[1] >= 0x80 && text[1] <= 0x9F) return 2;
  if (left < 3) return 0;
  if (text[0] == 0xE2 && text[1] == 0x80 && text[2] >= 0xA8 && text[2] <= 0xAE) return 3;
  if (text[0] == 0xE2 && text[1] == 0x81 && text[2] >= 0xA6 && text[2] <= 0xA9) return 3;
  return text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0;
}

// Puts marks of the same length in the place of such bytes. Returns the line as it was, or NULL if there are none.
static char *mask(void) {
  unsigned char *line = (unsigned char *)rl_line_buffer;
  size_t length = line ? (size_t)rl_end : 0;
  char *kept = NULL;
  for (size_t place = 0; place < length; place++) {
    size_t count = hidden_bytes(line + place, length - place);
    if (count == 0) continue;
    if (!kept) kept = memcpy(xmalloc(length), line, length);
    memcpy(line + place, count == 2 ? "\xC2\xB7" : "\xEF\xBF\xBD", count);
    place += count - 1;
  }
  return kept;
}

static void unmask(char *kept) {
  if (kept) memcpy(rl_line_buffer, kept, (size_t)rl_end);
  xfree(kept);
}

// Draws the masked line; the line itself keeps its bytes.
static void redisplay(void) {
  char *kept = mask();
  rl_redisplay();
  unmask(kept);
}

static char *next_candidate(const char *text, int state) {
  if (state == 0) candidate_next = 0;
  return candidate_next < candidate_count ? strdup(candidates[candidate_next++]) : NULL;
}

void hr_candidate(const char *text) {
  char **longer = realloc(candidates, (candidate_count + 1) * sizeof *candidates);
  if (!longer) return;
  candidates = longer;
  if ((candidates[candidate_count] = strdup(text))) candidate_count++;
}

static char **complete(const char *word, int start, int end) {
  rl_attempted_completion_over = 1;  // never file names
  rl_completion_append_character = ' ';
  char *before = strndup(rl_line_buffer, (size_t)end);
  if (!before) return NULL;
  callbacks.complete(callbacks.context, before, word);
  xfree(before);
  char **matches = candidate_count ? rl_completion_matches(word, next_candidate) : NULL;
  while (candidate_count) xfree(candidates[--candidate_count]);
  return matches;
}

static void begin_once(void) {
  if (began) return;
  began = true;
  rl_readline_name = "Handrail";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  // Defaults only: the inputrc is read afterwards and may say otherwise.
  rl_variable_bind("enable-active-region", "off");
  rl_variable_bind("enable-meta-key", "off");
  rl_instream = stdin;
  rl_outstream = stdout;
  setvbuf(stdout, echoed, _IOLBF, sizeof echoed);
  rl_getc_function = read_byte;
  rl_prep_term_function = prepare;
  rl_deprep_term_function = release;
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = " \t\n";
  rl_completer_quote_characters = "";
  rl_completion_entry_function = next_candidate;
  // Without a home, Readline would ask the user database, which may ask the network; so would `~name`.
  if (!getenv("HOME") && !getenv("INPUTRC")) setenv("INPUTRC", "/etc/inputrc", 1);
  rl_unbind_function_in_map(rl_tilde_expand, emacs_meta_keymap);
  using_history();
  // Readline looks at no terminal for a program that draws by itself: ours is told only once it has looked.
  rl_initialize();
  rl_redisplay_function = redisplay;
}

static void hide_history(void) {
  if (hidden_history) return;
  HISTORY_STATE empty = {0};
  hidden_history = history_get_history_state();
  history_set_history_state(&empty);
}

static void show_history(void) {
  if (!hidden_history) return;
  history_set_history_state(hidden_history);
  free(hidden_history);
  hidden_history = NULL;
}

void hr_line_begin(const char *prompt, const char *prefill, bool use_history, hr_line_callbacks given) {
  callbacks = given;
  begin_once();
  if (use_history) using_history(); else hide_history();
  rl_callback_handler_install(prompt, finished);
  if (*prefill) {
    rl_insert_text(prefill);
    rl_free_undo_list();  // undo must not take the earlier answer away
    redisplay();
  }
}

void hr_line_step(void) { rl_callback_read_char(); }

bool hr_line_pending(void) {
  return rl_pending_input || RL_ISSTATE(RL_STATE_MACROINPUT | RL_STATE_INPUTPENDING) || _rl_pushed_input_available();
}

const char *hr_line_text(void) { return rl_line_buffer ? rl_line_buffer : ""; }

void hr_line_abandon(void) {
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_callback_handler_remove();
  show_history();
}

void hr_line_end(void) { show_history(); }

bool hr_line_breaks_at_end(void) {
  const char *value = rl_variable_value("enable-bracketed-paste");
  return value && strcmp(value, "on") == 0;
}

void hr_line_suspend(void) { rl_deprep_term_function(); }

void hr_line_resume(void) {
  rl_deprep_term_function();
  rl_prep_term_function(1);
  rl_reset_screen_size();
  rl_on_new_line();
  rl_forced_update_display();
}

void hr_line_resized(void) {
  char *kept = mask();
  rl_redisplay_function = rl_redisplay;
  rl_resize_terminal();
  rl_redisplay_function = redisplay;
  unmask(kept);
}

void hr_history_add(const char *line) {
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (!last || strcmp(last->line, line) != 0) add_history(line);
}

// Readline keeps what it drew, and what it drew before that. Two lines of spaces, drawn nowhere, take their places.
static void forget_drawn(void) {
  FILE *screen = rl_outstream, *nowhere = fopen("/dev/null", "we");
  if (!nowhere) return;
  rl_outstream = _rl_out_stream = nowhere;
  rl_end = rl_line_buffer_len - 1;
  memset(rl_line_buffer, ' ', (size_t)rl_end);
  rl_line_buffer[rl_end] = 0;
  for (int index = 0; index < 2; index++) {
    rl_point = index;
    rl_forced_update_display();
  }
  rl_on_new_line();
  rl_outstream = _rl_out_stream = screen;
  fclose(nowhere);
}

void hr_line_forget(void) {
  if (!began) return;
  show_history();
  HIST_ENTRY **entries = history_list();
  for (int index = 0; entries && entries[index]; index++)
    explicit_bzero(entries[index]->line, strlen(entries[index]->line));
  rl_clear_history();
  _rl_free_saved_history_line();
  _rl_kill_kbd_macro();
  rl_free_undo_list();
  // The kill ring has no call that clears it: kills of a lone NUL, an empty text, push out all it holds.
  for (int index = 0; index < 12; index++) {
    rl_replace_line("", 1);
    rl_point = 0;
    rl_end = 1;
    _rl_last_command_was_kill = 0;
    rl_kill_text(0, 1);
  }
  _rl_last_command_was_kill = 0;
  rl_free_undo_list();
  if (rl_line_buffer) forget_drawn();
  fflush(stdout);
  explicit_bzero(echoed, sizeof echoed);
  if (rl_line_buffer) explicit_bzero(rl_line_buffer, malloc_usable_size(rl_line_buffer));
  rl_point = rl_end = rl_mark = 0;
}
