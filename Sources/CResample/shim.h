#ifndef SITEGEN_CRESAMPLE_SHIM_H
#define SITEGEN_CRESAMPLE_SHIM_H

// The second version of the library has other names for the same.
#if __has_include(<stb/stb_image_resize2.h>)
#include <stb/stb_image_resize2.h>
#define SITEGEN_RESAMPLER 2
#else
#include <stb/stb_image_resize.h>
#define SITEGEN_RESAMPLER 1
#endif

// Catmull-Rom, the colours of what is transparent weighed by how little it is. Returns 0 where there is no memory.
static inline int sitegen_resample(
    const unsigned char *from, int width, int height, int stride, unsigned char *to, int new_width, int new_height,
    int channels) {
#if SITEGEN_RESAMPLER == 2
    return stbir_resize(
        from, width, height, stride, to, new_width, new_height, 0, channels == 4 ? STBIR_RGBA : STBIR_RGB,
        STBIR_TYPE_UINT8, STBIR_EDGE_CLAMP, STBIR_FILTER_CATMULLROM) != 0;
#else
    return stbir_resize_uint8_generic(
        from, width, height, stride, to, new_width, new_height, 0, channels, channels == 4 ? 3 : -1, 0,
        STBIR_EDGE_CLAMP, STBIR_FILTER_CATMULLROM, STBIR_COLORSPACE_LINEAR, 0);
#endif
}

#endif
