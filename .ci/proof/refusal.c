// A disk that refuses, preloaded into a program: its calls on the files under UNDER fail, or write less than asked, as the file
// ORDER says; each is told in the file TOLD: its name, its descriptor, its result and its error, when it was made, what it was
// on. So is what is painted.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// In the order of refusal.py's CALLS.
enum { WRITE, FSYNC, FDATASYNC, RENAME, OPENAT, MKDIR, UNLINK, FCHMOD, FTRUNCATE };
static const char *const names[] = {"write", "fsync", "fdatasync", "rename", "openat", "mkdir", "unlink", "fchmod", "ftruncate"};

// Of the calls in the set `calls`, counted in `seen`, those after the first `from` and not after the first `until` fail with
// `error`; where that is 0 they write `bytes` at most.
struct order { volatile unsigned calls, from, until, error, bytes, seen; };
static struct order none, *order = &none;
static const char *under;
static int told = -1;

__attribute__((constructor)) static void begin(void) {
  under = getenv("UNDER");
  int file = open(getenv("ORDER"), O_RDWR | O_CLOEXEC);
  order = mmap(NULL, sizeof *order, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  file = open(getenv("TOLD"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  told = fcntl(file, F_DUPFD_CLOEXEC, 200);
  close(file);
  if (order == MAP_FAILED || told < 0 || !under) _exit(120);
}

static int is_kept(const char *path) { return told >= 0 && path && strncmp(path, under, strlen(under)) == 0; }

static const char *path_of(int descriptor, char *path) {
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = 0;
  return path;
}

static void tell(const char *name, const char *path, int descriptor, long result) {
  int code = errno;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  dprintf(told, "%s %d %ld %d %ld.%09ld %s\n", name, descriptor, result, result < 0 ? code : 0, now.tv_sec, now.tv_nsec, path);
  errno = code;
}

// Whether this call is one that the order is about.
static int is_meant(int call) {
  if (!(order->calls & 1u << call)) return 0;
  unsigned number = __sync_add_and_fetch(&order->seen, 1);
  return number > order->from && number <= order->until;
}

#define REAL(name) (__extension__({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; }))

// A call by path or by descriptor, told, and refused if that is the order.
#define CALL(call, path, descriptor, real) do { \
    if (!is_kept(path)) return real; \
    long result = -1; \
    if (is_meant(call) && order->error) errno = (int)order->error; else result = real; \
    tell(names[call], path, descriptor >= 0 ? descriptor : (int)result, result); \
    return result; \
  } while (0)

#define MODE mode_t mode = 0; if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE CALL(OPENAT, path, -1, REAL(open)(path, flags, mode)); }
int open64(const char *path, int flags, ...) { MODE CALL(OPENAT, path, -1, REAL(open64)(path, flags, mode)); }
int openat(int at, const char *path, int flags, ...) { MODE CALL(OPENAT, path, -1, REAL(openat)(at, path, flags, mode)); }
int openat64(int at, const char *path, int flags, ...) { MODE CALL(OPENAT, path, -1, REAL(openat64)(at, path, flags, mode)); }
int mkdir(const char *path, mode_t mode) { CALL(MKDIR, path, -1, REAL(mkdir)(path, mode)); }
int unlink(const char *path) { CALL(UNLINK, path, -1, REAL(unlink)(path)); }
int rename(const char *old, const char *new) { CALL(RENAME, new, -1, REAL(rename)(old, new)); }

DIR *opendir(const char *path) {
  if (!is_kept(path)) return REAL(opendir)(path);
  DIR *found = NULL;
  if (is_meant(OPENAT) && order->error) errno = (int)order->error; else found = REAL(opendir)(path);
  tell("openat", path, found ? dirfd(found) : -1, found ? dirfd(found) : -1);
  return found;
}

#define PATH char buffer[PATH_MAX]; const char *path = path_of(descriptor, buffer);

int fsync(int descriptor) { PATH CALL(FSYNC, path, descriptor, REAL(fsync)(descriptor)); }
int fdatasync(int descriptor) { PATH CALL(FDATASYNC, path, descriptor, REAL(fdatasync)(descriptor)); }
int fchmod(int descriptor, mode_t mode) { PATH CALL(FCHMOD, path, descriptor, REAL(fchmod)(descriptor, mode)); }
int ftruncate(int descriptor, off_t size) { PATH CALL(FTRUNCATE, path, descriptor, REAL(ftruncate)(descriptor, size)); }
int ftruncate64(int descriptor, off_t size) { PATH CALL(FTRUNCATE, path, descriptor, REAL(ftruncate64)(descriptor, size)); }

ssize_t write(int descriptor, const void *bytes, size_t count) {
  PATH
  if (!is_kept(path)) {
    ssize_t painted = REAL(write)(descriptor, bytes, count);
    if (strncmp(path, "/dev/pts/", 9) == 0) tell("paint", path, descriptor, painted);
    return painted;
  }
  ssize_t result = -1;
  int meant = is_meant(WRITE);
  if (meant && order->error) errno = (int)order->error;
  else result = REAL(write)(descriptor, bytes, meant && order->bytes && order->bytes < count ? order->bytes : count);
  tell("write", path, descriptor, result);
  return result;
}

int close(int descriptor) {
  PATH
  int kept = is_kept(path), result = REAL(close)(descriptor);
  if (kept) tell("close", path, descriptor, result);
  return result;
}
