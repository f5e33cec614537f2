// Where the program's memory comes from.
#ifndef CHEAP_H
#define CHEAP_H

// Has the kernel give the heap's next two megabytes in one page instead of 512 small ones, each of which costs a start some
// microseconds (Linux's transparent huge pages, madvise(2)). Where it cannot, nothing is lost. To be called once, first.
void heap_widen(void);

#endif
