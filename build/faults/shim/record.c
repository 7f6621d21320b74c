/* Keeps every operation with its data, in the order in which they were done, in memory that the harness reads. */
#include "shim.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int is_recording(const char *path) { return control && path && control->mode == RECORD; }

void keep(struct entry entry, const char *path, const void *data) {
  uint64_t used = (uint32_t)control->recorded_low | (uint64_t)(uint32_t)control->recorded_high << 32;
  entry.path_length = path ? strlen(path) : 0;
  uint64_t whole = (sizeof entry + entry.path_length + entry.data_length + 7) & ~7ull;
  if (used + whole > RECORD_BYTES) abort();
  char *at = record + used;
  memcpy(at, &entry, sizeof entry);
  if (path) memcpy(at + sizeof entry, path, entry.path_length);
  if (data) memcpy(at + sizeof entry + entry.path_length, data, entry.data_length);
  used += whole;
  control->recorded_low = (int32_t)(uint32_t)used;
  control->recorded_high = (int32_t)(uint32_t)(used >> 32);
}

uint64_t inode_of(int fd) {
  struct stat about;
  return fstat(fd, &about) == 0 ? about.st_ino : 0;
}

int is_folder(int fd) {
  struct stat about;
  return fstat(fd, &about) == 0 && S_ISDIR(about.st_mode);
}
