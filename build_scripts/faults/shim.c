/* Preloaded before the C library: lets the n-th data-changing system call under one folder go wrong, or records them all.
 *
 * It sleeps until fault_plan() is called. What can go wrong:
 *   count   nothing; fault_calls() says how many calls there were
 *   kill    the process ends just before the n-th call
 *   torn    half of the n-th write is done, then the process ends
 *   eio     the n-th call fails with EIO
 *   enospc  the n-th write, truncation or new file fails with ENOSPC
 *   efsync  the n-th flush fails with EIO
 *   record  nothing; every call is written to a log: "kind TAB path TAB path2 TAB offset TAB length NEWLINE bytes"
 * Kinds: W write, T truncate, S flush, U unlink, R rename, C create or empty a file. Calls of one kind of fault are counted
 * among those it can strike. With `lasting` every later call fails, too. The shared memory of a write-ahead log is left
 * out: it is rebuilt after every crash.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define DEAD 137
#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static char folder[4096], mode[16];
static size_t depth;
static long wanted, calls;
static int lasting, record_to = -1;

void fault_plan(const char *under, const char *fault, long at, int all_later, const char *record) {
  snprintf(folder, sizeof folder, "%s", under);
  snprintf(mode, sizeof mode, "%s", fault);
  depth = strlen(folder);
  wanted = at;
  lasting = all_later;
  calls = 0;
  if (*record) record_to = open(record, O_WRONLY | O_CREAT | O_APPEND, 0644);
}

long fault_calls(void) { return calls; }

static int watched(const char *path) {
  return *mode && !strncmp(path, folder, depth) && (path[depth] == '/' || !path[depth]) && !strstr(path, "-shm");
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, 4095);
  if (length < 0) return 0;
  path[length] = 0;
  return watched(path);
}

static int strikes(char kind) {
  if (!strcmp(mode, "torn")) return kind == 'W';
  if (!strcmp(mode, "enospc")) return strchr("WTC", kind) != 0;
  if (!strcmp(mode, "efsync")) return kind == 'S';
  return 1;
}

/* 0: go on; -1: fail, errno is set; 1: do half, then end. */
static int gate(char kind) {
  if (!strikes(kind)) return 0;
  long now = ++calls;
  if (wanted < 1 || now < wanted || (now > wanted && !lasting)) return 0;
  if (!strcmp(mode, "kill")) _exit(DEAD);
  if (!strcmp(mode, "torn")) return 1;
  errno = strcmp(mode, "enospc") ? EIO : ENOSPC;
  return -1;
}

static ssize_t real_write(int fd, const void *bytes, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  return real(fd, bytes, size);
}

static ssize_t real_pwrite(int fd, const void *bytes, size_t size, off_t at) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  return real(fd, bytes, size, at);
}

static void record(char kind, const char *path, const char *path2, off_t at, const void *bytes, size_t size) {
  if (record_to < 0) return;
  char head[9000];
  int length = snprintf(head, sizeof head, "%c\t%s\t%s\t%lld\t%zu\n", kind, path, path2, (long long)at, size);
  if (real_write(record_to, head, length) != length || (size && real_write(record_to, bytes, size) != (ssize_t)size))
    _exit(DEAD);
}

static ssize_t written(int fd, const void *bytes, size_t size, off_t at, int placed) {
  char path[4096];
  if (!path_of(fd, path)) return placed ? real_pwrite(fd, bytes, size, at) : real_write(fd, bytes, size);
  int struck = gate('W');
  if (struck < 0) return -1;
  size_t part = struck ? size / 2 : size;
  off_t from = placed ? at : lseek(fd, 0, SEEK_CUR);
  ssize_t done = placed ? real_pwrite(fd, bytes, part, at) : real_write(fd, bytes, part);
  if (struck) _exit(DEAD);
  if (done > 0) record('W', path, "", from, bytes, done);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t size) { return written(fd, bytes, size, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return written(fd, bytes, size, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) { return written(fd, bytes, size, at, 1); }

static int flushed(int fd, int (*real)(int)) {
  char path[4096];
  int seen = path_of(fd, path);
  if (seen && gate('S') < 0) return -1;
  int result = real(fd);
  if (seen && !result) record('S', path, "", 0, 0, 0);
  return result;
}

int fsync(int fd) {
  REAL(int, "fsync", int);
  return flushed(fd, real);
}

int fdatasync(int fd) {
  REAL(int, "fdatasync", int);
  return flushed(fd, real);
}

static int truncated(int fd, off_t size) {
  REAL(int, "ftruncate64", int, off_t);
  char path[4096];
  int seen = path_of(fd, path);
  if (seen && gate('T') < 0) return -1;
  int result = real(fd, size);
  if (seen && !result) record('T', path, "", size, 0, 0);
  return result;
}

int ftruncate(int fd, off_t size) { return truncated(fd, size); }
int ftruncate64(int fd, off_t size) { return truncated(fd, size); }

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  int seen = watched(path) && !access(path, F_OK);
  if (seen && gate('U') < 0) return -1;
  int result = real(path);
  if (seen && !result) record('U', path, "", 0, 0, 0);
  return result;
}

int rename(const char *path, const char *path2) {
  REAL(int, "rename", const char *, const char *);
  int seen = watched(path) || watched(path2);
  if (seen && gate('R') < 0) return -1;
  int result = real(path, path2);
  if (seen && !result) record('R', path, path2, 0, 0, 0);
  return result;
}

static int opened(const char *path, int flags, int rights) {
  REAL(int, "open64", const char *, int, ...);
  int changes = watched(path) && ((flags & O_TRUNC) || ((flags & O_CREAT) && access(path, F_OK)));
  if (changes && gate('C') < 0) return -1;
  int fd = real(path, flags, rights);
  if (changes && fd >= 0) record('C', path, "", 0, 0, 0);
  return fd;
}

#define RIGHTS \
  int rights = 0; \
  if (flags & (O_CREAT | __O_TMPFILE)) { \
    va_list more; \
    va_start(more, flags); \
    rights = va_arg(more, int); \
    va_end(more); \
  }

int open(const char *path, int flags, ...) {
  RIGHTS return opened(path, flags, rights);
}

int open64(const char *path, int flags, ...) {
  RIGHTS return opened(path, flags, rights);
}
