#ifndef GUIDELINT_CLIBYAML_H
#define GUIDELINT_CLIBYAML_H
// The system's libyaml as a module. A system library target would print a pkg-config warning at every build.
#include <yaml.h>
#endif
