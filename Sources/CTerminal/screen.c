#define _GNU_SOURCE  // wcwidth
#define NCURSES_WIDECHAR 1
#include "terminal.h"
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *keyboard, *display;
static int display_descriptor;
static bool reports_mouse;

static void say(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t n = write(display_descriptor, text, left);
    if (n <= 0) return;
    text += n;
    left -= (size_t)n;
  }
}

// Modes that curses does not know, or knows only together with its own reading of keys: bracketed paste, and a mouse
// that reports presses and the wheel in decimal (SGR).
static const char *const modes_on = "\033[?2004h", *const mouse_on = "\033[?1000h\033[?1006h";
static const char *const modes_off = "\033[?2004l", *const mouse_off = "\033[?1006l\033[?1000l";
// Whether the terminal knows them.
static bool takes_modes;

static void modes(bool on) {
  if (takes_modes) say(on ? modes_on : modes_off);
  if (reports_mouse) say(on ? mouse_on : mouse_off);
}

static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (char *)-1 ? "" : value;
}

int terminal_probe(const char *type, int input, int output) {
  if (!isatty(input) || !isatty(output)) return TERMINAL_NOT_A_TERMINAL;
  if (!description_open(type, output)) return TERMINAL_UNKNOWN;
  int colours = tigetnum("colors");
  bool is_simple = *capability("cup") == '\0';
  description_close();
  if (is_simple) return TERMINAL_TOO_SIMPLE;
  return colours > 0 ? colours : 0;
}

// The escape sequences that give the terminal back, for a program that can no longer call curses.
static size_t restoring(char *text, size_t size) {
  int length = snprintf(
      text, size, "%s%s%s%s%s\r", takes_modes ? modes_off : "", reports_mouse ? mouse_off : "", capability("op"),
      capability("cnorm"), capability("rmcup"));
  return length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1;
}

// Starts curses with a description, the terminal's own when it is NULL.
static SCREEN *start(const char *type, const char *description) {
  if (description == NULL) return newterm(type, display, keyboard);
  const char *own = getenv("TERMINFO");
  char *kept = own != NULL ? strdup(own) : NULL;
  SCREEN *started = setenv("TERMINFO", description, 1) == 0 ? newterm(type, display, keyboard) : NULL;
  // Programs this one runs get the description they would have had.
  if (kept != NULL) setenv("TERMINFO", kept, 1);
  else unsetenv("TERMINFO");
  free(kept);
  return started;
}

// curses writes to files: these are its own, so that nothing waits in a buffer of the program's.
static bool open_files(int input, int output) {
  display_descriptor = output;
  int in = dup(input), out = dup(output);
  keyboard = in >= 0 ? fdopen(in, "r") : NULL;
  display = out >= 0 ? fdopen(out, "w") : NULL;
  return keyboard != NULL && display != NULL;
}

static void close_files(void) {
  if (keyboard != NULL) fclose(keyboard);
  if (display != NULL) fclose(display);
  keyboard = display = NULL;
}

int terminal_open(const char *type, int input, int output, int colours, bool mouse) {
  if (screen != NULL) return TERMINAL_FAILED;
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  if (!description_open(type, output)) return TERMINAL_UNKNOWN;
  // kmous is there on terminals that report a mouse; where it is, the private modes of xterm are understood.
  takes_modes = *capability("kmous") != '\0';
  reports_mouse = mouse && takes_modes;
  char text[256];
  size_t length = restoring(text, sizeof text);
  bool direct = colours == TERMINAL_DIRECT;
  char *description = description_text(type, direct);
  description_close();
  if (direct && description == NULL) return TERMINAL_FAILED;
  // Before curses starts: it leaves alone the signals that someone else catches.
  bool caught = signals_catch(input, output, text, length);
  screen = caught && open_files(input, output) ? start(type, description) : NULL;
  free(description);
  if (screen == NULL) {
    close_files();
    signals_release();
    return TERMINAL_FAILED;
  }
  set_term(screen);
  raw();
  noecho();
  nonl();
  typeahead(-1);
  scrollok(stdscr, FALSE);
  // A row whose cells are shoved shows another where terminals differ: in how wide a glyph is, in the colour of what moves in.
  idcok(stdscr, FALSE);
  if (colours != TERMINAL_PLAIN && start_color() == OK) use_default_colors();
  // Until it has once come back from endwin, curses takes its caller for a program that only asks it where to move, and
  // writes at every move of the cursor instead of once a picture.
  endwin();
  refresh();
  modes(true);
  static bool registered;
  if (!registered) registered = atexit(terminal_close) == 0;
  return 0;
}

