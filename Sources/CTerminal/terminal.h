// What the files of this door share.
#pragma once
#include "CTerminal.h"
#include <stddef.h>

// Reads the description of a type, for tigetstr(3) and its like, and forgets it. False when there is none.
bool description_open(const char *type, int output);
void description_close(void);

// The description read, as curses is to have it, in the form it takes in the environment's TERMINFO; to be freed. Direct: the
// number of a colour is the colour. NULL when it does not fit.
char *description_text(const char *type, bool direct);

// Catches signals from now on. `restore` is written to the terminal when the program dies of one.
bool signals_catch(int input, int output, const char *restore, size_t length);
// Lets them be as before.
void signals_release(void);
