#ifndef EMBEDDED_FILES_H
#define EMBEDDED_FILES_H

#include <stddef.h>
#include <stdint.h>

/// A file of this repository whose bytes lie in the executable.
struct EmbeddedFile {
    /// Relative to a site's folder, such as `Templates/base.html`; the bare name where the file belongs to no site.
    const char *path;
    const uint8_t *bytes;
    size_t count;
};

/// The theme's files, in the order of their paths; NULL for an index behind the last.
const struct EmbeddedFile *embeddedThemeFile(size_t index);

/// The script that reloads pages of the preview.
const struct EmbeddedFile *embeddedReloadScript(void);

#endif
