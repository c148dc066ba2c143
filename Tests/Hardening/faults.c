// A disk that fails on demand: loaded before libc with LD_PRELOAD, it counts the calls by which a program touches some folders and
// lets one of them fail. Linux with glibc. faults.py compiles it and drives it by these variables:
//
//   FAULT_ROOTS   the folders, absolute, separated by colons; calls that concern anything else are passed on
//   FAULT_AT      the number of the call that fails, from 1
//   FAULT_ERRNO   what it fails with
//   FAULT_KILL    the process is killed there instead, before the call does anything
//   FAULT_ONLY    the names of the calls that count, separated by commas; all without it
//   FAULT_LOG     a file of lines of 256 bytes: the first holds how many calls were counted, line k the name and path of call k;
//                 in memory that is shared with the disk, so that it is right however the process ends
//   FAULT_CTIME   the folders' files seem last changed when they were last written, so that a copy looks like the original
//   FAULT_LATER   so many seconds the machine's clock is ahead
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 256, LINES = 1 << 16, DESCRIPTORS = 1 << 16 };

static const char *roots = "", *only;
static char here[PATH_MAX];
static long at, later;
static int code = EIO, kills, copies;
static char *lines;
static atomic_long count;
static atomic_bool tracked[DESCRIPTORS];

// The next definition of a function: libc's.
#define NEXT(name) static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static long number(const char *name) { const char *text = getenv(name); return text ? atol(text) : 0; }

__attribute__((constructor)) static void begin(void) {
    at = number("FAULT_AT"), later = number("FAULT_LATER"), kills = number("FAULT_KILL"), copies = number("FAULT_CTIME");
    if (getenv("FAULT_ERRNO")) code = number("FAULT_ERRNO");
    only = getenv("FAULT_ONLY");
    if (!getcwd(here, sizeof here)) here[0] = 0;
    const char *log = getenv("FAULT_LOG");
    NEXT(open);
    int file = log ? next(log, O_RDWR | O_CREAT | O_CLOEXEC, 0666) : -1;
    if (file >= 0 && ftruncate(file, (off_t)LINE * LINES) == 0) {
        void *memory = mmap(NULL, (size_t)LINE * LINES, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (memory != MAP_FAILED) lines = memory;
    }
    if (file >= 0) close(file);
    // Last: until then nothing counts.
    if (getenv("FAULT_ROOTS")) roots = getenv("FAULT_ROOTS");
}

static int holds(int descriptor) { return descriptor >= 0 && descriptor < DESCRIPTORS && tracked[descriptor]; }

static int track(int descriptor, int is) {
    if (descriptor >= 0 && descriptor < DESCRIPTORS) tracked[descriptor] = is;
    return descriptor;
}

// Whether the path is that of a folder of FAULT_ROOTS or lies beneath one.
static int below(int folder, const char *path) {
    char whole[PATH_MAX];
    if (!path || !*path) return holds(folder);
    if (*path != '/') {
        if (folder != AT_FDCWD) return holds(folder);
        while (path[0] == '.' && path[1] == '/') path += 2;
        snprintf(whole, sizeof whole, "%s/%s", here, strcmp(path, ".") ? path : "");
        path = whole;
    }
    for (const char *root = roots; *root;) {
        size_t length = strcspn(root, ":");
        if (length && !strncmp(path, root, length) && (path[length] == '/' || !path[length])) return 1;
        root += length + (root[length] == ':');
    }
    return 0;
}

static int counts(const char *call) {
    size_t length = strlen(call);
    for (const char *name = only; name && *name;) {
        size_t end = strcspn(name, ",");
        if (end == length && !strncmp(name, call, end)) return 1;
        name += end + (name[end] == ',');
    }
    return !only;
}

static void note(long place, const char *call, int descriptor, const char *path) {
    char link[32], folder[LINE] = "";
    if (descriptor >= 0 && (!path || *path != '/')) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t length = readlink(link, folder, sizeof folder - 1);
        folder[length < 0 ? 0 : length] = 0;
    }
    snprintf(lines + place * LINE, LINE, "%s %s%s%s", call, folder, *folder && path ? "/" : "", path ? path : "");
}

// Counts a call that concerns the folders; 1, with the reason in `errno`, for the one that fails.
static int fails(const char *call, int descriptor, const char *path) {
    if (!counts(call)) return 0;
    int before = errno;
    long place = atomic_fetch_add(&count, 1) + 1;
    if (lines && place < LINES) {
        note(place, call, descriptor, path);
        atomic_store((atomic_long *)lines, atomic_load(&count));
    }
    if (place == at && kills) kill(getpid(), SIGKILL);
    errno = place == at ? code : before;
    return place == at;
}

#define FAILS(call, folder, path) (below(folder, path) && fails(#call, folder, path))

// A call on a path, or on a path below a folder's descriptor.
#define ON_PATH(name, parameters, arguments, folder, path) \
    int name parameters { NEXT(name); return FAILS(name, folder, path) ? -1 : next arguments; }
