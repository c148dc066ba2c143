#ifndef SITEGEN_CGUMBO_SHIM_H
#define SITEGEN_CGUMBO_SHIM_H

#include <gumbo.h>

// Only this much of the library is called, so that a fork with another signature is adapted here alone.

static inline GumboOptions gumbo_sitegen_options(void) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    return options;
}

static inline GumboOutput *gumbo_sitegen_document(const char *text, size_t length) {
    GumboOptions options = gumbo_sitegen_options();
    return gumbo_parse_with_options(&options, text, length);
}

// What would stand inside of a `body`.
static inline GumboOutput *gumbo_sitegen_fragment(const char *text, size_t length) {
    GumboOptions options = gumbo_sitegen_options();
    options.fragment_context = GUMBO_TAG_BODY;
    return gumbo_parse_with_options(&options, text, length);
}

static inline void gumbo_sitegen_destroy(GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }

static inline const GumboVector *gumbo_sitegen_children(const GumboNode *node) {
    switch (node->type) {
    case GUMBO_NODE_DOCUMENT: return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: return &node->v.element.children;
    default: return &kGumboEmptyVector;
    }
}

#endif
