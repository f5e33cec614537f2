#include "CHeap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 2 << 20, PIECE = 16 << 10, MOST = 16 };

void heap_widen(void) {
  char *end = sbrk(0);
  if (end == (void *)-1) return;
  // malloc goes on where the heap ends. That is moved to a little before a huge page can begin: a page that was written to
  // cannot become one, and malloc writes where each of its free pieces starts.
  uintptr_t start = ((uintptr_t)end + 2 * PIECE + PAGE - 1) / PAGE * PAGE;
  end = sbrk((intptr_t)(start - 2 * PIECE - (uintptr_t)end));
  if (end == (void *)-1) return;
  // From now on malloc takes more than a huge page at a time, and keeps it: at once, when nothing of the heap so far is left.
  mallopt(M_TOP_PAD, PAGE + 2 * PIECE);
  end = sbrk(0);
  void *volatile pieces[MOST];
  int count = 0;
  while (count < MOST && sbrk(0) == end) pieces[count++] = malloc(PIECE);
  if ((uintptr_t)sbrk(0) >= start + PAGE) madvise((void *)start, PAGE, MADV_HUGEPAGE);
  while (count > 0) free(pieces[--count]);
}
