// One fdatasync(2) that lasts while its caller does something else. Callers take turns.
#ifndef CDISK_H
#define CDISK_H

#include <stdbool.h>

// Begins to synchronise a descriptor's data on a thread that does nothing else and is made at the first call. Returns
// false, with nothing begun, when there can be no thread. Whoever began must end before beginning again.
bool disk_begin_synchronising(int descriptor);

// Waits for what this thread began. Returns 0, or the errno of fdatasync.
int disk_end_synchronising(void);

#endif
