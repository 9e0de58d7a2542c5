// libyaml as the system ships it (`libyaml-dev` on Debian, `libyaml` in Homebrew). Only YAMLText imports this.
#ifndef BEACON_LIBYAML_SHIM_H
#define BEACON_LIBYAML_SHIM_H
#include <yaml.h>
#endif
