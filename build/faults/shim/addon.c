/* What the harness may do with the shim, as an addon of Node. Node's own headers do not come with its package; these few calls are stable. */
#include "shim.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct napi_env__ *napi_env;
typedef struct napi_value__ *napi_value;
typedef struct napi_callback_info__ *napi_callback_info;
typedef napi_value (*napi_callback)(napi_env, napi_callback_info);
int napi_create_function(napi_env, const char *, size_t, napi_callback, void *, napi_value *);
int napi_set_named_property(napi_env, napi_value, const char *, napi_value);
int napi_create_int32(napi_env, int32_t, napi_value *);
int napi_get_value_int32(napi_env, napi_value, int32_t *);
int napi_get_cb_info(napi_env, napi_callback_info, size_t *, napi_value *, napi_value *, void **);
int napi_create_external_arraybuffer(napi_env, void *, size_t, void *, void *, napi_value *);
int napi_get_uv_event_loop(napi_env, void **);
int uv_loop_fork(void *);

static napi_value number(napi_env env, int32_t value) {
  napi_value result;
  napi_create_int32(env, value, &result);
  return result;
}

static void arguments(napi_env env, napi_callback_info info, size_t count, int32_t *values) {
  napi_value given[4];
  napi_get_cb_info(env, info, &count, given, NULL, NULL);
  for (size_t place = 0; place < count; place += 1) napi_get_value_int32(env, given[place], &values[place]);
}

/** A copy of this process, which goes on from here: 0 in the copy, its number in the original. */
static napi_value do_fork(napi_env env, napi_callback_info info) {
  (void)info;
  pid_t child = fork();
  if (child == 0) {
    void *loop;
    napi_get_uv_event_loop(env, &loop);
    if (uv_loop_fork(loop) != 0) abort();
  }
  return number(env, child);
}

/** Ends this process at once, without letting anything be tidied up. */
static napi_value do_exit(napi_env env, napi_callback_info info) {
  int32_t code = 0;
  arguments(env, info, 1, &code);
  _exit(code);
}

static void sleep_micros(long micros) {
  struct timespec time = {micros / 1000000, (micros % 1000000) * 1000};
  while (nanosleep(&time, &time) != 0) continue;
}

/** Waits for a child; kills it after some microseconds (0: never), or after the last ones. Gives its exit code, or less than 0 by signal. */
static napi_value do_wait(napi_env env, napi_callback_info info) {
  int32_t values[3] = {0, 0, 0};
  arguments(env, info, 3, values);
  pid_t child = values[0];
  if (values[1] > 0) {
    sleep_micros(values[1]);
    kill(child, SIGKILL);
  }
  struct pollfd ended = {.fd = (int)syscall(SYS_pidfd_open, child, 0), .events = POLLIN};
  int is_late = ended.fd >= 0 && poll(&ended, 1, values[2]) == 0;
  if (ended.fd >= 0) close(ended.fd);
  if (is_late) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (is_late) return number(env, -1000);
  return number(env, WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
}

/** Puts a mark into the record: at this moment something was answered. */
static napi_value do_mark(napi_env env, napi_callback_info info) {
  int32_t mark = 0;
  arguments(env, info, 1, &mark);
  pthread_mutex_lock(&record_lock);
  keep((struct entry){.kind = MARK, .offset = mark}, NULL, NULL);
  pthread_mutex_unlock(&record_lock);
  return number(env, mark);
}

static void offer(napi_env env, napi_value exports, const char *name, napi_callback call) {
  napi_value function;
  napi_create_function(env, name, strlen(name), call, NULL, &function);
  napi_set_named_property(env, exports, name, function);
}

static void show(napi_env env, napi_value exports, const char *name, void *memory, size_t length) {
  napi_value buffer;
  napi_create_external_arraybuffer(env, memory, length, NULL, NULL, &buffer);
  napi_set_named_property(env, exports, name, buffer);
}

napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  offer(env, exports, "fork", do_fork);
  offer(env, exports, "exit", do_exit);
  offer(env, exports, "wait", do_wait);
  offer(env, exports, "mark", do_mark);
  show(env, exports, "control", control, sizeof *control);
  show(env, exports, "record", record, RECORD_BYTES);
  return exports;
}
