// Synchronises files while its caller does something else.
#ifndef CDISK_H
#define CDISK_H

#include <stdbool.h>

enum { DISK_MOST = 8 };

// Begins fsync(2) of at most DISK_MOST descriptors, one after another, on a thread that does nothing else and is made at the
// first call. Returns false, with nothing begun, when there can be no thread. Callers take turns; whoever began must end
// before beginning again.
bool disk_begin_synchronising(const int *descriptors, int count);

// Waits for what this thread began. Returns how many were synchronised before one failed, with its errno in `code`; all
// of them when none did.
int disk_end_synchronising(int *code);

#endif
