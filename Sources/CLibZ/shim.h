// The system's zlib, for unpacking gzip files only.
#include <zlib.h>