// A call on a descriptor.
#define ON_FILE(type, name, parameters, arguments) \
    type name parameters { NEXT(name); return holds(file) && fails(#name, file, NULL) ? -1 : next arguments; }
// A call that tells how a file looks.
#define LOOKS(name, parameters, arguments, folder, path) \
    int name parameters { \
        NEXT(name); \
        int is = below(folder, path); \
        if (is && fails(#name, folder, path)) return -1; \
        int result = next arguments; \
        if (is && copies && !result) status->st_ctim = status->st_mtim; \
        return result; \
    }
// A call that opens a file; its last argument is there where it may make one.
#define OPENS(name, parameters, arguments, folder) \
    int name parameters { \
        NEXT(name); \
        int is = below(folder, path); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | __O_TMPFILE)) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
        } \
        if (is && fails(#name, folder, path)) return -1; \
        return track(next arguments, is); \
    }

OPENS(open, (const char *path, int flags, ...), (path, flags, mode), AT_FDCWD)
OPENS(open64, (const char *path, int flags, ...), (path, flags, mode), AT_FDCWD)
OPENS(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode), folder)
OPENS(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode), folder)

LOOKS(stat, (const char *path, struct stat *status), (path, status), AT_FDCWD, path)
LOOKS(stat64, (const char *path, struct stat64 *status), (path, status), AT_FDCWD, path)
LOOKS(lstat, (const char *path, struct stat *status), (path, status), AT_FDCWD, path)
LOOKS(lstat64, (const char *path, struct stat64 *status), (path, status), AT_FDCWD, path)
LOOKS(fstat, (int file, struct stat *status), (file, status), file, NULL)
LOOKS(fstat64, (int file, struct stat64 *status), (file, status), file, NULL)
LOOKS(fstatat, (int folder, const char *path, struct stat *status, int flags), (folder, path, status, flags), folder, path)
LOOKS(fstatat64, (int folder, const char *path, struct stat64 *status, int flags), (folder, path, status, flags), folder, path)

int statx(int folder, const char *path, int flags, unsigned mask, struct statx *status) {
    NEXT(statx);
    int is = below(folder, path);
    if (is && fails("statx", folder, path)) return -1;
    int result = next(folder, path, flags, mask, status);
    if (is && copies && !result) status->stx_ctime = status->stx_mtime;
    return result;
}

ON_PATH(access, (const char *path, int mode), (path, mode), AT_FDCWD, path)
ON_PATH(faccessat, (int folder, const char *path, int mode, int flags), (folder, path, mode, flags), folder, path)
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), AT_FDCWD, path)
ON_PATH(mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode), folder, path)
ON_PATH(rmdir, (const char *path), (path), AT_FDCWD, path)
ON_PATH(unlink, (const char *path), (path), AT_FDCWD, path)
ON_PATH(unlinkat, (int folder, const char *path, int flags), (folder, path, flags), folder, path)
ON_PATH(rename, (const char *path, const char *name), (path, name), AT_FDCWD, name)
ON_PATH(renameat, (int old, const char *path, int new, const char *name), (old, path, new, name), new, name)
ON_PATH(renameat2, (int old, const char *path, int new, const char *name, unsigned flags), (old, path, new, name, flags), new, name)
ON_PATH(linkat, (int old, const char *path, int new, const char *name, int flags), (old, path, new, name, flags), new, name)

ON_FILE(ssize_t, read, (int file, void *bytes, size_t length), (file, bytes, length))
ON_FILE(ssize_t, pread, (int file, void *bytes, size_t length, off_t start), (file, bytes, length, start))
ON_FILE(ssize_t, pread64, (int file, void *bytes, size_t length, off64_t start), (file, bytes, length, start))
ON_FILE(ssize_t, write, (int file, const void *bytes, size_t length), (file, bytes, length))
ON_FILE(ssize_t, pwrite, (int file, const void *bytes, size_t length, off_t start), (file, bytes, length, start))
ON_FILE(ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t start), (file, bytes, length, start))
ON_FILE(int, ftruncate, (int file, off_t length), (file, length))
ON_FILE(int, fsync, (int file), (file))
ON_FILE(int, fdatasync, (int file), (file))
ON_FILE(int, flock, (int file, int operation), (file, operation))
ON_FILE(int, fchmod, (int file, mode_t mode), (file, mode))

// Linux closes the descriptor also where it says that something failed.
int close(int file) {
    NEXT(close);
    int bad = holds(file) && fails("close", file, NULL), before = errno;
    track(file, 0);
    int result = next(file);
    if (bad) errno = before;
    return bad ? -1 : result;
}

DIR *opendir(const char *path) {
    NEXT(opendir);
    int is = below(AT_FDCWD, path);
    if (is && fails("opendir", AT_FDCWD, path)) return NULL;
    DIR *stream = next(path);
    if (stream) track(dirfd(stream), is);
    return stream;
}

DIR *fdopendir(int file) { NEXT(fdopendir); return holds(file) && fails("fdopendir", file, NULL) ? NULL : next(file); }

#define READS(type, name) \
    type *name(DIR *stream) { NEXT(name); return holds(dirfd(stream)) && fails(#name, dirfd(stream), NULL) ? NULL : next(stream); }

READS(struct dirent, readdir)
READS(struct dirent64, readdir64)

int closedir(DIR *stream) {
    NEXT(closedir);
    track(dirfd(stream), 0);
    return next(stream);
}

char *realpath(const char *path, char *buffer) {
    NEXT(realpath);
    return FAILS(realpath, AT_FDCWD, path) ? NULL : next(path, buffer);
}

static int made(const char *call, int (*next)(char *), char *name) {
    int is = below(AT_FDCWD, name);
    return is && fails(call, AT_FDCWD, name) ? -1 : track(next(name), is);
}

int mkstemp(char *name) { NEXT(mkstemp); return made("mkstemp", next, name); }
int mkstemp64(char *name) { NEXT(mkstemp64); return made("mkstemp64", next, name); }

int dup(int file) { NEXT(dup); return track(next(file), holds(file)); }

int clock_gettime(clockid_t clock, struct timespec *time) {
    NEXT(clock_gettime);
    int result = next(clock, time);
    if (clock == CLOCK_REALTIME && !result) time->tv_sec += later;
    return result;
}
