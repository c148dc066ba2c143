#ifndef SITEGEN_CCMARK_SHIM_H
#define SITEGEN_CCMARK_SHIM_H

#include <cmark.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Memory for one parse, given back as a whole: half of libcmark's time goes into single allocations and their return.
// A block grows no more; further ones are chained to it.
struct cmark_arena_block {
    struct cmark_arena_block *previous;
    char *next;
    char *end;
};

// libcmark's allocator takes no context, so a thread knows the arena of the parse that it is in. Null outside of a parse.
static inline struct cmark_arena_block **cmark_arena_current(void) {
    static _Thread_local struct cmark_arena_block *current;
    return &current;
}

static inline struct cmark_arena_block *cmark_arena_grow(struct cmark_arena_block *previous, size_t size) {
    struct cmark_arena_block *block = (struct cmark_arena_block *)malloc(sizeof *block + size);
    if (!block) abort();
    block->previous = previous;
    block->next = (char *)(block + 1);
    block->end = block->next + size;
    return block;
}

// Sixteen bytes in front of each piece hold its size, for `realloc`.
static inline void *cmark_arena_take(size_t size) {
    size_t room = ((size + 15) & ~(size_t)15) + 16;
    if (size > SIZE_MAX - 64) abort();
    struct cmark_arena_block *block = *cmark_arena_current();
    if ((size_t)(block->end - block->next) < room) {
        size_t doubled = 2 * (size_t)(block->end - (char *)(block + 1));
        if (doubled > ((size_t)8 << 20)) doubled = (size_t)8 << 20;
        block = *cmark_arena_current() = cmark_arena_grow(block, doubled > room ? doubled : room);
    }
    char *piece = block->next + 16;
    *(size_t *)block->next = size;
    block->next += room;
    return piece;
}

static void *cmark_arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) abort();
    return memset(cmark_arena_take(count * size), 0, count * size);
}

static void *cmark_arena_realloc(void *piece, size_t size) {
    if (!piece) return cmark_arena_take(size);
    size_t before = *(size_t *)((char *)piece - 16);
    if (before >= size) return piece;
    return memcpy(cmark_arena_take(size), piece, before);
}

static void cmark_arena_ignore(void *piece) { (void)piece; }

static cmark_mem cmark_arena_memory = {cmark_arena_calloc, cmark_arena_realloc, cmark_arena_ignore};

// The document, whose memory is all in `*arena`.
static inline cmark_node *cmark_arena_parse(const char *text, size_t length, struct cmark_arena_block **arena) {
    *cmark_arena_current() = cmark_arena_grow(NULL, length * 8 + 16384);
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &cmark_arena_memory);
    cmark_parser_feed(parser, text, length);
    cmark_node *document = cmark_parser_finish(parser);
    *arena = *cmark_arena_current();
    *cmark_arena_current() = NULL;
    return document;
}

static inline void cmark_arena_free(struct cmark_arena_block *block) {
    while (block) {
        struct cmark_arena_block *previous = block->previous;
        free(block);
        block = previous;
    }
}

#endif
