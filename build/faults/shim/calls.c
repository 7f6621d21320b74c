/*
 * Stands between the shop and the disk. Preloaded (LD_PRELOAD) it sees every call of libc by which Node and SQLite change files, counts
 * those below one folder, and at a given count kills the process, tears a write and then kills, answers with an error, or keeps a record
 * of everything. The same library is an addon of Node, by which the harness sets what shall happen and forks processes to try it in.
 *
 * Not seen: what is written through a memory map. SQLite maps only the -shm file, which it makes anew after every crash.
 */
#include "shim.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

struct control *control;
char *record;
pthread_mutex_t record_lock = PTHREAD_MUTEX_INITIALIZER;

#define FDS 65536
/** Paths of the open files below the folder. */
static char *paths[FDS];

#define REAL(name) \
  static __typeof__(name) *real_##name; \
  if (!real_##name) real_##name = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  int flags = MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE;
  control = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, flags, -1, 0);
  record = mmap(NULL, RECORD_BYTES, PROT_READ | PROT_WRITE, flags, -1, 0);
  if (control == MAP_FAILED || record == MAP_FAILED) abort();
}

static int is_ours(const char *path) {
  size_t length = control && path ? strlen(control->folder) : 0;
  return length > 0 && strncmp(path, control->folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static const char *path_of(int fd) { return fd >= 0 && fd < FDS ? paths[fd] : NULL; }

static void remember(int fd, const char *path) {
  if (fd < 0 || fd >= FDS) return;
  free(paths[fd]);
  paths[fd] = path ? strdup(path) : NULL;
}

/** The path meant by a name below an open folder; NULL when it is none of ours. */
static const char *path_at(int folder, const char *name, char buffer[1024]) {
  if (name[0] == '/' || folder == AT_FDCWD) return is_ours(name) ? name : NULL;
  if (!path_of(folder)) return NULL;
  snprintf(buffer, 1024, "%s/%s", path_of(folder), name);
  return buffer;
}

/* ---- what shall happen ---- */

enum verdict { GO, HALF, REFUSE };

/** Counts an operation and says what becomes of it. Does not come back when it is the end of the process. */
static enum verdict meet(enum kind kind, const char *path) {
  if (!control || !path) return GO;
  int mode = control->mode;
  if (mode != OFF) __atomic_add_fetch(&control->met[__builtin_ctz(kind)], 1, __ATOMIC_SEQ_CST);
  if (!(control->kinds & kind)) return GO;
  if (mode != KILL && mode != TEAR && mode != FAIL) return GO;
  int count = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
  int is_due = count == control->at || (mode == FAIL && control->lasting && control->at && count > control->at);
  if (!is_due) return GO;
  if (!control->hit) {
    control->hit = kind;
    snprintf(control->hit_path, sizeof control->hit_path, "%s", path);
  }
  if (mode == TEAR && kind == WRITE) return HALF;
  if (mode == FAIL) {
    errno = control->error;
    return REFUSE;
  }
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* ---- opening ---- */

static int open_any(int (*call)(int, const char *, int, mode_t), int folder, const char *name, int flags, mode_t mode) {
  char buffer[1024];
  const char *path = path_at(folder, name, buffer);
  if (!path) {
    int fd = call(folder, name, flags, mode);
    if (fd >= 0 && path_of(fd)) remember(fd, NULL);
    return fd;
  }
  int makes = (flags & O_CREAT) && access(path, F_OK) != 0;
  if (meet(makes || (flags & O_TRUNC) ? CREATE : OPEN, path) == REFUSE) return -1;
  pthread_mutex_lock(&record_lock);
  int fd = call(folder, name, flags, mode);
  if (fd >= 0) {
    remember(fd, path);
    if (is_recording(path)) {
      keep((struct entry){.kind = OPEN, .flag = makes, .inode = inode_of(fd)}, path, NULL);
      if (flags & O_TRUNC) keep((struct entry){.kind = TRUNCATE, .inode = inode_of(fd)}, NULL, NULL);
    }
  }
  pthread_mutex_unlock(&record_lock);
  return fd;
}

static int call_openat(int folder, const char *name, int flags, mode_t mode) {
  REAL(openat);
  return real_openat(folder, name, flags, mode);
}

#define MODE_OF(flags) \
  mode_t mode = 0; \
  if (flags & (O_CREAT | __O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags);
  return open_any(call_openat, AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE_OF(flags);
  return open_any(call_openat, AT_FDCWD, path, flags | O_LARGEFILE, mode);
}
int openat(int folder, const char *path, int flags, ...) {
  MODE_OF(flags);
  return open_any(call_openat, folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE_OF(flags);
  return open_any(call_openat, folder, path, flags | O_LARGEFILE, mode);
}
int creat(const char *path, mode_t mode) {
  return open_any(call_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

int close(int fd) {
  REAL(close);
  if (path_of(fd)) remember(fd, NULL);
  return real_close(fd);
}

/* ---- writing and reading ---- */

static ssize_t write_at(int fd, const void *data, size_t length, off64_t offset) {
  REAL(write);
  REAL(pwrite64);
  const char *path = path_of(fd);
  enum verdict verdict = meet(WRITE, path);
  if (verdict == REFUSE) return -1;
  if (verdict == HALF) length /= 2;
  off64_t start = offset;
  if (start < 0 && is_recording(path)) start = lseek64(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  if (is_recording(path)) pthread_mutex_lock(&record_lock);
  ssize_t done = offset < 0 ? real_write(fd, data, length) : real_pwrite64(fd, data, length, offset);
  if (is_recording(path)) {
    if (done > 0)
      keep((struct entry){.kind = WRITE, .inode = inode_of(fd), .offset = start, .data_length = done}, NULL, data);
    pthread_mutex_unlock(&record_lock);
  }
  if (verdict == HALF) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  return done;
}

ssize_t write(int fd, const void *data, size_t length) {
  if (path_of(fd)) return write_at(fd, data, length, -1);
  REAL(write);
  return real_write(fd, data, length);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return write_at(fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return write_at(fd, data, length, offset); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(writev);
  if (!path_of(fd)) return real_writev(fd, parts, count);
  ssize_t whole = 0;
  for (int part = 0; part < count; part += 1) {
    ssize_t done = write_at(fd, parts[part].iov_base, parts[part].iov_len, -1);
    if (done < 0) return whole > 0 ? whole : -1;
    whole += done;
    if ((size_t)done < parts[part].iov_len) break;
  }
  return whole;
}

ssize_t read(int fd, void *data, size_t length) {
  REAL(read);
  if (path_of(fd) && meet(READ, path_of(fd)) == REFUSE) return -1;
  return real_read(fd, data, length);
}
ssize_t pread64(int fd, void *data, size_t length, off64_t offset) {
  REAL(pread64);
  if (path_of(fd) && meet(READ, path_of(fd)) == REFUSE) return -1;
  return real_pread64(fd, data, length, offset);
}
ssize_t pread(int fd, void *data, size_t length, off_t offset) { return pread64(fd, data, length, offset); }

/** Copying inside of the kernel, done by hand: so it is seen what is copied. */
static ssize_t copy_some(int to, int from, off64_t *at, size_t length) {
  char data[1 << 16];
  size_t most = length < sizeof data ? length : sizeof data;
  ssize_t found = at ? pread64(from, data, most, *at) : read(from, data, most);
  if (found <= 0) return found;
  ssize_t done = write_at(to, data, found, -1);
  if (done > 0 && at) *at += done;
  return done;
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
  REAL(sendfile64);
  return path_of(to) ? copy_some(to, from, at, length) : real_sendfile64(to, from, at, length);
}
ssize_t sendfile(int to, int from, off_t *at, size_t length) { return sendfile64(to, from, at, length); }
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
  REAL(copy_file_range);
  if (!path_of(to)) return real_copy_file_range(from, from_at, to, to_at, length, flags);
  errno = ENOSYS;
  return -1;
}
long syscall(long number, ...) {
  REAL(syscall);
  va_list rest;
  va_start(rest, number);
  long own[6];
  for (int place = 0; place < 6; place += 1) own[place] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && path_of((int)own[2])) {
    errno = ENOSYS;
    return -1;
  }
  return real_syscall(number, own[0], own[1], own[2], own[3], own[4], own[5]);
}

/* ---- syncing and cutting ---- */

static int sync_any(int (*call)(int), int fd) {
  const char *path = path_of(fd);
  if (meet(SYNC, path) == REFUSE) return -1;
  int answer = call(fd);
  if (answer == 0 && is_recording(path)) {
    pthread_mutex_lock(&record_lock);
    keep((struct entry){.kind = SYNC, .flag = is_folder(fd), .inode = inode_of(fd)}, path, NULL);
    pthread_mutex_unlock(&record_lock);
  }
  return answer;
}
int fsync(int fd) {
  REAL(fsync);
  return sync_any(real_fsync, fd);
}
int fdatasync(int fd) {
  REAL(fdatasync);
  return sync_any(real_fdatasync, fd);
}

int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  const char *path = path_of(fd);
  if (meet(TRUNCATE, path) == REFUSE) return -1;
  int answer = real_ftruncate64(fd, length);
  if (answer == 0 && is_recording(path)) {
    pthread_mutex_lock(&record_lock);
    keep((struct entry){.kind = TRUNCATE, .inode = inode_of(fd), .offset = length}, NULL, NULL);
    pthread_mutex_unlock(&record_lock);
  }
  return answer;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

/* ---- names ---- */

static int name_done(int answer, enum kind kind, const char *path, const char *other) {
  if (answer == 0 && is_recording(path)) {
    pthread_mutex_lock(&record_lock);
    keep((struct entry){.kind = kind, .data_length = other ? strlen(other) : 0}, path, other);
    pthread_mutex_unlock(&record_lock);
  }
  return answer;
}

int rename(const char *from, const char *to) {
  REAL(rename);
  const char *path = is_ours(from) ? from : is_ours(to) ? to : NULL;
  if (meet(RENAME, path) == REFUSE) return -1;
  return name_done(real_rename(from, to), RENAME, path ? from : NULL, to);
}
int link(const char *from, const char *to) {
  REAL(link);
  if (is_ours(to) && meet(CREATE, to) == REFUSE) return -1;
  if (is_ours(to) && is_recording(to)) abort();
  return real_link(from, to);
}
int unlink(const char *path) {
  REAL(unlink);
  const char *ours = is_ours(path) ? path : NULL;
  if (meet(UNLINK, ours) == REFUSE) return -1;
  return name_done(real_unlink(path), UNLINK, ours, NULL);
}
int unlinkat(int folder, const char *name, int flags) {
  REAL(unlinkat);
  char buffer[1024];
  const char *ours = path_at(folder, name, buffer);
  if (meet(UNLINK, ours) == REFUSE) return -1;
  return name_done(real_unlinkat(folder, name, flags), UNLINK, ours, NULL);
}
int remove(const char *path) {
  REAL(remove);
  const char *ours = is_ours(path) ? path : NULL;
  if (meet(UNLINK, ours) == REFUSE) return -1;
  return name_done(real_remove(path), UNLINK, ours, NULL);
}
int rmdir(const char *path) {
  REAL(rmdir);
  const char *ours = is_ours(path) ? path : NULL;
  if (meet(UNLINK, ours) == REFUSE) return -1;
  return name_done(real_rmdir(path), UNLINK, ours, NULL);
}
int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  const char *ours = is_ours(path) ? path : NULL;
  if (meet(MKDIR, ours) == REFUSE) return -1;
  return name_done(real_mkdir(path, mode), MKDIR, ours, NULL);
}

/** V8 keeps its heap out of forked processes. Here a forked process goes on where the first one stood, and needs it. */
int madvise(void *start, size_t length, int advice) {
  REAL(madvise);
  return advice == MADV_DONTFORK ? 0 : real_madvise(start, length, advice);
}
