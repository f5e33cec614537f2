// The terminal's own description, as curses is to have it.
//
// True colours: curses paints at most the palette a description states: xterm-256color has 256 entries, though nearly
// every terminal of that name shows 16 million colours. Redefining entries (init_color) changes the user's palette and
// few terminals take it. So setaf and setab turn colour number i into the i-th colour of the theme.
//
// Scrolling: not every terminal that goes by the name of xterm knows how to scroll several lines at once (indn, rin); one
// that does not shows a torn list. Without them curses sends line feeds, which all know.
//
// The format is term(5)'s, with 32-bit numbers.
#include "terminal.h"
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

bool description_open(const char *type, int output) {
  int answer = 0;
  // Without somewhere to put its answer, setupterm would exit.
  return setupterm(type, output, &answer) == OK;
}

void description_close(void) { del_curterm(cur_term); }

enum { LIMIT = 24 * 1024, MAGIC_32_BITS = 01036 };

struct buffer {
  unsigned char bytes[LIMIT];
  size_t length;
  bool full;
};

static void add(struct buffer *b, const void *bytes, size_t length) {
  if (length > LIMIT - b->length) {
    b->full = true;
    return;
  }
  memcpy(b->bytes + b->length, bytes, length);
  b->length += length;
}

static void add_short(struct buffer *b, int value) {
  unsigned char bytes[2] = {value & 0xFF, value >> 8 & 0xFF};
  add(b, bytes, 2);
}

static void add_number(struct buffer *b, int value) {
  add_short(b, value & 0xFFFF);
  add_short(b, value >> 16 & 0xFFFF);
}

// ESC [ 38 ; 2 ; then, for the parameter's each value, its red ; green ; blue. 38 is the foreground, 48 the background.
static void colour_capability(struct buffer *b, int ground, const uint32_t *inks, int count) {
  char text[64];
  add(b, text, (size_t)snprintf(text, sizeof text, "\033[%d;2;", ground));
  for (int i = 0; i < count; i++) {
    const char *join = i == 0 ? "%?" : "%e";
    int length = snprintf(
        text, sizeof text, "%s%%p1%%{%d}%%=%%t%u;%u;%u", join, i, inks[i] >> 16 & 0xFF, inks[i] >> 8 & 0xFF,
        inks[i] & 0xFF);
    add(b, text, (size_t)length);
  }
  add(b, "%;m", 4);
}

static int number(const char *name, bool inked) {
  if (inked && strcmp(name, "colors") == 0) return 256;
  if (inked && strcmp(name, "pairs") == 0) return 32767;
  return tigetnum(name);
}

static int count_of(NCURSES_CONST char *const *names) {
  int count = 0;
  while (names[count] != NULL) count++;
  return count;
}

static bool is_there(const char *value) { return value != NULL && value != (char *)-1; }

// What curses is not to have. Keys are read elsewhere: their names, and none else, begin with k.
static bool is_left_out(int i) {
  return !is_there(CUR Strings[i]) || &CUR Strings[i] == &parm_index || &CUR Strings[i] == &parm_rindex ||
         strnames[i][0] == 'k';
}

static void add_strings(struct buffer *offsets, struct buffer *table, const uint32_t *inks, int ink_count) {
  for (int i = 0; strnames[i] != NULL; i++) {
    // In the order of their names; tigetstr(3) would look for each among all.
    char **value = &CUR Strings[i];
    int ground = value == &set_a_foreground ? 38 : value == &set_a_background ? 48 : 0;
    if (ground != 0 && ink_count > 0) {
      add_short(offsets, (int)table->length);
      colour_capability(table, ground, inks, ink_count);
    } else if (is_left_out(i)) {
      add_short(offsets, -1);
    } else {
      add_short(offsets, (int)table->length);
      add(table, *value, strlen(*value) + 1);
    }
  }
}

static bool compile(struct buffer *out, const char *type, const uint32_t *inks, int ink_count) {
  struct buffer *offsets = calloc(2, sizeof *offsets);
  if (offsets == NULL) return false;
  struct buffer *table = offsets + 1;
  add_strings(offsets, table, inks, ink_count);
  int bool_count = count_of(boolnames);
  const int header[] = {
      MAGIC_32_BITS, (int)strlen(type) + 1,  bool_count, count_of(numnames), (int)(offsets->length / 2),
      (int)table->length};
  for (size_t i = 0; i < sizeof header / sizeof *header; i++) add_short(out, header[i]);
  add(out, type, strlen(type) + 1);
  for (int i = 0; i < bool_count; i++) add(out, tigetflag(boolnames[i]) == 1 ? "\1" : "\0", 1);
  if (out->length % 2 != 0) add(out, "\0", 1);
  for (int i = 0; numnames[i] != NULL; i++) add_number(out, number(numnames[i], ink_count > 0));
  add(out, offsets->bytes, offsets->length);
  add(out, table->bytes, table->length);
  bool fits = !out->full && !offsets->full && !table->full;
  free(offsets);
  return fits;
}

// RFC 4648, section 5: the alphabet curses expects is the one for URLs.
static char *base64(const struct buffer *in) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  char *text = malloc(4 + (in->length + 2) / 3 * 4 + 1), *end = text;
  if (text == NULL) return NULL;
  end += sprintf(end, "b64:");
  for (size_t i = 0; i < in->length; i += 3) {
    unsigned left = (unsigned)(in->length - i), group = (unsigned)in->bytes[i] << 16;
    if (left > 1) group |= (unsigned)in->bytes[i + 1] << 8;
    if (left > 2) group |= in->bytes[i + 2];
    *end++ = digits[group >> 18];
    *end++ = digits[group >> 12 & 63];
    *end++ = left > 1 ? digits[group >> 6 & 63] : '=';
    *end++ = left > 2 ? digits[group & 63] : '=';
  }
  *end = '\0';
  return text;
}

bool description_fits(void) { return !is_there(parm_index) && !is_there(parm_rindex); }

char *description_text(const char *type, const uint32_t *inks, int ink_count) {
  struct buffer *out = calloc(1, sizeof *out);
  if (out == NULL) return NULL;
  char *text = compile(out, type, inks, ink_count) ? base64(out) : NULL;
  free(out);
  return text;
}
