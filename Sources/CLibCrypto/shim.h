// The system's libcrypto, for SHA-256 only: a crypto package of its own would triple the first build.
#include <openssl/sha.h>
#include <openssl/evp.h>
