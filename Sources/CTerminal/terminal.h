// What the files of this door share.
#pragma once
#include "CTerminal.h"
#include <stddef.h>

// Reads the description of a type, for tigetstr(3) and its like, and forgets it. False when there is none.
bool description_open(const char *type, int output);
void description_close(void);

// Compiles the description read with colour number i meaning inks[i], and puts it in
// the environment's TERMINFO in base64, where curses looks first. False when it does not fit.
bool description_use_inks(const char *type, const uint32_t *inks, int ink_count);

// Catches signals from now on. `restore` is written to the terminal when the program dies of one.
bool signals_catch(int input, int output, const char *restore, size_t length);
// Lets them be as before.
void signals_release(void);
