#define _GNU_SOURCE
#include "CDisk.h"
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static sem_t asked, answered;
// Each is one thread's alone between two turns of the semaphores, which also order the memory.
static int descriptors[DISK_MOST], asked_count, done, code;
static pthread_t thread;

static void *synchronise(void *nothing) {
  for (;;) {
    while (sem_wait(&asked) != 0) {}
    for (done = 0; done < asked_count; done++) {
      if (fsync(descriptors[done]) == 0) continue;
      code = errno;
      break;
    }
    sem_post(&answered);
  }
  return nothing;
}

static bool start(void) {
  if (sem_init(&asked, 0, 0) != 0 || sem_init(&answered, 0, 0) != 0) return false;
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 64 * 1024 > PTHREAD_STACK_MIN ? 64 * 1024 : PTHREAD_STACK_MIN);
  // Signals are for the thread that waits in poll(2): the new one begins with all of them blocked.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  bool started = pthread_create(&thread, &attributes, synchronise, NULL) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  return started;
}

// Leaves its processor to the caller: a thread that is woken there would wait until that one rests, and nothing would be done
// meanwhile.
static void step_aside(void) {
  static int left = -1;
  int here = sched_getcpu();
  cpu_set_t others;
  if (here < 0 || here == left || sched_getaffinity(0, sizeof others, &others) != 0) return;
  CPU_CLR(here, &others);
  if (CPU_COUNT(&others) > 0) pthread_setaffinity_np(thread, sizeof others, &others);
  left = here;
}

bool disk_begin_synchronising(const int *asked_descriptors, int count) {
  static bool tried, started;
  if (count > DISK_MOST) return false;
  pthread_mutex_lock(&turn);
  if (!tried) started = start();
  tried = true;
  if (!started) {
    pthread_mutex_unlock(&turn);
    return false;
  }
  memcpy(descriptors, asked_descriptors, (size_t)count * sizeof *descriptors);
  asked_count = count;
  step_aside();
  sem_post(&asked);
  return true;
}

int disk_end_synchronising(int *failure) {
  while (sem_wait(&answered) != 0) {}
  int count = done;
  *failure = code;
  pthread_mutex_unlock(&turn);
  return count;
}
