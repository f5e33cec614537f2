// A door to ncursesw: what Swift needs of it, and no curses type, macro or global.
//
// curses only paints here; keys are read from the descriptor itself, because curses drops what was typed while the
// program was stopped. One terminal at a time, one thread.
#pragma once
#include <stdbool.h>
#include <stdint.h>

// What terminal_probe and terminal_open answer when they cannot.
enum {
  TERMINAL_NOT_A_TERMINAL = -1,  // one of the descriptors is something else
  TERMINAL_UNKNOWN = -2,         // no description of this type is installed
  TERMINAL_TOO_SIMPLE = -3,      // it cannot place its cursor
  TERMINAL_FAILED = -4,          // curses would not start
};

// Attributes of terminal_put.
enum { TERMINAL_BOLD = 1, TERMINAL_DIM = 2, TERMINAL_UNDERLINE = 4, TERMINAL_REVERSE = 8 };

// What the number of a colour is to terminal_open and terminal_pair.
enum {
  TERMINAL_PLAIN,    // nothing: there are none
  TERMINAL_PALETTE,  // its place in the terminal's palette
  TERMINAL_DIRECT,   // the colour, 0xRRGGBB, on a terminal that shows them all
};

// How many colours the description of a type ($TERM) has, 0 or more, or one of the errors above. Paints nothing.
int terminal_probe(const char *type, int input, int output);

// Takes the terminal on these descriptors over: alternate screen, no echo, every key as typed, bracketed paste. 0 or an error above.
// Signals and traps give the terminal back from here on.
int terminal_open(const char *type, int input, int output, int colours, bool mouse);

// Gives the terminal back as it was found. Harmless when it is not open.
void terminal_close(void);

// Stops the program as Ctrl-Z does, the terminal given back meanwhile; returns when it continues.
void terminal_suspend(void);

// Takes the terminal's modes again after someone else may have changed them, and forgets what is painted.
void terminal_redraw(void);

// The size the terminal has now, given to curses as well.
void terminal_measure(int *rows, int *columns);

// The number of a pair of colours; -1 is the terminal's own colour.
int terminal_pair(int foreground, int background);

// Makes every cell a space.
void terminal_erase(unsigned attributes, int pair);

// Places one glyph `columns` wide: a scalar and up to four marks.
void terminal_put(
    int row, int column, const uint32_t *scalars, int count, int columns, unsigned attributes, int pair);

// Places glyphs of one scalar and one column each, side by side.
void terminal_put_run(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair);

// Sends what changed, with the cursor on a cell, or hidden when row is negative.
void terminal_flush(int row, int column);

void terminal_bell(void);

// A descriptor that has a byte to read for each signal caught: its number.
int terminal_signals(void);
