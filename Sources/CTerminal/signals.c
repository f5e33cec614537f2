// Signals: those the program answers become bytes in a pipe; those it dies of give the terminal back first.
#define _GNU_SOURCE  // pipe2
#include "terminal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int answered[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT};
static const int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGQUIT, SIGXCPU};
enum { ANSWERED = sizeof answered / sizeof *answered, DEADLY = sizeof deadly / sizeof *deadly };

static int pipe_ends[2] = {-1, -1};
static int keyboard, display;
static struct sigaction before[ANSWERED + DEADLY];
static struct termios found;
static char restoring[256];
static size_t restoring_length;
static volatile sig_atomic_t asked_to_end;
static bool catching;
// A trap of an overflowed stack has no room left on it.
static char spare_stack[64 * 1024];

static void give_back(void) {
  size_t done = 0;
  while (done < restoring_length) {
    ssize_t n = write(display, restoring + done, restoring_length - done);
    if (n <= 0) break;
    done += (size_t)n;
  }
  tcsetattr(keyboard, TCSANOW, &found);
}

static void die(int number) {
  give_back();
  // SA_RESETHAND: the signal's own end comes next, with its core dump and exit status.
  raise(number);
}

static void note(int number) {
  int error = errno;
  bool ends = number == SIGHUP || number == SIGTERM || number == SIGINT;
  // The second request finds a program that does not answer.
  if (ends && ++asked_to_end > 1) {
    give_back();
    signal(number, SIG_DFL);
    raise(number);
  }
  unsigned char byte = (unsigned char)number;
  // A full pipe already says that there is something to see.
  ssize_t written = write(pipe_ends[1], &byte, 1);
  (void)written;
  errno = error;
}

int terminal_signals(void) { return pipe_ends[0]; }

bool signals_catch(int input, int output, const char *restore, size_t length) {
  if (length > sizeof restoring || tcgetattr(input, &found) != 0) return false;
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  keyboard = input;
  display = output;
  memcpy(restoring, restore, length);
  restoring_length = length;
  asked_to_end = 0;
  stack_t stack = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < ANSWERED; i++) sigaction(answered[i], &action, &before[i]);
  action = (struct sigaction){.sa_handler = die, .sa_flags = (int)(SA_RESETHAND | SA_ONSTACK | SA_NODEFER)};
  for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &action, &before[ANSWERED + i]);
  catching = true;
  return true;
}

void signals_release(void) {
  if (!catching) return;
  catching = false;
  for (int i = 0; i < ANSWERED; i++) sigaction(answered[i], &before[i], NULL);
  for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &before[ANSWERED + i], NULL);
}
