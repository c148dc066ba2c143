// The whole of xxHash is inlined from its header, so nothing has to be linked. XXH3_128bits is a macro there, which Swift
// cannot see; hence the function below.
#define XXH_INLINE_ALL
#include <xxhash.h>

static inline XXH128_hash_t xxh3_128(const void *bytes, size_t count) { return XXH3_128bits(bytes, count); }
