#if defined(__linux__)
#define _GNU_SOURCE
#include "FaultPoints.h"
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;
static long fault_point = -1;
static int is_counted;

__attribute__((constructor)) static void begin(void) {
    const char *program = getenv("FAULT_PROGRAM");
    const char *point = getenv("FAULT_POINT");
    is_counted = program && strcmp(program, program_invocation_short_name) == 0;
    if (point) fault_point = atol(point);
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("FAULT_COUNT");
    if (!is_counted || !path) return;
    FILE *file = fopen(path, "w");
    if (!file) return;
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
}

static void reach(void) {
    if (is_counted && atomic_fetch_add(&calls, 1) + 1 == fault_point) kill(getpid(), SIGKILL);
}

#define PASS(result, name, parameters, arguments)                          \
    result name parameters {                                               \
        static result(*real) parameters;                                   \
        if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);   \
        reach();                                                           \
        return real arguments;                                             \
    }

PASS(ssize_t, write, (int file, const void *bytes, size_t count), (file, bytes, count))
PASS(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t place), (file, bytes, count, place))
PASS(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off64_t place), (file, bytes, count, place))
PASS(int, fsync, (int file), (file))
PASS(int, fdatasync, (int file), (file))
PASS(int, ftruncate, (int file, off_t length), (file, length))
PASS(int, ftruncate64, (int file, off64_t length), (file, length))
PASS(int, rename, (const char *from, const char *to), (from, to))
PASS(int, unlink, (const char *path), (path))
PASS(int, rmdir, (const char *path), (path))
PASS(int, mkdir, (const char *path, mode_t mode), (path, mode))
PASS(int, symlink, (const char *target, const char *path), (target, path))
#else
#include "FaultPoints.h"
#endif
