#ifndef SHIM_H
#define SHIM_H
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <sys/types.h>

/* shim.ts has the same numbers. */
enum mode { OFF, KILL, TEAR, FAIL, RECORD };
enum kind { OPEN = 1, CREATE = 2, WRITE = 4, SYNC = 8, TRUNCATE = 16, RENAME = 32, UNLINK = 64, MKDIR = 128, READ = 256, MARK = 512 };

struct control {
  int32_t mode;
  /** Which kinds are counted, as a sum. */
  int32_t kinds;
  /** It happens at this count, the first being 1; 0 for never. */
  int32_t at;
  int32_t error;
  /** Every operation after it fails as well. */
  int32_t lasting;
  int32_t count;
  /** The kind of operation it happened to. */
  int32_t hit;
  int32_t outcome_length;
  int32_t recorded_low, recorded_high;
  /** How often each kind was met, whether it is counted or not. */
  int32_t met[10];
  int32_t reserved[12];
  char folder[512];
  char hit_path[512];
  char unused[2944];
  char outcome[1 << 20];
};

#define RECORD_BYTES (1ull << 31)

extern struct control *control;
extern char *record;
extern pthread_mutex_t record_lock;

/** One operation of the record; its path and its data follow. */
struct entry {
  uint32_t kind;
  /** A folder was meant, or a file was made anew. */
  uint32_t flag;
  uint64_t inode;
  uint64_t offset;
  uint32_t path_length;
  uint32_t data_length;
};

/** Whether what is done to this path (NULL: none of ours) is to be recorded. */
int is_recording(const char *path);
void keep(struct entry entry, const char *path, const void *data);
uint64_t inode_of(int fd);
int is_folder(int fd);

#endif
