// The terminal's own description, as curses is to have it.
//
// True colours: curses paints at most the palette a description states: xterm-256color has 256 entries, though nearly
// every terminal of that name shows 16 million colours. So a colour's number is the colour, 0xRRGGBB, which curses takes from
// a description that says RGB (user_caps(5)).
//
// Scrolling: not every terminal that goes by the name of xterm knows how to scroll several lines at once (indn, rin); one
// that does not shows a torn list. Without them curses sends line feeds, which all know.
//
// Moving: by the place alone. Which of a handful of ways there is the shortest costs more to find than its bytes to send.
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

static void add_text(struct buffer *b, const char *text) { add(b, text, strlen(text) + 1); }

// A colour by its red ; green ; blue.
#define DIRECT(ground) \
  "\033[" ground ";2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm"
enum { DIRECT_COLOURS = 1 << 24, DIRECT_PAIRS = 32767 };

static int number(const char *name, bool direct) {
  if (direct && strcmp(name, "colors") == 0) return DIRECT_COLOURS;
  if (direct && strcmp(name, "pairs") == 0) return DIRECT_PAIRS;
  return tigetnum(name);
}

static int count_of(NCURSES_CONST char *const *names) {
  int count = 0;
  while (names[count] != NULL) count++;
  return count;
}

// What curses is not to have.
static bool is_left_out(int i) {
  char **const left_out[] = {
      &parm_index,        &parm_rindex,    &column_address,   &row_address, &parm_left_cursor,
      &parm_right_cursor, &parm_up_cursor, &parm_down_cursor, &back_tab};
  for (size_t place = 0; place < sizeof left_out / sizeof *left_out; place++) {
    if (&CUR Strings[i] == left_out[place]) return true;
  }
  // Keys are read elsewhere: their names, and none else, begin with k.
  return strnames[i][0] == 'k' || CUR Strings[i] == (char *)-1;
}

// In the order of their names; tigetstr(3) would look for each among all.
static void add_strings(struct buffer *offsets, struct buffer *table, bool direct) {
  for (int i = 0; strnames[i] != NULL; i++) {
    const char *value = CUR Strings[i];
    if (direct && &CUR Strings[i] == &set_a_foreground) value = DIRECT("38");
    else if (direct && &CUR Strings[i] == &set_a_background) value = DIRECT("48");
    else if (is_left_out(i)) value = NULL;
    add_short(offsets, value != NULL ? (int)table->length : -1);
    if (value != NULL) add_text(table, value);
  }
}

// The flag RGB, which is none of the format's own: one flag, no number, no string, one name, of four bytes.
static void add_direct_flag(struct buffer *out) {
  if (out->length % 2 != 0) add(out, "\0", 1);
  const int header[] = {1, 0, 0, 1, sizeof "RGB"};
  for (size_t i = 0; i < sizeof header / sizeof *header; i++) add_short(out, header[i]);
  add(out, "\1\0", 2);
  add_short(out, 0);
  add_text(out, "RGB");
}

static bool compile(struct buffer *out, const char *type, bool direct) {
  struct buffer *offsets = calloc(2, sizeof *offsets);
  if (offsets == NULL) return false;
  struct buffer *table = offsets + 1;
  add_strings(offsets, table, direct);
  int bool_count = count_of(boolnames);
  const int header[] = {
      MAGIC_32_BITS, (int)strlen(type) + 1,  bool_count, count_of(numnames), (int)(offsets->length / 2),
      (int)table->length};
  for (size_t i = 0; i < sizeof header / sizeof *header; i++) add_short(out, header[i]);
  add_text(out, type);
  for (int i = 0; i < bool_count; i++) add(out, tigetflag(boolnames[i]) == 1 ? "\1" : "\0", 1);
  if (out->length % 2 != 0) add(out, "\0", 1);
  for (int i = 0; numnames[i] != NULL; i++) add_number(out, number(numnames[i], direct));
  add(out, offsets->bytes, offsets->length);
  add(out, table->bytes, table->length);
  if (direct) add_direct_flag(out);
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

char *description_text(const char *type, bool direct) {
  struct buffer *out = calloc(1, sizeof *out);
  if (out == NULL) return NULL;
  char *text = compile(out, type, direct) ? base64(out) : NULL;
  free(out);
  return text;
}