void terminal_close(void) {
  if (screen == NULL) return;
  modes(false);
  curs_set(1);
  endwin();
  delscreen(screen);
  screen = NULL;
  close_files();
  signals_release();
}

void terminal_suspend(void) {
  if (screen == NULL) return;
  modes(false);
  curs_set(1);
  endwin();
  struct sigaction stop = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &stop, &ours);
  // The whole job stops, as when the terminal itself does it: a shell waits for the first of its processes.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  terminal_redraw();
}

void terminal_redraw(void) {
  if (screen == NULL) return;
  // After endwin, and after a stop that no one announced, the modes are the shell's.
  reset_prog_mode();
  modes(true);
  if (isendwin()) refresh();
  clearok(curscr, TRUE);
}

void terminal_measure(int *rows, int *columns) {
  struct winsize size = {0};
  if (ioctl(display_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    if (screen != NULL && (size.ws_row != LINES || size.ws_col != COLS)) resizeterm(size.ws_row, size.ws_col);
    *rows = size.ws_row;
    *columns = size.ws_col;
  } else {
    *rows = screen != NULL ? LINES : 24;
    *columns = screen != NULL ? COLS : 80;
  }
}

int terminal_pair(int foreground, int background) {
  int pair = alloc_pair(foreground, background);
  return pair > 0 ? pair : 0;
}

static attr_t drawn(unsigned attributes) {
  attr_t drawn = A_NORMAL;
  if (attributes & TERMINAL_BOLD) drawn |= A_BOLD;
  if (attributes & TERMINAL_DIM) drawn |= A_DIM;
  if (attributes & TERMINAL_UNDERLINE) drawn |= A_UNDERLINE;
  if (attributes & TERMINAL_REVERSE) drawn |= A_REVERSE;
  return drawn;
}

void terminal_erase(unsigned attributes, int pair) {
  cchar_t space;
  if (setcchar(&space, L" ", drawn(attributes), 0, &pair) == OK) bkgrndset(&space);
  erase();
}

void terminal_put(
    int row, int column, const uint32_t *scalars, int count, int columns, unsigned attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  int length = 0;
  for (; length < count && length < CCHARW_MAX; length++) text[length] = (wchar_t)scalars[length];
  text[length] = L'\0';
  // A glyph that the C library measures otherwise would shift the rest of its row.
  if (length == 0 || wcwidth(text[0]) != columns) wcscpy(text, columns == 2 ? L"\uFF1F" : L"?");
  cchar_t cell;
  if (setcchar(&cell, text, drawn(attributes), 0, &pair) == OK) mvadd_wch(row, column, &cell);
}

void terminal_put_run(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair) {
  cchar_t cells[64];
  while (count > 0) {
    int part = 0;
    for (; part < count && part < 64; part++) {
      // A glyph that the C library measures otherwise would shift the rest of its row.
      wchar_t glyph = scalars[part] < 0x7F || wcwidth((wchar_t)scalars[part]) == 1 ? (wchar_t)scalars[part] : L'?';
      if (part == 0) {
        wchar_t text[] = {glyph, L'\0'};
        if (setcchar(cells, text, drawn(attributes), 0, &pair) != OK) return;
      } else {
        cells[part] = cells[0];
        cells[part].chars[0] = glyph;
      }
    }
    mvadd_wchnstr(row, column, cells, part);
    scalars += part;
    column += part;
    count -= part;
  }
}

void terminal_flush(int row, int column) {
  curs_set(row >= 0);
  leaveok(stdscr, row < 0);
  if (row >= 0) move(row, column);
  refresh();
}

void terminal_bell(void) { beep(); }
