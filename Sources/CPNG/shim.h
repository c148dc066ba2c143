#ifndef SITEGEN_CPNG_SHIM_H
#define SITEGEN_CPNG_SHIM_H

#include <png.h>
#include <zlib.h>

// The library's version and the formats of its simplified interface are macros that Swift does not see.

static inline png_image png_sitegen_image(unsigned width, unsigned height, int has_alpha) {
    png_image image = {0};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = has_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    return image;
}

static inline int png_sitegen_has_alpha(const png_image *image) { return (image->format & PNG_FORMAT_FLAG_ALPHA) != 0; }

// Sixteen bits that say nothing of their colours are read as all other pictures are.
static inline void png_sitegen_expect(png_image *image, int has_alpha) {
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    image->format = has_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
}

#endif
